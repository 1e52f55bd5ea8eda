import { expect, test } from 'vitest';
import { proposeYear } from '../../dossiers/calendar/holidays.ts';
import { calendarOf, defaultWeek } from '../../dossiers/calendar/working-days.ts';
import { shippedContent } from '../../dossiers/procedure/catalogue/catalogue.ts';
import { planDossiers } from './dossier-plan.ts';

const rows = [2023, 2024, 2025, 2026, 2027].flatMap((year) => proposeYear(year));
const calendar = calendarOf({ version: 'test', week: defaultWeek, rows });
const today = '2026-11-23';
const plan = (seed: number) =>
  planDossiers({
    ...{ seed, today, first: '2023-11-23', past: 1500, open: 60, owners: 500, calendar },
    contentOf(code) {
      const content = shippedContent(code);
      if (!content) throw new Error(code);
      return content;
    },
  });
const planned = plan(1);

test('the same seed gives the same work', () => {
  expect(plan(1)).toEqual(planned);
  expect(plan(2)).not.toEqual(planned);
});

test('everything that can happen to a dossier does, in order, in office hours, before today', () => {
  const all = planned.flatMap(({ acts }) => acts);
  expect(new Set(all.map(({ type }) => type)).size).toBe(17);
  for (const { acts, code } of planned) {
    const instants = acts.map(({ at }) => at);
    expect(instants, code).toEqual(instants.toSorted());
  }
  for (const { at, role } of all) {
    expect(Date.parse(at), at).toBeLessThan(Date.parse(`${today}T00:00:00+07:00`));
    const day = new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);
    if (role !== null) expect(calendar.isWorkingDay(day), at).toBe(true);
  }
});

test('most are over and in the hands of their owners; the open ones stand in every state', () => {
  const ends = (from: number, to: number) =>
    Map.groupBy(
      planned.filter(({ index }) => index >= from && index < to).map(({ acts }) => acts.at(-1)?.type),
      (type) => type,
    );
  const past = ends(0, 1500);
  const [returned, told] = [past.get('return'), [...(past.get('unregistered') ?? []), ...(past.get('rate') ?? [])]];
  expect(((returned?.length ?? 0) + told.length) / 1500).toBeGreaterThan(0.9);
  const open = ends(1500, 1560);
  for (const type of ['submit', 'take', 'requestPapers', 'requestFees', 'handOn', 'settle'] as const)
    expect(open.get(type)?.length ?? 0, type).toBeGreaterThan(1);
  expect(open.get('return')).toBeUndefined();
});

test('a few are settled and wait for the register; of one procedure more than five have said lately how they were served', () => {
  const toWrite = planned.filter(({ index }) => index >= 1560);
  expect(toWrite.map(({ acts }) => acts.at(-1)?.type)).toEqual(Array.from({ length: 9 }, () => 'return'));
  expect(new Set(toWrite.map(({ code }) => code)).size).toBe(6);
  const lately = planned.filter(({ acts }) => acts.some(({ type, at }) => type === 'rate' && at > '2026-10-01'));
  const most = Math.max(...[...Map.groupBy(lately, ({ code }) => code).values()].map(({ length }) => length));
  expect(most).toBeGreaterThanOrEqual(5);
});
