import { describe, expect, test } from 'vitest';
import { measure, measuredEnd, type MeasuredDossier } from './measure-766.ts';
import { at } from './testing/clocks.ts';

const HOUR = 3_600_000;
const reportEnd = at('2026-11-30T23:59:59');
const dossier: MeasuredDossier = {
  receivedAt: at('2026-11-02T10:00'),
  ...{ settledAt: null, returnedAt: null, closedAt: null },
  ...{ requests: [], dueAt: at('2026-11-05T17:00'), longest: null },
};
const asked = (from: string, to: string | null) => ({ askedAt: at(from), suppliedAt: to === null ? null : at(to) });
const judged = (changes: Partial<MeasuredDossier>) => measure({ ...dossier, ...changes }, reportEnd);

describe('the measured end (domain §3.5.5)', () => {
  const times = {
    settledAt: at('2026-11-05T09:00'),
    returnedAt: at('2026-11-04T09:00'),
    closedAt: at('2026-11-03T09:00'),
  };

  test.each([
    ['settled comes first, whatever the order of time', times, times.settledAt],
    ['else returned', { ...times, settledAt: null }, times.returnedAt],
    ['else stopped, refused or withdrawn', { closedAt: times.closedAt }, times.closedAt],
    [
      'else, while papers are awaited, when they were asked for',
      { requests: [asked('2026-11-03T09:00', null)] },
      at('2026-11-03T09:00'),
    ],
    [
      'of two requests that are open the later one',
      { requests: [asked('2026-11-03T09:00', null), asked('2026-11-04T09:00', null)] },
      at('2026-11-04T09:00'),
    ],
    ['papers that came are awaited no more', { requests: [asked('2026-11-03T09:00', '2026-11-04T09:00')] }, reportEnd],
    ['unfinished: the end of the report', {}, reportEnd],
    ['settled after the report: unfinished in it', { settledAt: at('2026-12-01T09:00') }, reportEnd],
    ['never accepted: not measured, even if refused', { receivedAt: null, closedAt: times.closedAt }, null],
    ['received after the report: not measured in it', { receivedAt: at('2026-12-01T09:00') }, null],
  ])('%s', (_, changes, end) => {
    expect(measuredEnd({ ...dossier, ...changes }, reportEnd)).toBe(end);
  });
});

describe('on time (domain §3.5.5)', () => {
  test('with a deadline: ended by it', () => {
    expect(judged({ settledAt: at('2026-11-05T17:00') })).toMatchObject({ onTime: true, because: null });
    expect(judged({ settledAt: at('2026-11-05T17:01') })).toMatchObject({ onTime: false, because: 'after_due' });
    expect(judged({})).toEqual({ end: reportEnd, onTime: false, because: 'after_due' });
    expect(judged({ requests: [asked('2026-11-04T09:00', null)] })).toMatchObject({ onTime: true });
  });

  test('without: the time from reception to end less that for which papers were awaited, at most the term', () => {
    const known = { dueAt: null, longest: 72 * HOUR, settledAt: at('2026-11-06T10:00') };
    expect(judged(known)).toMatchObject({ onTime: false, because: 'over_term' });
    expect(judged({ ...known, requests: [asked('2026-11-03T10:00', '2026-11-04T10:00')] })).toMatchObject({
      onTime: true,
    });
    expect(judged({ ...known, requests: [asked('2026-11-03T10:00', '2026-11-04T09:59')] })).toMatchObject({
      onTime: false,
    });
  });

  test('papers that came when it had ended shorten nothing', () => {
    const known = { dueAt: null, longest: 72 * HOUR, settledAt: at('2026-11-06T10:00') };
    expect(judged({ ...known, requests: [asked('2026-11-03T10:00', '2026-11-07T10:00')] })).toMatchObject({
      onTime: false,
    });
  });

  test('papers asked for more than once: overdue, however early it ended', () => {
    const requests = [asked('2026-11-03T08:00', '2026-11-03T09:00'), asked('2026-11-03T10:00', '2026-11-03T11:00')];
    expect(judged({ requests, settledAt: at('2026-11-04T09:00') })).toEqual({
      ...{ end: at('2026-11-04T09:00'), onTime: false, because: 'papers_requested_again' },
    });
  });

  test('a second request after the report does not count in it', () => {
    const requests = [asked('2026-11-03T08:00', '2026-11-03T09:00'), asked('2026-12-03T10:00', null)];
    expect(judged({ requests, settledAt: at('2026-11-04T09:00') })).toMatchObject({ onTime: true });
  });

  test('with neither deadline nor term nobody can say', () => {
    expect(judged({ dueAt: null })).toEqual({ end: reportEnd, onTime: null, because: null });
    expect(judged({ receivedAt: null })).toBeNull();
  });
});
