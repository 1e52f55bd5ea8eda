import type { Overlay } from '../../projection/projection.ts';
import { cellsOf, difference, dwellingCells, householdCells, type Cell } from './cells.ts';
import { compare, emptyCitizen } from './facts.ts';
import { episodesOf, FOREVER, placementSpans, type Episode } from './history.ts';
import type { CitizenRow, DwellingEpisodeRow, DwellingRow, EpisodeRow, HouseholdRow, ResidenceRow } from './tables.ts';

type Reader = Pick<Overlay, 'get' | 'where'>;

/** What is known of a person; nothing as yet when the log has not named them. */
export function citizenFacts(rows: Reader, id: string): CitizenRow['facts'] {
  return rows.get<CitizenRow>('population_citizen', id)?.facts ?? emptyCitizen;
}

/** Episodes known now in which this column has this value. */
export function standing(
  rows: Reader,
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
}

/** Opens the journal of one event. */
export function openJournal(position: string, rows: Overlay): Journal {
  let n = 0;
  const next = (): number => n++;
  return {
    position,
    next,
    write(after, before) {
      for (const cell of difference(after, before)) rows.insert('population_tally', { position, n: next(), ...cell });
    },
  };
}

/** Works out these people's episodes anew, closes those that no longer hold, opens the new ones, and journals what changes in the figures. */
export function recount(people: readonly string[], journal: Journal, rows: Overlay): void {
  const households = new Map<string, Cell[]>();
  for (const citizen of people) {
    const known = standing(rows, 'citizen_id', citizen);
    const residences = rows.where<ResidenceRow>('population_residence', 'citizen_id', citizen);
    if (residences.length === 0) continue;
    const before = known.map(fromRow);
    const after = episodesOf({
      citizen: citizenFacts(rows, citizen),
      residences: residences.map((row) => ({ id: row.residence_id, facts: row.facts })),
      household: (id) => rows.get<HouseholdRow>('population_household', id)?.facts,
      dwelling: (id) => rows.get<DwellingRow>('population_dwelling', id)?.facts,
    });
    const kept = new Set(before.map(signature));
    const wanted = new Set(after.map(signature));
    const gone = known.filter((_, index) => !wanted.has(signature(before[index] as Episode)));
    const fresh = after.filter((episode) => !kept.has(signature(episode)));
    for (const household of new Set([
      ...gone.map((row) => row.household_id),
      ...fresh.map((episode) => episode.household),
    ])) {
      if (!households.has(household))
        households.set(household, householdCells(standing(rows, 'household_id', household).map(fromRow)));
    }
    for (const row of gone) rows.put('population_episode', { ...row, known_to: journal.position });
    for (const episode of fresh)
      rows.put('population_episode', toRow(citizen, episode, journal.position, journal.next()));
    journal.write(cellsOf(after), cellsOf(before));
  }
  for (const [household, before] of households) {
    journal.write(householdCells(standing(rows, 'household_id', household).map(fromRow)), before);
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
  const { registered } = row.facts;
  if (registered === null) return [];
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

function signature(episode: Episode): string {
  const e = episode;
  return [
    e.residenceId,
    e.household,
    e.dwelling,
    e.ward,
    e.neighbourhood,
    e.headcount,
    e.relation,
    e.sex,
    e.birth,
    e.birthEstimated,
    e.since,
    e.from,
    e.to,
    e.startCause,
    e.endCause,
  ].join('|');
}

function toRow(citizen: string, episode: Episode, position: string, n: number): EpisodeRow {
  return {
    citizen_id: citizen,
    known_from: position,
    n,
    known_to: null,
    residence_id: episode.residenceId,
    household_id: episode.household,
    dwelling_id: episode.dwelling,
    ward: episode.ward,
    neighbourhood: episode.neighbourhood,
    headcount: episode.headcount,
    relation: episode.relation,
    sex: episode.sex,
    birth: episode.birth,
    birth_estimated: episode.birthEstimated,
    since: episode.since,
    valid_from: episode.from,
    valid_to: episode.to,
    start_cause: episode.startCause,
    end_cause: episode.endCause,
  };
}

function fromRow(row: EpisodeRow): Episode {
  return {
    residenceId: row.residence_id,
    household: row.household_id,
    dwelling: row.dwelling_id,
    ward: row.ward,
    neighbourhood: row.neighbourhood,
    headcount: row.headcount,
    relation: row.relation,
    sex: row.sex,
    birth: row.birth,
    birthEstimated: row.birth_estimated,
    since: row.since,
    from: row.valid_from,
    to: row.valid_to,
    startCause: row.start_cause,
    endCause: row.end_cause,
  };
}
