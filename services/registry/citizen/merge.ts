import { citizenAbsorbed, citizenMerged } from '@nocgia/schemas/events/citizen.ts';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { Decision, LoadStreams } from '../../event-store/dispatcher.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { loadHouseholds, type LoadedHousehold } from '../place.ts';
import { loadCitizen, mayWrite } from './citizen.ts';
import { citizenOf, citizenStream, currentResidences, type CitizenState } from './citizen-state.ts';
import { holderOf, nationalIdClaim, transferClaim } from './claim.ts';
import { union, wholeOf } from './whole.ts';

export interface MergeCitizens {
  survivorId: string;
  absorbedId: string;
}

/**
 * Two records are of one person. Both streams stay; what the other one tells counts as the survivor's from now on, whose households
 * take the survivor in the other's place, and commands to the other go to the survivor. Answers `{ mergeId }`.
 */
export function mergeCitizens(input: MergeCitizens, env: CommandEnv): Decider {
  return async (load) => {
    if (input.survivorId === input.absorbedId) return refuse('MERGE_SAME', 'absorbedId');
    const survivor = await loadCitizen(load, input.survivorId);
    const absorbed = await loadCitizen(load, input.absorbedId);
    if (!survivor || !absorbed) return refuse('NOT_FOUND', survivor ? 'absorbedId' : 'survivorId');
    for (const found of [survivor, absorbed]) {
      for (const group of ['identity', 'residence'] as const) {
        const denied = mayWrite(found, group, env);
        if (denied) return { ok: false, rejection: denied };
      }
      if (found.citizen.withdrawn) return refuse('NOT_FOUND');
      if (found.citizen.mergedInto !== null) return refuse('MERGE_ALREADY');
    }
    const [kept, other] = [survivor.citizen, absorbed.citizen];
    const [ownId, otherId] = [kept.details.nationalId ?? null, other.details.nationalId ?? null];
    // A number belongs to one person for life: two different ones are two people, or one of them was typed wrongly.
    if (ownId !== null && otherId !== null && ownId !== otherId) return refuse('MERGE_TWO_IDS');
    const together = union(kept, other);
    const mergeId = env.newId();
    const fact = { mergeId, occurredOn: env.today };
    const merged = parsed(citizenMerged.schema, {
      ...fact,
      citizenId: input.absorbedId,
      survivorId: input.survivorId,
    });
    const taken = parsed(citizenAbsorbed.schema, {
      ...{ ...fact, citizenId: input.survivorId, absorbedId: input.absorbedId },
      whole: wholeOf(together),
    });
    if (!merged.ok) return merged;
    if (!taken.ok) return taken;
    const writes: Decision['writes'] = [
      ...(await rehoused(load, { before: [kept, other], after: [together] }, heirs(otherOf(input)), env)),
      after(absorbed.stream, absorbed.events, { type: 'CitizenMerged', data: merged.value }),
      after(survivor.stream, survivor.events, { type: 'CitizenAbsorbed', data: taken.value }),
    ];
    if (otherId !== null) writes.push(...(await claimMoved(load, env, otherId, input.absorbedId, input.survivorId)));
    return accept(writes, { mergeId });
  };
}

function otherOf({ survivorId, absorbedId }: MergeCitizens): [string, string] {
  return [absorbedId, survivorId];
}

/** Who heads a household in whose place: the survivor in the absorbed one's. */
function heirs([from, to]: [string, string]): (household: LoadedHousehold) => string | null {
  return ({ household }) => (household.headId === from ? to : household.headId);
}

/**
 * The households' share of people becoming one, or two again: who lives there afterwards and did not before joins, who no longer does
 * leaves, and `head` says who is to head it if he still lives there. A household that was dissolved meanwhile takes nobody in.
 */
export async function rehoused(
  load: LoadStreams,
  people: { before: readonly CitizenState[]; after: readonly CitizenState[] },
  head: (household: LoadedHousehold) => string | null,
  env: CommandEnv,
): Promise<Decision['writes']> {
  const everybody = [...people.before, ...people.after];
  const households = await loadHouseholds(
    load,
    everybody.flatMap((one) => one.residences.map(({ householdId }) => householdId)),
  );
  const ids = new Set(everybody.map(({ citizenId }) => citizenId));
  const living = new Map<string, Set<string>>();
  for (const one of people.after) {
    for (const { householdId } of currentResidences(one)) {
      const inside = living.get(householdId) ?? new Set();
      living.set(householdId, inside.add(one.citizenId));
    }
  }
  const writes: Decision['writes'] = [];
  for (const found of households.values()) {
    const { householdId, members, headId, dissolvedOn } = found.household;
    const inside = living.get(householdId) ?? new Set<string>();
    const occurredOn = env.today;
    const gone = [...ids].filter((id) => members.has(id) && !inside.has(id));
    const come = dissolvedOn === null ? [...inside].filter((id) => !members.has(id)) : [];
    const wanted = head(found);
    const present = wanted !== null && (inside.has(wanted) || (members.has(wanted) && !gone.includes(wanted)));
    const newHead = present ? wanted : null;
    const events = [
      ...gone.map((citizenId) => ({ type: 'HouseholdMemberLeft', data: { householdId, citizenId, occurredOn } })),
      ...come.map((citizenId) => ({ type: 'HouseholdMemberJoined', data: { householdId, citizenId, occurredOn } })),
      ...(newHead === headId
        ? []
        : [{ type: 'HouseholdHeadChanged', data: { householdId, citizenId: newHead, occurredOn } }]),
    ];
    if (events.length > 0) writes.push(after(found.stream, found.events, ...events));
  }
  return writes;
}

/** The write that hands the claim on a number from one to another, when the one holds it. */
export async function claimMoved(
  load: LoadStreams,
  env: CommandEnv,
  nationalId: string,
  from: string,
  to: string,
): Promise<Decision['writes']> {
  const stream = nationalIdClaim(env.claimHash, nationalId);
  const events = (await load([stream])).get(stream) ?? [];
  return holderOf(events) === from ? [transferClaim(stream, events, from, to)] : [];
}

/**
 * A command that names a citizen, given to whom that citizen was found to be; the facts it writes into the survivor's stream say which
 * identity was addressed, so that an undone merge can give them back.
 */
export function addressing<I extends { citizenId: string }>(
  command: (input: I, env: CommandEnv) => Decider,
): (input: I, env: CommandEnv) => Decider {
  return (input, env) => async (load) => {
    const survivorId = await survivorOf(load, input.citizenId);
    if (survivorId === input.citizenId) return command(input, env)(load);
    const decided = await command({ ...input, citizenId: survivorId }, env)(load);
    if (!decided.ok) return decided;
    const writes = decided.decision.writes.map((write) => {
      if (write.stream !== citizenStream(survivorId)) return write;
      const events = write.events.map((event) => ({ ...event, data: { ...event.data, addressedAs: input.citizenId } }));
      return { ...write, events };
    });
    return { ok: true, decision: { ...decided.decision, writes } };
  };
}

/** Whom commands to this citizen go to: the end of the line of merges; the citizen itself when there is none. */
export async function survivorOf(load: LoadStreams, citizenId: string): Promise<string> {
  const seen = new Set<string>();
  let current = citizenId;
  while (!seen.has(current)) {
    seen.add(current);
    const events = (await load([citizenStream(current)])).get(citizenStream(current)) ?? [];
    const next = citizenOf(events)?.mergedInto?.survivorId;
    if (next === undefined) return current;
    current = next;
  }
  return current;
}
