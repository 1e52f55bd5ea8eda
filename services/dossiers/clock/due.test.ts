import { clockRule, term, type Term } from '@nocgia/schemas/events/clock.ts';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { anyInstant, rowsOf, weekWithSaturday } from '../calendar/testing/calendars.ts';
import { calendarOf } from '../calendar/working-days.ts';
import { dueAt, dueFrom, dueOn, endOf } from './due.ts';
import { anyTerm, at, calendar, days, hours, ruleOf, sameDay, wd } from './testing/clocks.ts';

const due = (received: string, term: Term) => dueFrom(ruleOf(term), at(received), calendar);

describe('the deadlines of domain §3.5', () => {
  test.each([
    ['Fri 20/11/2026 10:00, 1 working day: Mon 23/11', '2026-11-20T10:00', wd(1), '2026-11-23'],
    ['Fri 20/11/2026 10:00, 3 working days: Thu 26/11, past the holiday', '2026-11-20T10:00', wd(3), '2026-11-26'],
    ['Fri 20/11/2026 10:00, 4 days: on the holiday 24/11, so Wed 25/11', '2026-11-20T10:00', days(4), '2026-11-25'],
    ['Fri 13/2/2026, 1 working day over Tết: Mon 23/2', '2026-02-13T10:00', wd(1), '2026-02-23'],
    ['Wed 31/12/2025, 2 working days over 1/1 and the swapped 2/1: Tue 6/1', '2025-12-31T10:00', wd(2), '2026-01-06'],
    ['Thu 8/1/2026, 2 working days: the swapped Sat 10/1', '2026-01-08T10:00', wd(2), '2026-01-10'],
  ])('%s', (_, received, term, expected) => {
    expect(due(received, term)).toEqual(endOf(expected));
  });
});

describe('in the day', () => {
  test.each([
    ['by 15:00 the same day', '2026-11-20T15:00', '2026-11-20'],
    ['after 15:00 the next working day', '2026-11-20T15:00:01', '2026-11-23'],
    ['before the office opens the same day', '2026-11-20T05:00', '2026-11-20'],
    ['on a day of rest the next working day', '2026-11-21T09:00', '2026-11-23'],
    ['before a holiday, after 15:00, the day after the holiday', '2026-11-23T16:00', '2026-11-25'],
    ['on a swapped Saturday the same day', '2026-01-10T09:00', '2026-01-10'],
  ])('%s', (_, received, expected) => {
    expect(due(received, sameDay)).toEqual(endOf(expected));
  });

  test('without a cutoff the same day until midnight', () => {
    const rule = ruleOf(sameDay, { cutoff: null });
    expect(dueFrom(rule, at('2026-11-20T23:00'), calendar).day).toBe('2026-11-20');
  });

  test('the cutoff moves no other term', () => {
    expect(due('2026-11-20T16:00', wd(1)).day).toBe('2026-11-23');
  });
});

describe('hours', () => {
  test('begin at once and pass while the office is open', () => {
    expect(due('2026-11-20T16:30', hours(1))).toEqual({ day: '2026-11-23', at: at('2026-11-23T07:30') });
    expect(due('2026-11-20T08:00', hours(8))).toEqual({ day: '2026-11-23', at: at('2026-11-23T08:00') });
    expect(due('2026-11-20T16:00', hours(1))).toEqual({ day: '2026-11-20', at: at('2026-11-20T17:00') });
  });

  test('received while it is closed, begin when it opens', () => {
    expect(due('2026-11-21T20:00', hours(2))).toEqual({ day: '2026-11-23', at: at('2026-11-23T09:00') });
  });
});

describe('days', () => {
  test('that end on a working day end there, weekends and all counted', () => {
    expect(due('2026-11-02T10:00', days(15)).day).toBe('2026-11-17');
    expect(due('2026-11-06T10:00', days(1)).day).toBe('2026-11-09');
  });

  test('that end in Tết end after it', () => {
    expect(due('2026-02-02T10:00', days(15)).day).toBe('2026-02-23');
  });
});

test('a deadline lasts until the midnight of its day, and the midnight belongs to it', () => {
  expect(endOf('2026-11-23')).toEqual({ day: '2026-11-23', at: '2026-11-23T17:00:00.000Z' });
  expect(dueAt('2026-11-23T17:00:00Z')).toEqual(endOf('2026-11-23'));
  expect(dueAt('2026-11-23T17:00:00.001Z').day).toBe('2026-11-24');
});

test('a chosen day that is none of work becomes the next one', () => {
  expect(dueOn('2026-11-24', calendar)).toEqual(endOf('2026-11-25'));
  expect(dueOn('2026-11-25', calendar)).toEqual(endOf('2026-11-25'));
});

test('a Saturday morning counts in a term where the office has it so, and only there', () => {
  const rows = rowsOf(2026, 2026);
  const [open, counted] = [false, true].map((yes) => calendarOf({ version: 's', week: weekWithSaturday(yes), rows }));
  const received = at('2026-11-20T10:00');
  expect(open && dueFrom(ruleOf(wd(1)), received, open).day).toBe('2026-11-23');
  expect(counted && dueFrom(ruleOf(wd(1)), received, counted).day).toBe('2026-11-21');
  expect(open && dueFrom(ruleOf(hours(8)), received, open).at).toBe(at('2026-11-21T10:30'));
});

test('a rule is plain data that its schema takes back', () => {
  const rule = ruleOf(wd(3));
  expect(v.parse(clockRule, JSON.parse(JSON.stringify(rule)))).toEqual(rule);
  for (const bad of [
    { unit: 'working_days' },
    { unit: 'days', amount: 0 },
    { unit: 'hours', amount: 1.5 },
    { amount: 3 },
  ])
    expect(v.is(term, bad)).toBe(false);
  expect(v.is(clockRule, { ...rule, cutoff: '25:00' })).toBe(false);
});

describe('for any term and reception', () => {
  test('a later reception is never due earlier', () => {
    fc.assert(
      fc.property(anyTerm, anyInstant, anyInstant, (term, one, other) => {
        const [early, late] = one <= other ? [one, other] : [other, one];
        const rule = ruleOf(term);
        expect(dueFrom(rule, early, calendar).at <= dueFrom(rule, late, calendar).at).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('a longer term is never due earlier, a longer one in working days always later', () => {
    fc.assert(
      fc.property(anyTerm, anyInstant, fc.integer({ min: 1, max: 20 }), (term, received, more) => {
        if (term.unit === 'same_day') return;
        const [short, long] = [term, { ...term, amount: term.amount + more }].map(
          (one) => dueFrom(ruleOf(one), received, calendar).at,
        );
        expect((short ?? '') <= (long ?? '')).toBe(true);
        if (term.unit !== 'days') expect(short).not.toBe(long);
      }),
      { numRuns: 1000 },
    );
  });

  test('the day is one of work, not before the reception', () => {
    fc.assert(
      fc.property(anyTerm, anyInstant, (term, received) => {
        const { day, at: instant } = dueFrom(ruleOf(term), received, calendar);
        expect(calendar.isWorkingDay(day)).toBe(true);
        expect(instant > received).toBe(true);
        expect(dueAt(instant)).toEqual({ day, at: instant });
      }),
      { numRuns: 1000 },
    );
  });
});
