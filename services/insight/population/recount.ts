import type { Overlay } from '../../projection/projection.ts';
import {
  cellsOf,
  dwellingCells,
  householdCells,
  householdStatusCells,
  policyCells,
  type Cell,
  type StatusCell,
} from './cells.ts';
import { difference } from './difference.ts';
import { fromRow, signature, toRow } from './episode-rows.ts';
import { compare } from './facts.ts';
import { episodesOf, placementSpans, type Episode } from './history.ts';
import { citizenFacts, countedAs, onePerson, residencesOf } from './merge.ts';
import { FOREVER, type Cause } from './spans.ts';
import type { DwellingEpisodeRow, DwellingRow, EpisodeRow, HouseholdRow } from './tables.ts';

/** Episodes known now in which this column has this value. */
export function standing(
  rows: Pick<Overlay, 'get' | 'where'>,
  column: 'citizen_id' | 'household_id' | 'dwelling_id',
  value: string,
): EpisodeRow[] {
  return rows.where<EpisodeRow>('population_episode', column, value).filter((row) => row.known_to === null);
}

/** What one event writes: numbered rows, all known from its position. */
export interface Journal {
  position: string;
  next(): number;
  write(after: readonly Cell[], before: readonly Cell[]): void;
  writeStatuses(after: readonly StatusCell[], before: readonly StatusCell[]): void;
}

/** Opens the journal of one event. `cause`: what all that changes is laid to; by default each change has a cause of its own. */
export function openJournal(position: string, cause: Cause | null, rows: Overlay): Journal {
  let n = 0;
  const next = (): number => n++;
  return {
    position,
    next,
    write(after, before) {
      for (const { citizen, ...cell } of difference(after, before, cause)) {
        const row = { position, n: next() };
        rows.insert('population_tally', { ...row, ...cell });
        if (citizen === null) continue;
        const { ward, neighbourhood } = cell;
        rows.insert('population_tally_citizen', { ...row, citizen_id: citizen, ward, neighbourhood });
      }
    },
    writeStatuses(after, before) {
      if (after.length === 0 && before.length === 0) return;
      for (const cell of difference(after, before, cause))
        rows.insert('population_status_tally', { position, n: next(), ...cell });
    },
  };
}

/** A person's episodes from all that is known of them and of whom they absorbed. */
function episodesNow(rows: Overlay, citizen: string): Episode[] {
  const facts = citizenFacts(rows, citizen);
  // What counts as somebody else, or never was, counts no more by itself.
  if (facts.mergedInto !== undefined) return [];
  const people = facts.absorbed ? onePerson(rows, citizen) : [citizen];
  const real = people.filter((id) => !citizenFacts(rows, id).withdrawn);
  return episodesOf({
    people: real.map((id) => citizenFacts(rows, id)),
    residences: residencesOf(rows, real),
    household: (id) => rows.get<HouseholdRow>('population_household', id)?.facts,
    dwelling: (id) => rows.get<DwellingRow>('population_dwelling', id)?.facts,
  });
}

interface Counts {
  cells: Cell[];
  statuses: StatusCell[];
}

function householdCounts(rows: Overlay, household: string): Counts {
  const episodes = standing(rows, 'household_id', household).map(fromRow);
  return { cells: householdCells(episodes), statuses: householdStatusCells(episodes) };
}

/**
 * Works out these people's episodes anew, closes those that no longer hold, opens the new ones, and journals what changes in the
 * figures: of all of them together, so that what one loses to another in a merge cancels out.
 */
export function recount(people: readonly string[], journal: Journal, rows: Overlay): void {
  const households = new Map<string, Counts>();
  const before: Counts = { cells: [], statuses: [] };
  const after: Counts = { cells: [], statuses: [] };
  for (const citizen of new Set(people.flatMap((id) => [id, countedAs(rows, id)]))) {
    const known = standing(rows, 'citizen_id', citizen);
    const was = known.map(fromRow);
    const is = episodesNow(rows, citizen);
    if (was.length === 0 && is.length === 0) continue;
    const kept = new Set(was.map(signature));
    const wanted = new Set(is.map(signature));
    const gone = known.filter((_, index) => !wanted.has(signature(was[index] as Episode)));
    const fresh = is.filter((episode) => !kept.has(signature(episode)));
    for (const household of new Set([
      ...gone.map((row) => row.household_id),
      ...fresh.map((episode) => episode.household),
    ])) {
      if (!households.has(household)) households.set(household, householdCounts(rows, household));
    }
    for (const row of gone) rows.put('population_episode', { ...row, known_to: journal.position });
    for (const episode of fresh)
      rows.put('population_episode', toRow(citizen, episode, journal.position, journal.next()));
    before.cells.push(...cellsOf(citizen, was));
    before.statuses.push(...policyCells(was));
    after.cells.push(...cellsOf(citizen, is));
    after.statuses.push(...policyCells(is));
  }
  journal.write(after.cells, before.cells);
  journal.writeStatuses(after.statuses, before.statuses);
  for (const [household, was] of households) {
    const is = householdCounts(rows, household);
    journal.write(is.cells, was.cells);
    journal.writeStatuses(is.statuses, was.statuses);
  }
}

/** The same for a dwelling, which counts by itself. */
export function recountDwelling(row: DwellingRow, journal: Journal, rows: Overlay): void {
  const known = rows
    .where<DwellingEpisodeRow>('population_dwelling_episode', 'dwelling_id', row.dwelling_id)
    .filter((episode) => episode.known_to === null)
    .sort((a, b) => compare(a.valid_from, b.valid_from));
  const after = dwellingEpisodes(row);
  const same = (a: DwellingSpan, b: DwellingSpan): boolean =>
    a.ward === b.ward &&
    a.neighbourhood === b.neighbourhood &&
    a.valid_from === b.valid_from &&
    a.valid_to === b.valid_to &&
    a.cause === b.cause;
  for (const old of known) {
    if (!after.some((episode) => same(old, episode)))
      rows.put('population_dwelling_episode', { ...old, known_to: journal.position });
  }
  for (const episode of after) {
    if (known.some((old) => same(old, episode))) continue;
    rows.put('population_dwelling_episode', {
      dwelling_id: row.dwelling_id,
      known_from: journal.position,
      n: journal.next(),
      known_to: null,
      ...episode,
    });
  }
  journal.write(dwellingCells(after), dwellingCells(known));
}

type DwellingSpan = Pick<DwellingEpisodeRow, 'ward' | 'neighbourhood' | 'valid_from' | 'valid_to' | 'cause'>;

/** A dwelling counts from the day it was registered on; before that it only says where its people lived. */
function dwellingEpisodes(row: DwellingRow): DwellingSpan[] {
  const { registered, withdrawn } = row.facts;
  if (registered === null || withdrawn) return [];
  const spans = placementSpans(row.facts);
  return spans.flatMap((span, index) => {
    const first = span.from <= registered;
    const from = first ? registered : span.from;
    const to = spans[index + 1]?.from ?? FOREVER;
    const { ward, neighbourhood } = span.value;
    return to <= from
      ? []
      : [{ ward, neighbourhood, valid_from: from, valid_to: to, cause: first ? 'first_entry' : span.cause }];
  });
}
