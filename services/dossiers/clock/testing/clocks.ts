import type { ClockRule, Term } from '@nocgia/schemas/events/clock.ts';
import fc from 'fast-check';
import { rowsOf } from '../../calendar/testing/calendars.ts';
import { calendarOf, defaultWeek } from '../../calendar/working-days.ts';
import type { ClockCourse, Pause } from '../course.ts';

export const calendar = calendarOf({ version: '2026-1', week: defaultWeek, rows: rowsOf(2024, 2030) });

/** A time in Vietnam as an instant. */
export const at = (text: string): string => new Date(`${text}+07:00`).toISOString();

export const wd = (amount: number): Term => ({ unit: 'working_days', amount });
export const days = (amount: number): Term => ({ unit: 'days', amount });
export const hours = (amount: number): Term => ({ unit: 'hours', amount });
export const sameDay: Term = { unit: 'same_day' };

/** The rule of a term as a ward would have it. */
export function ruleOf(term: Term, changes: Partial<ClockRule> = {}): ClockRule {
  const pauses = { papers: 'shift', fees: 'shift' } as const;
  return { term, cutoff: '15:00', pauses, calendarVersion: '2026-1', week: defaultWeek, ...changes };
}

/** A dossier that was received and of which nothing more is known than what is said. */
export function courseOf(term: Term, receivedAt: string, changes: Partial<ClockCourse> = {}): ClockCourse {
  return { rule: ruleOf(term), receivedAt, pauses: [], extensions: [], endedAt: null, ...changes };
}

export const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.record({
    unit: fc.constantFrom('working_days' as const, 'days' as const, 'hours' as const),
    amount: fc.integer({ min: 1, max: 60 }),
  }),
  fc.constant(sameDay),
);

/** Pauses one after another, as minutes after the reception; some of no length, some within another. */
export const anyPauses: fc.Arbitrary<(receivedAt: string) => Pause[]> = fc
  .array(
    fc.record({
      for: fc.constantFrom('papers' as const, 'fees' as const),
      from: fc.integer({ min: -500, max: 40_000 }),
      length: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20_000 })),
    }),
    { maxLength: 4 },
  )
  .map((all) => (receivedAt) => {
    const after = (minutes: number) => new Date(Date.parse(receivedAt) + minutes * 60_000).toISOString();
    return all.map((pause) => ({ for: pause.for, from: after(pause.from), to: after(pause.from + pause.length) }));
  });
