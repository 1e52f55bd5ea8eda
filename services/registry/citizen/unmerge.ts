import { citizenReleased, citizenUnmerged, type CitizenEvent } from '@nocgia/schemas/events/citizen.ts';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { Decision, LoadStreams } from '../../event-store/dispatcher.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { householdOf } from '../household/household-state.ts';
import type { LoadedHousehold } from '../place.ts';
import { loadCitizen, mayWrite } from './citizen.ts';
import { citizenOf, citizenStream, currentResidences, type CitizenState } from './citizen-state.ts';
import { claimMoved, rehoused } from './merge.ts';
import { readAnew, wholeOf, type Reading } from './whole.ts';

export interface UnmergeCitizens {
  survivorId: string;
  mergeId: string;
}

/**
 * Two people had been taken for one. Each stands alone again: what was recorded since of the other one's residences, absences,
 * statuses or marriages, or was addressed to the other one, goes back to the other one; the rest stays. Answers `{ absorbedId }`.
 */
export function unmergeCitizens(input: UnmergeCitizens, env: CommandEnv): Decider {
  return async (load) => {
    const { survivorId, mergeId } = input;
    const found = await loadCitizen(load, survivorId);
    if (!found) return refuse('NOT_FOUND');
    for (const group of ['identity', 'residence'] as const) {
      const denied = mayWrite(found, group, env);
      if (denied) return { ok: false, rejection: denied };
    }
    const merge = found.citizen.absorbed.find((one) => one.mergeId === mergeId);
    if (!merge) return refuse('MERGE_UNKNOWN');
    const { absorbedId } = merge;
    const stream = citizenStream(absorbedId);
    const others = (await load([stream])).get(stream) ?? [];
    const returned = meantFor(absorbedId, mergeId, found.events, others);
    const survivor = await without(load, found.events, mergeId, returned);
    const absorbed = await alone(load, others, returned);
    if (!survivor || !absorbed) return refuse('NOT_FOUND');
    const homes = await rehoused(
      load,
      { before: [found.citizen], after: [survivor, absorbed] },
      headBefore(factOf(found.events, mergeId), [survivorId, absorbedId]),
      env,
    );
    const missing = missingHome(homes, found.citizen, [survivor, absorbed]);
    if (missing !== null) return missing;
    const fact = { mergeId, returned: returned.map(({ position }) => position), occurredOn: env.today };
    const freed = parsed(citizenUnmerged.schema, {
      ...{ ...fact, citizenId: absorbedId, survivorId },
      whole: wholeOf(absorbed),
    });
    const kept = parsed(citizenReleased.schema, {
      ...{ ...fact, citizenId: survivorId, absorbedId },
      whole: wholeOf(survivor),
    });
    if (!freed.ok) return freed;
    if (!kept.ok) return kept;
    const writes: Decision['writes'] = [
      ...homes,
      after(stream, others, { type: 'CitizenUnmerged', data: freed.value }),
      after(found.stream, found.events, { type: 'CitizenReleased', data: kept.value }),
    ];
    const number = absorbed.details.nationalId ?? null;
    if (number !== null && survivor.details.nationalId !== number)
      writes.push(...(await claimMoved(load, env, number, survivorId, absorbedId)));
    return accept(writes, { absorbedId });
  };

  /** A residence that would hold again in a household that no longer exists. */
  function missingHome(
    homes: Decision['writes'],
    before: CitizenState,
    people: readonly CitizenState[],
  ): ReturnType<typeof refuse> | null {
    const held = new Set(currentResidences(before).map(({ householdId }) => householdId));
    for (const one of people) {
      for (const { householdId } of currentResidences(one)) {
        const joins = homes.some(({ stream }) => stream === `household-${householdId}`);
        if (!joins && !held.has(householdId)) return refuse('UNMERGE_HOUSEHOLD_GONE');
      }
    }
    return null;
  }
}

/** The fact of a merge in the survivor's stream. */
function factOf(events: readonly RecordedEvent[], mergeId: string): RecordedEvent | undefined {
  return events.find(
    (event) => event.type === 'CitizenAbsorbed' && (event.data as { mergeId?: string }).mergeId === mergeId,
  );
}

const THINGS = ['residenceId', 'absenceId', 'statusId', 'marriageId'] as const;

/** Ids of the residences, absences, statuses and marriages that facts begin or are about. */
function thingsOf(event: RecordedEvent): string[] {
  const data: Record<string, unknown> = { ...event.data };
  return THINGS.flatMap((name) => (typeof data[name] === 'string' ? [data[name]] : []));
}

/**
 * Facts in the survivor's stream, since the merge, that meant the absorbed one: addressed as such, or about what the absorbed one's own
 * stream began. The end of a residence within a move belongs to whoever moved.
 */
export function meantFor(
  absorbedId: string,
  mergeId: string,
  survivors: readonly RecordedEvent[],
  own: readonly RecordedEvent[],
): RecordedEvent[] {
  const start = factOf(survivors, mergeId)?.position ?? '';
  const theirs = new Set(own.flatMap(thingsOf));
  const meant: RecordedEvent[] = [];
  for (const event of survivors) {
    if (event.position <= start) continue;
    const { addressedAs, cause } = event.data as { addressedAs?: string; cause?: string };
    const moving = event.type === 'ResidenceEnded' && cause === 'move';
    const about = thingsOf(event);
    const isMeant =
      addressedAs === absorbedId || (addressedAs === undefined && !moving && about.some((id) => theirs.has(id)));
    if (!isMeant) continue;
    for (const id of about) theirs.add(id);
    meant.push(event);
  }
  return meant;
}

/** Positions of facts that merges undone earlier have given back. */
function givenBack(events: readonly RecordedEvent[]): string[] {
  return events.flatMap((event) => {
    const fact = event as CitizenEvent;
    return fact.type === 'CitizenReleased' ? fact.data.returned : [];
  });
}

/** The survivor as if this merge had never been. */
async function without(
  load: LoadStreams,
  events: readonly RecordedEvent[],
  mergeId: string,
  returned: readonly RecordedEvent[],
): Promise<CitizenState | null> {
  const standing = citizenOf(events)?.absorbed.filter((one) => one.mergeId !== mergeId) ?? [];
  const streams = await load(standing.map((one) => citizenStream(one.absorbedId)));
  const absorbed: [string, CitizenState][] = standing.flatMap((one) => {
    const state = citizenOf(streams.get(citizenStream(one.absorbedId)) ?? []);
    return state ? [[one.mergeId, state]] : [];
  });
  const reading: Reading = {
    absorbed: new Map(absorbed),
    without: new Set([...givenBack(events), ...returned.map(({ position }) => position)]),
    returned: await returnedTo(load, events),
  };
  return readAnew(events, reading);
}

/** The absorbed one by the own stream, with everything that is or was given back to it. */
async function alone(
  load: LoadStreams,
  events: readonly RecordedEvent[],
  returned: readonly RecordedEvent[],
): Promise<CitizenState | null> {
  const standing = citizenOf(events)?.absorbed ?? [];
  const streams = await load(standing.map((one) => citizenStream(one.absorbedId)));
  const absorbed: [string, CitizenState][] = standing.flatMap((one) => {
    const state = citizenOf(streams.get(citizenStream(one.absorbedId)) ?? []);
    return state ? [[one.mergeId, state]] : [];
  });
  const earlier = await returnedTo(load, events);
  return readAnew(events, {
    absorbed: new Map(absorbed),
    without: new Set(givenBack(events)),
    returned: [...earlier, ...returned],
  });
}

/** Facts that earlier undoings gave back to this one, from the streams where they stand. */
async function returnedTo(load: LoadStreams, events: readonly RecordedEvent[]): Promise<RecordedEvent[]> {
  const undone = events.flatMap((event) => {
    const fact = event as CitizenEvent;
    return fact.type === 'CitizenUnmerged' ? [fact.data] : [];
  });
  const streams = await load([...new Set(undone.map((one) => citizenStream(one.survivorId)))]);
  return undone.flatMap(({ survivorId, returned }) => {
    const wanted = new Set(returned);
    return (streams.get(citizenStream(survivorId)) ?? []).filter(({ position }) => wanted.has(position));
  });
}

/** Who is to head a household again: whoever of the two did before the merge, unless the head has changed since. */
function headBefore(
  merge: RecordedEvent | undefined,
  two: readonly string[],
): (household: LoadedHousehold) => string | null {
  return ({ household, events }) => {
    const at = events.findIndex(({ commandId }) => commandId === merge?.commandId);
    if (at < 0) return household.headId;
    const changed = events
      .slice(at)
      .some(({ type, commandId }) => type === 'HouseholdHeadChanged' && commandId !== merge?.commandId);
    const then = householdOf(events.slice(0, at))?.headId ?? null;
    return !changed && then !== null && two.includes(then) ? then : household.headId;
  };
}
