import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyInstant } from '../calendar/testing/calendars.ts';
import { clockAt } from './clock.ts';
import type { Pause } from './course.ts';
import { endOf } from './due.ts';
import { anyPauses, anyTerm, at, calendar, courseOf, ruleOf, sameDay, wd } from './testing/clocks.ts';

const HOUR = 3_600_000;
const monday = at('2026-11-02T10:00');
const course = courseOf(wd(3), monday);
const due = endOf('2026-11-05');
const stand = { first: due, due, missed: null };
const waiting: Pause = { for: 'papers', from: at('2026-11-03T10:00'), to: null };

describe('a clock', () => {
  test('has not started before the reception', () => {
    expect(clockAt({ ...course, receivedAt: null }, calendar, monday)).toEqual({ state: 'not_started' });
    expect(clockAt(course, calendar, at('2026-11-02T09:00'))).toEqual({ state: 'not_started' });
  });

  test('runs, with the working time that is left', () => {
    expect(clockAt(course, calendar, at('2026-11-04T10:00'))).toEqual({
      ...{ state: 'running', ...stand },
      ...{ remaining: 13 * HOUR, pace: 'in_time' },
    });
  });

  test('is likely late when a working day or less is left, and late past the midnight of its day', () => {
    const paceAt = (text: string) => clockAt(course, calendar, at(text));
    // Three working days and a part are 29 hours; a quarter of them is less than the eight hours.
    expect(paceAt('2026-11-05T07:00')).toMatchObject({ remaining: 8 * HOUR, pace: 'in_time' });
    expect(paceAt('2026-11-05T08:00')).toMatchObject({ remaining: 7 * HOUR, pace: 'likely_late' });
    expect(paceAt('2026-11-05T23:59')).toMatchObject({ remaining: 0, pace: 'likely_late' });
    expect(paceAt('2026-11-06T00:00')).toMatchObject({ pace: 'likely_late' });
    expect(paceAt('2026-11-06T09:00')).toMatchObject({ remaining: -2 * HOUR, pace: 'late' });
  });

  test('of a term of a day is not likely late from the start', () => {
    const short = courseOf(sameDay, at('2026-11-02T08:00'));
    expect(clockAt(short, calendar, at('2026-11-02T08:00'))).toMatchObject({ remaining: 7 * HOUR, pace: 'in_time' });
    expect(clockAt(short, calendar, at('2026-11-02T15:30'))).toMatchObject({ pace: 'likely_late' });
  });

  test('counts the share by the first term, however far the deadline was put off', () => {
    const short = courseOf(sameDay, at('2026-11-02T08:00'), {
      extensions: [{ at: at('2026-11-02T10:00'), dueAt: endOf('2026-11-30').at, cause: 'apology' }],
    });
    // A quarter of seven hours.
    expect(clockAt(short, calendar, at('2026-11-30T15:00'))).toMatchObject({ remaining: 2 * HOUR, pace: 'in_time' });
    expect(clockAt(short, calendar, at('2026-11-30T15:30'))).toMatchObject({ pace: 'likely_late' });
  });

  test('takes other thresholds', () => {
    const given = (hours: number, share: number) => clockAt(course, calendar, at('2026-11-04T10:00'), { hours, share });
    expect([given(13, 0.5), given(13, 0.4), given(12, 1)]).toMatchObject([
      { pace: 'likely_late' },
      { pace: 'in_time' },
      { pace: 'in_time' },
    ]);
  });

  test('stands while papers are awaited, with what was left when it stopped', () => {
    expect(clockAt({ ...course, pauses: [waiting] }, calendar, at('2026-11-20T10:00'))).toEqual({
      ...{ state: 'paused', ...stand, for: 'papers', since: waiting.from },
      ...{ remaining: 21 * HOUR, late: false },
    });
    expect(
      clockAt({ ...course, pauses: [{ ...waiting, from: at('2026-11-06T10:00') }] }, calendar, at('2026-11-20T10:00')),
    ).toMatchObject({ state: 'paused', late: true, remaining: -3 * HOUR });
  });

  test('goes on with the deadline moved', () => {
    const pauses = [{ ...waiting, to: at('2026-11-05T10:00') }];
    expect(clockAt({ ...course, pauses }, calendar, at('2026-11-05T10:00'))).toMatchObject({
      ...{ state: 'running', first: due, due: endOf('2026-11-09') },
    });
  });
});

describe('a clock that has ended', () => {
  const endedAt = (text: string, changes: Partial<typeof course> = {}) =>
    clockAt({ ...course, endedAt: at(text), ...changes }, calendar, at('2026-12-31T10:00'));

  test.each([
    ['2026-11-04T23:59:59', 'early'],
    ['2026-11-05T07:00', 'on_time'],
    ['2026-11-05T23:59:59', 'on_time'],
    ['2026-11-06T00:00', 'on_time'],
    ['2026-11-06T00:00:01', 'late'],
  ])('at %s: %s', (text, result) => {
    expect(endedAt(text)).toMatchObject({ state: 'ended', at: at(text), result });
  });

  test('while papers were awaited is measured without the time they were awaited', () => {
    expect(endedAt('2026-11-12T10:00', { pauses: [waiting] })).toMatchObject({ result: 'early' });
    expect(endedAt('2026-11-12T10:00')).toMatchObject({ result: 'late' });
  });

  test('is on time by an extension given in time, and late by one given after the deadline', () => {
    const dueAt = endOf('2026-11-20').at;
    const extended = (text: string) => [{ at: at(text), dueAt, cause: 'apology' as const }];
    expect(endedAt('2026-11-12T10:00', { extensions: extended('2026-11-05T16:00') })).toMatchObject({
      result: 'early',
    });
    expect(endedAt('2026-11-12T10:00', { extensions: extended('2026-11-06T08:00') })).toMatchObject({
      ...{ result: 'late', missed: due, due: endOf('2026-11-20') },
    });
  });

  test('was running until then', () => {
    const ended = { ...course, endedAt: at('2026-11-04T16:00') };
    expect(clockAt(ended, calendar, at('2026-11-04T15:59'))).toMatchObject({ state: 'running' });
    expect(clockAt(ended, calendar, at('2026-11-04T16:00'))).toMatchObject({ state: 'ended' });
  });
});

test('for any course the state at an instant does not depend on what comes after it', () => {
  const modes = fc.constantFrom('shift' as const, 'restart' as const);
  fc.assert(
    fc.property(
      ...([anyTerm, anyInstant, anyPauses, modes, fc.nat(40_000), fc.nat(40_000)] as const),
      (term, receivedAt, pausesOf, papers, asked, ended) => {
        const after = (minutes: number) => new Date(Date.parse(receivedAt) + minutes * 60_000).toISOString();
        const [pauses, rule] = [pausesOf(receivedAt), ruleOf(term, { pauses: { papers, fees: 'shift' } })];
        const whole = courseOf(term, receivedAt, { rule, pauses, endedAt: after(ended) });
        const known = {
          ...whole,
          pauses: pauses
            .filter(({ from }) => from <= after(asked))
            .map((pause) => ({ ...pause, to: pause.to !== null && pause.to <= after(asked) ? pause.to : null })),
          endedAt: ended <= asked ? whole.endedAt : null,
        };
        expect(clockAt(whole, calendar, after(asked))).toEqual(clockAt(known, calendar, after(asked)));
      },
    ),
    { numRuns: 500 },
  );
});
