import { citizenRegistered, residenceStarted } from '@nocgia/schemas/events/citizen.ts';
import { dwellingRegistered } from '@nocgia/schemas/events/dwelling.ts';
import { householdFormed } from '@nocgia/schemas/events/household.ts';
import { after, parsed } from '../../event-store/deciding.ts';
import { derivedId } from '../../event-store/derived-id.ts';
import type { Decided, Decision, LoadStreams } from '../../event-store/dispatcher.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import { citizenStream, earliestBirth } from '../citizen/citizen-state.ts';
import { holderOf, nationalIdClaim, takeClaim } from '../citizen/claim.ts';
import { householdStream } from '../household/household-state.ts';
import { dwellingStream, loadHouseholds, placeOfDwelling, type LoadedHousehold } from '../place.ts';
import { importStream } from './import-stream.ts';
import type { PlannedHousehold } from './plan.ts';
import type { Resident } from './resident.ts';

/** A household of a slice with the rows that become people. */
export interface SliceHousehold extends PlannedHousehold {
  people: { citizenId: string; isHead: boolean; resident: Resident }[];
}

/** Why a row that looked good was not written after all: codes of the rows' issues. */
export type FailedCode = 'id_taken' | 'household_gone' | 'value_lost';

/** What a slice did, kept with its command: counts, and the lines it could not write. Nothing personal. */
export type SliceResult = {
  people: number;
  households: number;
  dwellings: number;
  failed: [line: number, code: FailedCode][];
};

export interface SliceOptions {
  importId: string;
  /** Ward code. */
  ward: string;
  /** The day of the plan: it stands where no first day of residence is given. */
  today: string;
  claimHash(text: string): string;
}

/**
 * Decides one slice against the streams as they are now. The rules of the register hold (one holder of an identity number, one head,
 * no residence before birth, no dissolved household); a row that breaks one is left out and named, the rest of its slice goes in.
 * The import registers dwellings itself, since a household, its people and its roof are one act.
 */
export function decideSlice(
  households: readonly SliceHousehold[],
  options: SliceOptions,
): (load: LoadStreams) => Promise<Decided> {
  return async (load) => {
    const writes = new Map<string, Decision['writes'][number]>();
    const result: SliceResult = { people: 0, households: 0, dwellings: 0, failed: [] };
    const known = await loadHouseholds(
      load,
      households.filter(({ isNew }) => !isNew).map(({ householdId }) => householdId),
    );
    const ownRoofs = new Set(
      households.flatMap(({ dwellingId, dwellingFrom }) => (dwellingFrom === null ? [] : (dwellingId ?? []))),
    );
    const roofs = new Set(
      households.flatMap(({ isNew, dwellingId }) =>
        isNew && dwellingId !== null && !ownRoofs.has(dwellingId) ? [dwellingStream(dwellingId)] : [],
      ),
    );
    const roofStreams = await load([...roofs]);
    const claims = await loadClaims(load, households, options);

    for (const household of households) {
      const target = household.isNew ? null : known.get(household.householdId);
      if (!isUsable(household, target, ownRoofs, roofStreams, options.ward)) {
        for (const { resident } of household.people) result.failed.push([resident.line, 'household_gone']);
        continue;
      }
      const joining: DomainEvent[] = [];
      let headless = target ? target.household.headId === null : true;
      for (const { citizenId, isHead, resident } of household.people) {
        const claim = resident.details?.nationalId ? claims.get(resident.details.nationalId) : undefined;
        if (claim && claim.holder !== null && claim.holder !== citizenId) {
          result.failed.push([resident.line, 'id_taken']);
          continue;
        }
        const becomesHead = isHead && headless;
        const events = personEvents(citizenId, household.householdId, resident, becomesHead, options);
        if (!events) {
          result.failed.push([resident.line, 'value_lost']);
          continue;
        }
        const occurredOn = sinceOf(resident, options.today);
        writes.set(citizenStream(citizenId), { stream: citizenStream(citizenId), expected: 'none', events });
        if (claim) writes.set(claim.stream, takeClaim(claim.stream, claim.events, citizenId));
        joining.push({
          type: 'HouseholdMemberJoined',
          data: { householdId: household.householdId, citizenId, occurredOn },
        });
        if (becomesHead) {
          joining.push({
            type: 'HouseholdHeadChanged',
            data: { householdId: household.householdId, citizenId, occurredOn },
          });
          headless = false;
        }
        result.people += 1;
      }
      // A dwelling that later slices rely on is registered even where nobody of its first household could be.
      const roof = household.dwellingFrom === null ? null : roofEvent(household, options.ward);
      if (roof) {
        writes.set(dwellingStream(roof.data.dwellingId), {
          stream: dwellingStream(roof.data.dwellingId),
          expected: 'none',
          events: [roof],
        });
        result.dwellings += 1;
      }
      if (joining.length === 0) continue;
      if (target) {
        writes.set(target.stream, after(target.stream, target.events, ...joining));
        continue;
      }
      const formed = formedEvent(household);
      writes.set(householdStream(household.householdId), {
        stream: householdStream(household.householdId),
        expected: 'none',
        events: [formed, ...joining],
      });
      result.households += 1;
      const stream = dwellingStream(household.dwellingId ?? '');
      const read = roofStreams.get(stream) ?? [];
      if (read.length > 0) writes.set(stream, after(stream, read));
    }
    return { ok: true, decision: { writes: inOrder(writes), result } };
  };
}

/**
 * Roofs, then households, then people: who reads the log in order finds the household of a residence before the residence itself, and
 * so knows at once in which unit it lies.
 */
function inOrder(writes: ReadonlyMap<string, Decision['writes'][number]>): Decision['writes'] {
  const rank = (stream: string): number =>
    ['dwelling-', 'household-', 'citizen-', 'claim-'].findIndex((prefix) => stream.startsWith(prefix));
  return [...writes.values()].sort((a, b) => rank(a.stream) - rank(b.stream));
}

/** Whether a household can still be written to: its roof lies in the ward, and it has not been dissolved since the plan was made. */
function isUsable(
  household: SliceHousehold,
  target: LoadedHousehold | null | undefined,
  ownRoofs: ReadonlySet<string>,
  roofs: Awaited<ReturnType<LoadStreams>>,
  ward: string,
): boolean {
  if (!household.isNew) return target != null && target.household.dissolvedOn === null && target.place.ward === ward;
  if (household.dwellingId === null) return false;
  if (ownRoofs.has(household.dwellingId)) return true;
  return placeOfDwelling(roofs.get(dwellingStream(household.dwellingId)))?.ward === ward;
}

async function loadClaims(load: LoadStreams, households: readonly SliceHousehold[], { claimHash }: SliceOptions) {
  const ids = households.flatMap(({ people }) => people.flatMap(({ resident }) => resident.details?.nationalId ?? []));
  const streams = new Map(ids.map((id) => [id, nationalIdClaim(claimHash, id)]));
  const loaded = await load([...streams.values()]);
  return new Map(
    [...streams].map(([id, stream]) => {
      const events = loaded.get(stream) ?? [];
      return [id, { stream, events, holder: holderOf(events) }] as const;
    }),
  );
}

function sinceOf(resident: Resident, today: string): string {
  return resident.since ?? today;
}

function personEvents(
  citizenId: string,
  householdId: string,
  resident: Resident,
  isHead: boolean,
  { importId, today }: SliceOptions,
): DomainEvent[] | null {
  const occurredOn = sinceOf(resident, today);
  const { details, sourceKey, kind, until, cameFrom } = resident;
  // Read rows keep to this; a rule of the register is checked where it is written all the same.
  if (details?.birth && occurredOn < earliestBirth(details.birth)) return null;
  const unmapped = Object.keys(resident.unmapped).length > 0 ? resident.unmapped : null;
  const registered = parsed(citizenRegistered.schema, { citizenId, occurredOn, details, sourceKey, unmapped });
  const relation = isHead ? 'head' : resident.relation === 'head' ? 'unknown' : resident.relation;
  const residenceId = derivedId(importStream(importId), 'residence', resident.line);
  const estimated = resident.since === null;
  const started = parsed(residenceStarted.schema, {
    citizenId,
    residenceId,
    kind,
    householdId,
    relation,
    cause: 'first_entry',
    estimated,
    until,
    source: 'import',
    cameFrom,
    occurredOn,
  });
  if (!registered.ok || !started.ok) return null;
  return [
    { type: 'CitizenRegistered', data: registered.value },
    { type: 'ResidenceStarted', data: started.value },
  ];
}

/** The household's number and address are those of its first row. */
function formedEvent({ householdId, dwellingId, formedOn, people }: SliceHousehold): DomainEvent {
  const number = people.map(({ resident }) => resident.householdNumber).find((number) => number !== null);
  const formed = parsed(householdFormed.schema, {
    householdId,
    dwellingId,
    occurredOn: formedOn,
    details: number ? { number } : {},
  });
  if (!formed.ok) throw new Error('a household of a plan has no valid shape');
  return { type: 'HouseholdFormed', data: formed.value };
}

function roofEvent({ dwellingId, dwellingFrom, people }: SliceHousehold, ward: string) {
  const resident =
    people.map(({ resident }) => resident).find(({ houseNumber, street }) => houseNumber !== null || street !== null) ??
    people[0]?.resident;
  const registered = parsed(dwellingRegistered.schema, {
    dwellingId,
    ward,
    neighbourhood: resident?.neighbourhood ?? null,
    houseNumber: resident?.houseNumber ?? null,
    oldNumber: resident?.oldNumber ?? null,
    street: resident?.street ?? null,
    kind: 'house',
    point: null,
    occurredOn: dwellingFrom,
  });
  if (!registered.ok) throw new Error('a dwelling of a plan has no valid shape');
  return { type: 'DwellingRegistered', data: registered.value };
}
