import { compare } from './facts.ts';
import type { Episode } from './history.ts';
import { FOREVER, type Cause } from './spans.ts';

/**
 * What is counted in the journal: people by headcount, then who would be counted twice in *present* at each of the two levels, who of the
 * permanent residents is temporarily absent, and the households in which somebody lives, and dwellings.
 */
export type CountedAs =
  'permanent' | 'temporary' | 'absent' | 'both_in_ward' | 'both_in_neighbourhood' | 'household' | 'dwelling';

/** One change of a figure: at a place, on a day, for a reason. */
export interface Cell {
  ward: number;
  neighbourhood: number | null;
  headcount: CountedAs;
  day: string;
  cause: Cause;
  sex: 'male' | 'female' | 'unknown';
  birth: string | null;
  ethnicity: string | null;
  delta: number;
  /** Who it is about; null where households or dwellings are counted. */
  citizen: string | null;
}

/** One change of the number of people, or households, with a status. */
export interface StatusCell extends Pick<Cell, 'ward' | 'neighbourhood' | 'headcount' | 'day' | 'cause' | 'delta'> {
  dimension: 'policy' | 'household';
  status: string;
}

/** What is counted: a stretch of days at one place with one sex, birth and ethnicity. */
interface Stretch {
  ward: number;
  neighbourhood: number | null;
  headcount: CountedAs;
  sex: Cell['sex'];
  birth: string | null;
  ethnicity: string | null;
  from: string;
  to: string;
  startCause: Cause;
  endCause: Cause | null;
}

/** The changes of figures that these episodes of ONE person make: their sum up to a day is 1 where the person is counted that day. */
export function cellsOf(citizen: string, episodes: readonly Episode[]): Cell[] {
  return stretchesOf(episodes, toStretch).flatMap((stretch) => endsOf(stretch, citizen));
}

function stretchesOf(episodes: readonly Episode[], toStretch: (episode: Episode, ward: number) => Stretch): Stretch[] {
  const at = (of: readonly Episode[]): Stretch[] =>
    of.flatMap((episode) => (episode.ward === null ? [] : [toStretch(episode, episode.ward)]));
  const homes = episodes.filter((episode) => episode.headcount === 'permanent');
  const permanent = joined(at(homes));
  if (homes.length === episodes.length) return [...permanent, ...away(homes, at)];
  const temporary = joined(at(episodes.filter((episode) => episode.headcount === 'temporary')));
  return [...permanent, ...temporary, ...overlaps(permanent, temporary), ...away(homes, at)];
}

/** When a permanent resident is away; what begins or ends while still at the same home does so by absence and return. */
function away(homes: readonly Episode[], at: (of: readonly Episode[]) => Stretch[]): Stretch[] {
  const absent = homes.filter((episode) => episode.absent);
  if (absent.length === 0) return [];
  const athome = homes.filter((episode) => !episode.absent);
  return joined(at(absent)).map((stretch): Stretch => {
    const left = athome.some((episode) => episode.to === stretch.from);
    const back = athome.some((episode) => episode.from === stretch.to);
    return {
      ...stretch,
      headcount: 'absent',
      startCause: left ? 'absence' : stretch.startCause,
      endCause: back ? 'return' : stretch.endCause,
    };
  });
}

function toStretch(episode: Episode, ward: number): Stretch {
  const { neighbourhood, headcount, sex, birth, ethnicity, from, to, startCause, endCause } = episode;
  return { ward, neighbourhood, headcount, sex, birth, ethnicity, from, to, startCause, endCause };
}

/** The same without sex, birth and ethnicity, which are not told apart among those with a status. */
function toPlainStretch(episode: Episode, ward: number): Stretch {
  return { ...toStretch(episode, ward), sex: 'unknown', birth: null, ethnicity: null };
}

/** The changes in the numbers of people with each policy status that these episodes of ONE person make. */
export function policyCells(episodes: readonly Episode[]): StatusCell[] {
  return byStatus(
    episodes,
    'policy',
    (episode) => episode.policies,
    (own) => stretchesOf(own, toPlainStretch).flatMap((stretch) => endsOf(stretch, null)),
  );
}

/** The changes in the numbers of households with each status; `episodes` are those of all people of ONE household. */
export function householdStatusCells(episodes: readonly Episode[]): StatusCell[] {
  return byStatus(episodes, 'household', (episode) => episode.householdStatuses, householdCells);
}

function byStatus(
  episodes: readonly Episode[],
  dimension: StatusCell['dimension'],
  statuses: (episode: Episode) => readonly string[],
  cells: (own: readonly Episode[]) => Cell[],
): StatusCell[] {
  if (episodes.every((episode) => statuses(episode).length === 0)) return [];
  return [...new Set(episodes.flatMap(statuses))].flatMap((status) =>
    cells(episodes.filter((episode) => statuses(episode).includes(status))).map(
      ({ ward, neighbourhood, headcount, day, cause, delta }): StatusCell => ({
        ward,
        neighbourhood,
        dimension,
        status,
        headcount,
        day,
        cause,
        delta,
      }),
    ),
  );
}

/** Stretches that follow each other with nothing that a figure could see in between are one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const next of stretches.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = result.at(-1);
    if (last && last.to === next.from && sameCell(last, next))
      result[result.length - 1] = { ...last, to: next.to, endCause: next.endCause };
    else result.push(next);
  }
  return result;
}

function sameCell(a: Stretch, b: Stretch): boolean {
  return (
    a.ward === b.ward &&
    a.neighbourhood === b.neighbourhood &&
    a.sex === b.sex &&
    a.birth === b.birth &&
    a.ethnicity === b.ethnicity
  );
}

/** Where and when a person has a permanent and a temporary residence in the same unit: *present* counts them once there. */
function overlaps(permanent: readonly Stretch[], temporary: readonly Stretch[]): Stretch[] {
  const wards: Stretch[] = [];
  const neighbourhoods: Stretch[] = [];
  for (const one of permanent) {
    for (const other of temporary) {
      if (one.ward !== other.ward || one.from >= other.to || other.from >= one.to) continue;
      const later = one.from < other.from ? other : one;
      const sooner = one.to < other.to ? one : other;
      const both = { ...one, from: later.from, to: sooner.to, startCause: later.startCause, endCause: sooner.endCause };
      wards.push({ ...both, neighbourhood: null, headcount: 'both_in_ward' });
      if (one.neighbourhood === other.neighbourhood)
        neighbourhoods.push({ ...both, headcount: 'both_in_neighbourhood' });
    }
  }
  return [...joined(wards), ...joined(neighbourhoods)];
}

/**
 * The changes that a household makes in the number of households: it counts where somebody lives in it, once however many do.
 * `episodes` are those of all its people.
 */
export function householdCells(episodes: readonly Episode[]): Cell[] {
  const byPlace = Map.groupBy(
    episodes.flatMap((episode) => (episode.ward === null ? [] : [toPlainStretch(episode, episode.ward)])),
    (stretch) => `${stretch.ward}|${stretch.neighbourhood}`,
  );
  const lived: Stretch[] = [];
  for (const stretches of byPlace.values()) {
    let last: Stretch | undefined;
    for (const next of stretches.toSorted((a, b) => compare(a.from, b.from) || compare(a.startCause, b.startCause))) {
      if (last && next.from <= last.to) {
        const later =
          next.to > last.to || (next.to === last.to && compare(next.endCause ?? '', last.endCause ?? '') < 0);
        if (later) Object.assign(last, { to: next.to, endCause: next.endCause });
      } else lived.push((last = { ...next, headcount: 'household' }));
    }
  }
  return lived.flatMap((stretch) => endsOf(stretch, null));
}

/** The changes that a dwelling makes in the number of dwellings. */
export function dwellingCells(
  episodes: readonly {
    ward: number;
    neighbourhood: number | null;
    valid_from: string;
    valid_to: string;
    cause: Cause;
  }[],
): Cell[] {
  return episodes.flatMap((episode, index) => {
    const { ward, neighbourhood, valid_from, valid_to, cause } = episode;
    const endCause = episodes[index + 1]?.cause ?? null;
    const plain = { sex: 'unknown', birth: null, ethnicity: null } as const;
    const span = { from: valid_from, to: valid_to, startCause: cause, endCause };
    return endsOf({ ward, neighbourhood, headcount: 'dwelling', ...plain, ...span }, null);
  });
}

function endsOf(stretch: Stretch, citizen: string | null): Cell[] {
  const { ward, neighbourhood, headcount, sex, birth, ethnicity } = stretch;
  const place = { ward, neighbourhood, headcount, sex, birth, ethnicity, citizen };
  const start: Cell = { ...place, day: stretch.from, cause: stretch.startCause, delta: 1 };
  if (stretch.to === FOREVER) return [start];
  return [start, { ...place, day: stretch.to, cause: stretch.endCause ?? 'departure', delta: -1 }];
}
