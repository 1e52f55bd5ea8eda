import type { RatingCriterion } from '@nocgia/schemas/events/rating.ts';
import type { CriterionFigure, SatisfactionFigure } from '@nocgia/schemas/generated/resolvers.ts';
import { FEWEST, shareOf, shown, type Tally } from './score.ts';

const figureOf = (
  { subject, name, tally }: { subject: string | null; name: string; tally: Tally },
  may: boolean,
  criteria: readonly RatingCriterion[],
): SatisfactionFigure => ({
  ...{ subject, name, answers: tally.answers, rank: null },
  satisfied: may ? shareOf(tally.satisfied, tally.answers) : null,
  byCriterion: may ? criteria.flatMap(({ key }) => criterionFigure(key, tally)) : [],
});

function criterionFigure(key: string, { marks }: Tally): CriterionFigure[] {
  const counts = [...(marks[key] ?? [])];
  const n = counts.reduce((sum, count) => sum + count, 0);
  // What was asked of a few only has no score, as any group of a few.
  if (n < FEWEST) return [];
  return [{ key, satisfied: shareOf((counts[3] ?? 0) + (counts[4] ?? 0), n), marks: counts }];
}

/** The ward's own figure; without scores below five answers. */
export function wholeFigure(tally: Tally, name: string, criteria: readonly RatingCriterion[]): SatisfactionFigure {
  return figureOf({ subject: null, name, tally }, tally.answers >= FEWEST, criteria);
}

/**
 * Figures of the parts of a whole, the best first, then those without a score by name; what may not be shown has none (`shown`). Ranked
 * are parts with at least `rankFrom` answers; equal shares share a place.
 */
export function partFigures(
  parts: ReadonlyMap<string, Tally>,
  asked: { nameOf(subject: string): string; criteria: readonly RatingCriterion[]; rankFrom: number },
): SatisfactionFigure[] {
  const may = shown(new Map([...parts].map(([subject, { answers }]) => [subject, answers])));
  const figures = [...parts]
    .filter(([, { answers }]) => answers > 0)
    .map(([subject, tally]) =>
      figureOf({ subject: subject || null, name: asked.nameOf(subject), tally }, may.has(subject), asked.criteria),
    )
    .sort(
      (a, b) =>
        (b.satisfied?.share ?? -1) - (a.satisfied?.share ?? -1) || b.answers - a.answers || (a.name < b.name ? -1 : 1),
    );
  const ranked = figures.filter(
    ({ subject, satisfied, answers }) => subject !== null && satisfied && answers >= asked.rankFrom,
  );
  return figures.map((figure) => {
    if (!ranked.includes(figure)) return figure;
    const share = figure.satisfied?.share ?? 0;
    return { ...figure, rank: 1 + ranked.filter((other) => (other.satisfied?.share ?? 0) > share).length };
  });
}
