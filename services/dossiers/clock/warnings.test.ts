import { expect, test } from 'vitest';
import { endOf } from './due.ts';
import { at, calendar, courseOf, wd } from './testing/clocks.ts';
import { clockWarnings } from './warnings.ts';

const course = courseOf(wd(3), at('2026-11-02T10:00'));
const pause = (reason: 'papers' | 'fees', from: string, to: string | null) => ({
  ...{ for: reason, from: at(from), to: to === null ? null : at(to) },
});
const apology = (given: string, until: string) => ({
  ...{ at: at(given), dueAt: endOf(until).at, cause: 'apology' as const },
});

test('one request for papers, a request for fees and one extension in time are nothing to warn of', () => {
  const pauses = [
    pause('papers', '2026-11-03T09:00', '2026-11-04T09:00'),
    pause('fees', '2026-11-04T10:00', '2026-11-04T11:00'),
  ];
  const extensions = [apology('2026-11-05T09:00', '2026-11-10')];
  expect(clockWarnings({ ...course, pauses, extensions }, calendar)).toEqual([]);
});

test('a second request for papers is warned of, and the third, in order', () => {
  const pauses = [
    pause('papers', '2026-11-05T09:00', null),
    pause('papers', '2026-11-03T09:00', '2026-11-03T10:00'),
    pause('papers', '2026-11-04T09:00', '2026-11-04T10:00'),
  ];
  expect(clockWarnings({ ...course, pauses }, calendar)).toEqual([
    { code: 'papers_requested_again', at: at('2026-11-04T09:00'), count: 2 },
    { code: 'papers_requested_again', at: at('2026-11-05T09:00'), count: 3 },
  ]);
});

test('a second apology is warned of, and one that comes when the deadline has passed', () => {
  const extensions = [apology('2026-11-05T09:00', '2026-11-06'), apology('2026-11-09T09:00', '2026-11-12')];
  expect(clockWarnings({ ...course, extensions }, calendar)).toEqual([
    { code: 'extended_again', at: at('2026-11-09T09:00'), count: 2 },
    { code: 'extended_after_due', at: at('2026-11-09T09:00'), dueDay: '2026-11-06' },
  ]);
});

test('more days for a verification are no apology', () => {
  const extensions = [
    { ...apology('2026-11-03T09:00', '2026-11-10'), cause: 'verification' as const },
    apology('2026-11-10T09:00', '2026-11-12'),
  ];
  expect(clockWarnings({ ...course, extensions }, calendar)).toEqual([]);
});

test('a deadline in a year whose holidays are not known is warned of', () => {
  const far = courseOf(wd(3), at('2030-12-30T10:00'));
  expect(clockWarnings(far, calendar)).toEqual([{ code: 'calendar_not_confirmed', day: '2031-01-02' }]);
  expect(clockWarnings({ ...far, receivedAt: null }, calendar)).toEqual([]);
});
