import { addDays } from '@nocgia/schemas/days.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyInstant } from '../calendar/testing/calendars.ts';
import { asOf, deadlineOf, type ClockCourse, type Pause } from './course.ts';
import { dayOf, dueOn, endOf } from './due.ts';
import { anyPauses, anyTerm, at, calendar, courseOf, days, hours, ruleOf, sameDay, wd } from './testing/clocks.ts';

const papers = (from: string, to: string | null): Pause => ({ for: 'papers', from: at(from), to: to && at(to) });
const fees = (from: string, to: string): Pause => ({ for: 'fees', from: at(from), to: at(to) });
const dueDay = (course: ClockCourse) => deadlineOf(course, calendar)?.due.day;
const monday = at('2026-11-02T10:00');
const restart = { papers: 'restart', fees: 'shift' } as const;

describe('a pause', () => {
  test('domain §3.5: 3 working days, paused for 2, are due 2 working days later', () => {
    const course = courseOf(wd(3), monday);
    expect(dueDay(course)).toBe('2026-11-05');
    expect(dueDay({ ...course, pauses: [papers('2026-11-03T09:00', '2026-11-05T15:00')] })).toBe('2026-11-09');
  });

  test('domain §3.5: the whole term begins anew when the papers come, if that is the rule', () => {
    const course = courseOf(wd(3), monday, { rule: ruleOf(wd(3), { pauses: restart }) });
    expect(dueDay({ ...course, pauses: [papers('2026-11-03T09:00', '2026-11-05T15:00')] })).toBe('2026-11-10');
    expect(dueDay({ ...course, pauses: [fees('2026-11-03T09:00', '2026-11-05T15:00')] })).toBe('2026-11-09');
  });

  test('over a weekend and a holiday moves by the working days in it alone', () => {
    const course = courseOf(wd(5), at('2026-11-19T10:00'));
    expect(dueDay(course)).toBe('2026-11-27');
    expect(dueDay({ ...course, pauses: [papers('2026-11-20T09:00', '2026-11-25T09:00')] })).toBe('2026-12-01');
  });

  test('within a day moves no term in days, but one in hours', () => {
    const pauses = [papers('2026-11-03T08:00', '2026-11-03T10:00')];
    expect(dueDay(courseOf(wd(3), monday, { pauses }))).toBe('2026-11-05');
    expect(dueDay(courseOf(days(3), monday, { pauses }))).toBe('2026-11-05');
    const inHours = (all: Pause[]) => deadlineOf(courseOf(hours(16), monday, { pauses: all }), calendar)?.due.at;
    expect([inHours([]), inHours(pauses)]).toEqual([at('2026-11-04T10:00'), at('2026-11-04T14:00')]);
  });

  test('moves calendar days by calendar days, and the end to a working day', () => {
    const course = courseOf(days(15), monday);
    expect(dueDay(course)).toBe('2026-11-17');
    expect(dueDay({ ...course, pauses: [papers('2026-11-03T09:00', '2026-11-07T09:00')] })).toBe('2026-11-23');
    // Counted on from the 24th, a holiday that the deadline itself had rolled over.
    const rolled = courseOf(days(22), monday);
    expect(dueDay(rolled)).toBe('2026-11-25');
    expect(dueDay({ ...rolled, pauses: [papers('2026-11-03T09:00', '2026-11-05T09:00')] })).toBe('2026-11-26');
  });

  test('in a term of a day begins it anew, by the hour at which the papers were complete', () => {
    const course = courseOf(sameDay, monday);
    expect(dueDay({ ...course, pauses: [papers('2026-11-02T10:30', '2026-11-04T14:00')] })).toBe('2026-11-04');
    expect(dueDay({ ...course, pauses: [papers('2026-11-02T10:30', '2026-11-04T15:30')] })).toBe('2026-11-05');
  });

  test('that is still on has moved nothing yet', () => {
    expect(dueDay(courseOf(wd(3), monday, { pauses: [papers('2026-11-03T09:00', null)] }))).toBe('2026-11-05');
  });

  test('begun after the deadline heals nothing, in either mode', () => {
    const pauses = [papers('2026-11-06T09:00', '2026-11-12T09:00')];
    for (const rule of [ruleOf(wd(3)), ruleOf(wd(3), { pauses: restart })])
      expect(dueDay(courseOf(wd(3), monday, { rule, pauses }))).toBe('2026-11-05');
  });

  test('after a new beginning counts on from the day that this one reaches, not from the working day after it', () => {
    const rule = ruleOf(days(5), { pauses: { papers: 'restart', fees: 'shift' } });
    // Anew from Tuesday the 3rd: Sunday the 8th, so Monday; with two days more, Tuesday the 10th.
    const pauses = [papers('2026-11-02T11:00', '2026-11-03T10:00'), fees('2026-11-04T10:00', '2026-11-06T10:00')];
    expect(dueDay(courseOf(days(5), monday, { rule, pauses: pauses.slice(0, 1) }))).toBe('2026-11-09');
    expect(dueDay(courseOf(days(5), monday, { rule, pauses }))).toBe('2026-11-10');
  });

  test('begun before the reception counts from the reception', () => {
    const pauses = [papers('2026-10-26T09:00', '2026-11-04T09:00')];
    expect(dueDay(courseOf(wd(3), monday, { pauses }))).toBe('2026-11-09');
  });

  test('within another counts once', () => {
    const pauses = [papers('2026-11-03T09:00', '2026-11-05T15:00'), fees('2026-11-04T09:00', '2026-11-06T09:00')];
    expect(dueDay(courseOf(wd(3), monday, { pauses }))).toBe('2026-11-10');
  });
});

describe('an extension', () => {
  const extension = { at: at('2026-11-05T16:00'), dueAt: endOf('2026-11-10').at, cause: 'apology' as const };

  test('sets the new date; the first one stays known', () => {
    expect(deadlineOf(courseOf(wd(3), monday, { extensions: [extension] }), calendar)).toEqual({
      first: endOf('2026-11-05'),
      due: endOf('2026-11-10'),
      missed: null,
    });
  });

  test('given when the deadline had passed leaves it as missed', () => {
    const late = { ...extension, at: at('2026-11-06T08:00') };
    expect(deadlineOf(courseOf(wd(3), monday, { extensions: [late] }), calendar)).toEqual({
      first: endOf('2026-11-05'),
      due: endOf('2026-11-10'),
      missed: endOf('2026-11-05'),
    });
  });

  test('is moved by a pause after it, and never brings the deadline forward', () => {
    const pauses = [papers('2026-11-09T09:00', '2026-11-11T09:00')];
    expect(dueDay(courseOf(wd(3), monday, { extensions: [extension], pauses }))).toBe('2026-11-12');
    const earlier = { ...extension, at: monday, dueAt: endOf('2026-11-03').at };
    expect(dueDay(courseOf(wd(3), monday, { extensions: [earlier] }))).toBe('2026-11-05');
  });
});

test('what happened after an instant is not known at it', () => {
  const course = courseOf(wd(3), monday, {
    pauses: [papers('2026-11-03T09:00', '2026-11-05T15:00')],
    extensions: [{ at: at('2026-11-06T09:00'), dueAt: endOf('2026-11-20').at, cause: 'apology' }],
    endedAt: at('2026-11-10T09:00'),
  });
  expect(asOf(course, at('2026-11-02T09:59')).receivedAt).toBeNull();
  expect(asOf(course, at('2026-11-02T12:00'))).toEqual(courseOf(wd(3), monday));
  expect(asOf(course, at('2026-11-04T12:00')).pauses).toEqual([papers('2026-11-03T09:00', null)]);
  expect(asOf(course, at('2026-11-30T12:00'))).toEqual(course);
});

test('a calendar of another version than the rule’s is a mistake of the caller', () => {
  const rule = ruleOf(wd(3), { calendarVersion: '2027-1' });
  expect(() => deadlineOf(courseOf(wd(3), monday, { rule }), calendar)).toThrow(RangeError);
  expect(deadlineOf({ ...courseOf(wd(3), monday), receivedAt: null }, calendar)).toBeNull();
});

describe('for any course', () => {
  const modes = fc.constantFrom('shift' as const, 'restart' as const);
  const course = fc
    .record({
      ...{ term: anyTerm, receivedAt: anyInstant, pausesOf: anyPauses, papers: modes, fees: modes },
      extended: fc.array(fc.tuple(fc.nat(60), fc.nat(90)), { maxLength: 2 }),
    })
    .map(({ term, receivedAt, pausesOf, papers, fees, extended }) =>
      courseOf(term, receivedAt, {
        rule: ruleOf(term, { pauses: { papers, fees } }),
        pauses: pausesOf(receivedAt),
        extensions: extended.map(([given, until]) => ({
          at: new Date(Date.parse(receivedAt) + given * 86_400_000).toISOString(),
          dueAt: dueOn(addDays(dayOf(receivedAt), until), calendar).at,
          cause: 'apology',
        })),
      }),
    );

  test('a pause without length changes nothing', () => {
    fc.assert(
      fc.property(course, anyInstant, fc.constantFrom('papers' as const, 'fees' as const), (one, from, reason) => {
        const pauses = [...one.pauses, { for: reason, from, to: from }];
        expect(deadlineOf({ ...one, pauses }, calendar)).toEqual(deadlineOf(one, calendar));
      }),
      { numRuns: 500 },
    );
  });

  test('a shift by so many working days moves a term in working days by exactly these', () => {
    fc.assert(
      fc.property(
        anyInstant,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (receivedAt, amount, count, share) => {
          const plain = courseOf(wd(amount), receivedAt);
          const before = deadlineOf(plain, calendar)?.due.day ?? '';
          const start = Date.parse(receivedAt);
          const from = new Date(start + share * (Date.parse(endOf(before).at) - start)).toISOString();
          const last = calendar.addWorkingDays(dayOf(from), count);
          // In the same day's last moment at the earliest, so that it does not end before it begins.
          const to = new Date(Date.parse(endOf(last).at) - 1).toISOString();
          fc.pre(to >= from);
          const moved = deadlineOf({ ...plain, pauses: [{ for: 'papers', from, to }] }, calendar);
          expect(calendar.countWorkingDays(before, moved?.due.day ?? '')).toBe(count);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('the deadline is on a working day, never before the first, never earlier for a later reception', () => {
    fc.assert(
      fc.property(course, fc.integer({ min: 0, max: 20_000 }), (one, minutes) => {
        const deadline = deadlineOf(one, calendar);
        if (!deadline) expect.fail('received');
        expect(calendar.isWorkingDay(deadline.due.day)).toBe(true);
        expect(deadline.due.at >= deadline.first.at).toBe(true);
        const receivedAt = new Date(Date.parse(one.receivedAt ?? '') + minutes * 60_000).toISOString();
        // Nobody extends what has not been received.
        fc.pre(one.extensions.every((extension) => extension.at >= receivedAt));
        const later = deadlineOf({ ...one, receivedAt }, calendar);
        expect((later?.due.at ?? '') >= deadline.due.at).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('a pause that lasts longer never makes it earlier', () => {
    fc.assert(
      fc.property(course, fc.integer({ min: 0, max: 30 }), (one, more) => {
        const last = one.pauses.at(-1);
        fc.pre(last?.to != null);
        const to = new Date(Date.parse(last?.to ?? '') + more * 86_400_000).toISOString();
        const alone = { ...one, pauses: last ? [last] : [] };
        const longer = { ...one, pauses: last ? [{ ...last, to }] : [] };
        const [short, long] = [deadlineOf(alone, calendar), deadlineOf(longer, calendar)];
        expect((long?.due.at ?? '') >= (short?.due.at ?? '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
