import { timeOfDay } from '@nocgia/schemas/events/calendar.ts';
import * as v from 'valibot';
import { rowsOf } from '#lib/forms/rows.ts';

export interface Span {
  from: string;
  to: string;
}

/** The hours of a day as a form posts them; `wrong` where one is no time, or ends before it begins. */
export function spansOf(posted: FormData, prefix: string): { spans: Span[]; wrong: boolean } {
  const spans = rowsOf(posted, prefix, ['from', 'to'], 'from').map(({ from, to }) => ({ from, to }));
  const wrong = spans.some(({ from, to }) => !v.is(timeOfDay, from) || !v.is(timeOfDay, to) || from >= to);
  return { spans, wrong };
}
