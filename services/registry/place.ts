import type { DwellingEvent } from '@nocgia/schemas/events/dwelling.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import type { CodedPlace } from '../access/ability.ts';
import type { Authority } from '../access/authority.ts';
import type { LoadStreams } from '../event-store/dispatcher.ts';
import type { DomainEvent, RecordedEvent } from '../event-store/log.ts';
import { householdOf, householdStream, type HouseholdState } from './household/household-state.ts';

export function dwellingStream(id: string): string {
  return `dwelling-${id}`;
}

/** Where a dwelling lies, from its own stream; null when there is no such dwelling. */
export function placeOfDwelling(events: readonly DomainEvent[] = []): CodedPlace | null {
  let place: CodedPlace | null = null;
  for (const event of events) {
    const fact = event as DwellingEvent;
    if (fact.type === 'DwellingRegistered' || fact.type === 'DwellingPlaced') {
      place = { ward: fact.data.ward, neighbourhood: fact.data.neighbourhood };
    } else if (fact.type === 'DwellingWithdrawn') place = null;
  }
  return place;
}

/**
 * Whether people who live in `from` may move under this roof. It must lie in the same ward: who moves to another ward departs and arrives
 * there, as Luật Cư trú 2020 has it (Điều 21, Điều 24), and the ward they leave keeps a card of each. One answer for a roof that is not
 * there, out of reach, or in another ward, so that ids of elsewhere cannot be tried out.
 */
export function refusedRoof(roof: readonly DomainEvent[], from: CodedPlace, may: Authority): Rejection | null {
  const place = placeOfDwelling(roof);
  const elsewhere = { code: 'DWELLING_NOT_HERE', field: 'dwellingId' } as const;
  if (!place || place.ward !== from.ward) return elsewhere;
  const denied = may('write', 'Household', place);
  return denied?.code === 'NOT_FOUND' ? elsewhere : denied;
}

/** A household with the streams that say what it is and where it lies. */
export interface LoadedHousehold {
  stream: string;
  events: RecordedEvent[];
  household: HouseholdState;
  dwelling: { stream: string; events: RecordedEvent[] };
  place: CodedPlace;
}

/** Loads households and the dwellings they live in, in two queries; ids that are no household are absent. */
export async function loadHouseholds(load: LoadStreams, ids: Iterable<string>): Promise<Map<string, LoadedHousehold>> {
  const wanted = [...new Set(ids)];
  const streams = await load(wanted.map(householdStream));
  const found = wanted.flatMap((id) => {
    const events = streams.get(householdStream(id)) ?? [];
    const household = householdOf(events);
    return household ? [{ stream: householdStream(id), events, household }] : [];
  });
  const dwellings = await load([...new Set(found.map(({ household }) => dwellingStream(household.dwellingId)))]);
  const loaded = new Map<string, LoadedHousehold>();
  for (const entry of found) {
    const stream = dwellingStream(entry.household.dwellingId);
    const events = dwellings.get(stream) ?? [];
    const place = placeOfDwelling(events) ?? { ward: null, neighbourhood: null };
    loaded.set(entry.household.householdId, { ...entry, dwelling: { stream, events }, place });
  }
  return loaded;
}
