import { compare } from './facts.ts';
import { FOREVER, type Cause, type Episode } from './history.ts';

/**
 * What is counted in the journal: people by headcount, then who would be counted twice in *present* at each of the two levels,
 * and the households in which somebody lives, and dwellings.
 */
export type CountedAs = 'permanent' | 'temporary' | 'both_in_ward' | 'both_in_neighbourhood' | 'household' | 'dwelling';

/** One change of a figure: at a place, on a day, for a reason. */
export interface Cell {
  ward: number;
  neighbourhood: number | null;
  headcount: CountedAs;
  day: string;
  cause: Cause;
  sex: 'male' | 'female' | 'unknown';
  birth: string | null;
  delta: number;
}

/** What is counted: a stretch of days at one place with one sex and birth. */
interface Stretch {
  ward: number;
  neighbourhood: number | null;
  headcount: CountedAs;
  sex: Cell['sex'];
  birth: string | null;
  from: string;
  to: string;
  startCause: Cause;
  endCause: Cause | null;
}

/** The changes of figures that these episodes of ONE person make: their sum up to a day is 1 where the person is counted that day. */
export function cellsOf(episodes: readonly Episode[]): Cell[] {
  const placed = episodes.flatMap((episode) => (episode.ward === null ? [] : [toStretch(episode, episode.ward)]));
  const permanent = joined(placed.filter((stretch) => stretch.headcount === 'permanent'));
  const temporary = joined(placed.filter((stretch) => stretch.headcount === 'temporary'));
  return [...permanent, ...temporary, ...overlaps(permanent, temporary)].flatMap(endsOf);
}

function toStretch(episode: Episode, ward: number): Stretch {
  const { neighbourhood, headcount, sex, birth, from, to, startCause, endCause } = episode;
  return { ward, neighbourhood, headcount, sex, birth, from, to, startCause, endCause };
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
  return a.ward === b.ward && a.neighbourhood === b.neighbourhood && a.sex === b.sex && a.birth === b.birth;
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
    episodes.flatMap((episode) => (episode.ward === null ? [] : [toStretch(episode, episode.ward)])),
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
      } else lived.push((last = { ...next, headcount: 'household', sex: 'unknown', birth: null }));
    }
  }
  return lived.flatMap(endsOf);
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
    return endsOf({
      ward,
      neighbourhood,
      headcount: 'dwelling',
      sex: 'unknown',
      birth: null,
      from: valid_from,
      to: valid_to,
      startCause: cause,
      endCause,
    });
  });
}

function endsOf(stretch: Stretch): Cell[] {
  const { ward, neighbourhood, headcount, sex, birth } = stretch;
  const place = { ward, neighbourhood, headcount, sex, birth };
  const start: Cell = { ...place, day: stretch.from, cause: stretch.startCause, delta: 1 };
  if (stretch.to === FOREVER) return [start];
  return [start, { ...place, day: stretch.to, cause: stretch.endCause ?? 'departure', delta: -1 }];
}

/** What has to be journaled so that figures go from `before` to `after`: cells that stand in both cancel out. */
export function difference(after: readonly Cell[], before: readonly Cell[]): Cell[] {
  if (before.length === 0 && after.length < 2) return [...after];
  const sums = new Map<string, Cell>();
  const add = (cell: Cell, sign: 1 | -1): void => {
    const key = [cell.ward, cell.neighbourhood, cell.headcount, cell.day, cell.cause, cell.sex, cell.birth].join('|');
    const known = sums.get(key);
    sums.set(key, { ...cell, delta: (known?.delta ?? 0) + sign * cell.delta });
  };
  for (const cell of before) add(cell, -1);
  for (const cell of after) add(cell, 1);
  return [...sums.values()].filter((cell) => cell.delta !== 0);
}
