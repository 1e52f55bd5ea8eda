import * as v from 'valibot';
import { day, line, uuid, wardCode } from './common.ts';
import { defineEvent, type EventOf } from './define.ts';

const number = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99_999_999));

/** What is numbered: dossiers of a day, receipts of a book. */
export const seriesKind = v.picklist(['dossier', 'receipt']);
export type SeriesKind = v.InferOutput<typeof seriesKind>;

/** A day `20261122`, or the name of a receipt book, e.g. `BL-2026`. */
export const seriesPeriod = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,29}$/));

const series = { ward: wardCode, kind: seriesKind, period: seriesPeriod };

/** Stream `numbering-<ward>-<kind>-<period>`: the first number that is given out, so that a paper book is gone on with. */
export const seriesStarted = defineEvent('SeriesStarted', 1, { ...series, at: number, occurredOn: day });
/** Numbers rise by one: without gap means that every number is taken or voided, and listed. */
export const numberTaken = defineEvent('NumberTaken', 1, { ...series, number, for: uuid, occurredOn: day });
export const numberVoided = defineEvent('NumberVoided', 1, { ...series, number, reason: line(300), occurredOn: day });

export type NumberingEvent = EventOf<typeof seriesStarted> | EventOf<typeof numberTaken> | EventOf<typeof numberVoided>;
