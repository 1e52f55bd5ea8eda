import type { HouseholdEvent } from '@nocgia/schemas/events/household.ts';
import { after } from '../../event-store/deciding.ts';
import type { Decided, Decision, LoadStreams } from '../../event-store/dispatcher.ts';
import type { DomainEvent, RecordedEvent } from '../../event-store/log.ts';
import { citizenOf, citizenStream } from '../citizen/citizen-state.ts';
import { holderOf, nationalIdClaim, releaseClaim } from '../citizen/claim.ts';
import { householdOf, householdStream, type HouseholdState } from '../household/household-state.ts';
import { dwellingStream, placeOfDwelling } from '../place.ts';

/**
 * Why a record of a withdrawn import stays: recorded on since, a head chosen by others, lived in by people who stay, by households that
 * stay, an identity number that somebody else holds by now.
 */
export type KeptWhy = 'changed' | 'head' | 'members' | 'inhabited' | 'number';
export type KeptKind = 'citizen' | 'household' | 'dwelling';

/** What one part of a withdrawal took back, kept with its command. Ids and counts, nothing personal. */
export type WithdrawalResult = {
  citizens: number;
  households: number;
  dwellings: number;
  kept: [kind: KeptKind, id: string, why: KeptWhy][];
};

export interface WithdrawalOptions {
  importId: string;
  /** The day of the withdrawal. */
  today: string;
  /** Whether the import itself recorded this. */
  own(event: RecordedEvent): boolean;
  claimHash(text: string): string;
}

/** People that an import made, and the households that it put them into. */
export interface WithdrawalPart {
  citizenIds: readonly string[];
  households: readonly { householdId: string; isNew: boolean }[];
}

export const nothing = (): WithdrawalResult => ({ citizens: 0, households: 0, dwellings: 0, kept: [] });

/**
 * Takes people and their households back as far as nobody has recorded anything of them since; the rest is named. Whoever goes leaves
 * a household that stays, and gives their identity number free.
 */
export function decideWithdrawal(
  part: WithdrawalPart,
  options: WithdrawalOptions,
): (load: LoadStreams) => Promise<Decided> {
  const { importId, today: occurredOn, own } = options;
  return async (load) => {
    const writes: Decision['writes'] = [];
    const result = nothing();
    const streams = await load([
      ...part.citizenIds.map(citizenStream),
      ...part.households.map(({ householdId }) => householdStream(householdId)),
    ]);
    const homes = part.households.flatMap(({ householdId, isNew }) => {
      const events = streams.get(householdStream(householdId)) ?? [];
      const household = householdOf(events);
      return household && !household.withdrawn ? [{ events, household, isNew }] : [];
    });
    const headed = new Set(homes.flatMap(({ events, household }) => headOfOthers(household, events, own) ?? []));
    const going = new Set<string>();
    const ids = new Map<string, string>();
    for (const citizenId of part.citizenIds) {
      const events = streams.get(citizenStream(citizenId)) ?? [];
      const citizen = citizenOf(events);
      if (!citizen || citizen.withdrawn) continue;
      const why = !events.every(own) ? 'changed' : headed.has(citizenId) ? 'head' : null;
      if (why !== null) {
        result.kept.push(['citizen', citizenId, why]);
        continue;
      }
      going.add(citizenId);
      const withdrawn = { type: 'CitizenWithdrawn', data: { citizenId, importId, occurredOn } };
      writes.push(after(citizenStream(citizenId), events, withdrawn));
      const { nationalId } = citizen.details;
      if (nationalId) ids.set(nationalIdClaim(options.claimHash, nationalId), citizenId);
    }
    const claims = await load([...ids.keys()]);
    for (const [stream, citizenId] of ids) {
      const events = claims.get(stream) ?? [];
      if (holderOf(events) === citizenId) writes.push(releaseClaim(stream, events, citizenId, 'correction'));
    }
    result.citizens = going.size;
    for (const { events, household, isNew } of homes) {
      const { householdId } = household;
      const staying = [...household.members].filter((id) => !going.has(id));
      const touched = !events.every(own);
      if (isNew && !touched && staying.length === 0) {
        const withdrawn = { type: 'HouseholdWithdrawn', data: { householdId, importId, occurredOn } };
        writes.push(after(householdStream(householdId), events, withdrawn));
        result.households += 1;
        continue;
      }
      if (isNew) result.kept.push(['household', householdId, touched ? 'changed' : 'members']);
      const facts = leaving(household, going, options);
      if (facts.length > 0) writes.push(after(householdStream(householdId), events, ...facts));
    }
    return { ok: true, decision: { writes, result } };
  };
}

/** The head whom somebody else has chosen since: that choice is built on. */
function headOfOthers(
  household: HouseholdState,
  events: readonly RecordedEvent[],
  own: WithdrawalOptions['own'],
): string | null {
  const last = events.findLast(({ type }) => (type as HouseholdEvent['type']) === 'HouseholdHeadChanged');
  return last && !own(last) ? household.headId : null;
}

function leaving(
  household: HouseholdState,
  going: ReadonlySet<string>,
  { importId, today: occurredOn }: WithdrawalOptions,
): DomainEvent[] {
  const { householdId, headId, members } = household;
  const facts: DomainEvent[] = [...members]
    .filter((id) => going.has(id))
    .map((citizenId) => ({ type: 'HouseholdMemberLeft', data: { householdId, citizenId, importId, occurredOn } }));
  if (headId !== null && going.has(headId))
    facts.push({ type: 'HouseholdHeadChanged', data: { householdId, citizenId: null, occurredOn } });
  return facts;
}

/** Takes back the roofs that an import registered, where nobody has recorded anything of them since and no household lives in them. */
export function decideRoofs(
  dwellingIds: readonly string[],
  inhabited: ReadonlySet<string>,
  { importId, today: occurredOn, own }: WithdrawalOptions,
): (load: LoadStreams) => Promise<Decided> {
  return async (load) => {
    const writes: Decision['writes'] = [];
    const result = nothing();
    const streams = await load(dwellingIds.map(dwellingStream));
    for (const dwellingId of dwellingIds) {
      const events = streams.get(dwellingStream(dwellingId)) ?? [];
      if (!placeOfDwelling(events)) continue;
      const why = !events.every(own) ? 'changed' : inhabited.has(dwellingId) ? 'inhabited' : null;
      if (why !== null) {
        result.kept.push(['dwelling', dwellingId, why]);
        continue;
      }
      const withdrawn = { type: 'DwellingWithdrawn', data: { dwellingId, importId, occurredOn } };
      writes.push(after(dwellingStream(dwellingId), events, withdrawn));
      result.dwellings += 1;
    }
    return { ok: true, decision: { writes, result } };
  };
}
