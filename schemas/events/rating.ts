import * as v from 'valibot';
import { day, line, uuid, wardCode } from './common.ts';
import { defineEvent, personal, type EventOf } from './define.ts';
import { instant } from './dossier.ts';
import { matter } from './procedure.ts';

const key = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,39}$/));

/** One thing that people are asked about, in both languages of the pages. */
export const ratingCriterion = v.object({ key, vi: line(120), en: line(120) });
export type RatingCriterion = v.InferOutput<typeof ratingCriterion>;

/** How a ward asks for satisfaction: what about, how long after a dossier is over, from how many answers on officers are ranked. */
export const ratingSettings = v.object({
  criteria: v.pipe(
    v.array(ratingCriterion),
    v.minLength(1),
    v.maxLength(8),
    v.check((all) => new Set(all.map((one) => one.key)).size === all.length),
  ),
  days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)),
  rankFrom: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(1000)),
});
export type RatingSettings = v.InferOutput<typeof ratingSettings>;

/** Stream `rating-criteria-<ward>`: holds for answers from now on; those that were given keep what they were asked. */
export const ratingCriteriaSet = defineEvent('RatingCriteriaSet', 1, {
  ward: wardCode,
  settings: ratingSettings,
  occurredOn: day,
});

export const ratingVia = v.picklist(['dossier', 'desk', 'officer']);
export type RatingVia = v.InferOutput<typeof ratingVia>;

/** A mark from 1 (very dissatisfied) to 5 (very satisfied). */
export const ratingMark = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5));
/** Label of a counter on its poster, `3` or `A-2`. */
export const counter = v.pipe(v.string(), v.regex(/^[A-Z0-9][A-Z0-9-]{0,11}$/));

/** Stream `rating-<dossier>`, of one event: that a dossier is rated once is the stream's own rule. The phone it was found by is not kept. */
export const serviceRated = defineEvent('ServiceRated', 1, {
  dossierId: uuid,
  ward: wardCode,
  matter,
  procedureId: uuid,
  via: ratingVia,
  /** The counter of the poster that was scanned. */
  counter: v.nullable(counter),
  /** Account of the officer whom the answer counts for; null where nobody of the ward met the citizen. */
  officer: v.nullable(uuid),
  marks: v.record(key, ratingMark),
  comment: personal('dossier:dossierId', v.nullable(line(1000))),
  occurredAt: instant,
});

export type RatingEvent = EventOf<typeof ratingCriteriaSet> | EventOf<typeof serviceRated>;
