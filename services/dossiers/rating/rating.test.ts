import type { RatingSettings } from '@nocgia/schemas/events/rating.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outcome, type World } from '../../event-store/given.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import type { Overlay, Row } from '../../projection/projection.ts';
import { stopDossier, withdrawDossier } from '../dossier/ending.ts';
import { accountOf, env, on, ready, taken, ward } from '../testing/scene.ts';
import { defaultRating, ratingCriteriaStream, ratingSettingsOf, setRatingCriteria } from './criteria.ts';
import { ratingsProjection, type RatingTallyRow } from './projection.ts';
import { rateService, ratingStream, type RateService } from './rating.ts';
import { emptyTally, withAnswer } from './score.ts';

const friday = '2026-11-20T03:00:00.000Z';
const monday = '2026-11-23T03:00:00.000Z';
const marks = { thai_do: 5, thoi_gian: 4, huong_dan: 5, co_so: 3, chung: 5 };

/** A dossier that was taken and stopped, and what its owner says of it: phone 0903000111. */
async function over(world: World): Promise<string> {
  const dossierId = await taken(world, friday);
  const why = { reason: 'Không đủ điều kiện', legalBasis: null };
  await world.run(stopDossier({ ...on(world, dossierId), ...why }, env('civil_status', friday)));
  return dossierId;
}

const answered = (dossierId: string, other: Partial<RateService> = {}): RateService => ({
  candidates: [dossierId],
  proof: { kind: 'digits', digits: '0111' },
  ...{ via: 'dossier', counter: null, officer: null, marks, comment: 'Nhanh' },
  ...other,
});

/** Why an answer does not count. */
async function why(world: World, input: RateService, now = monday): Promise<unknown> {
  const decided = await world.when(rateService(input, env(null, now)));
  return decided.ok ? 'counts' : (decided.rejection.params?.why ?? outcome(decided));
}

describe('an answer', () => {
  test('counts once, about a dossier that is over, by the end of a phone or by the whole of it', async () => {
    const world = ready();
    const dossierId = await over(world);
    expect(await why(world, answered(dossierId))).toBe('counts');
    expect(await why(world, answered(dossierId, { proof: { kind: 'phone', phone: '+84 903 000 111' } }))).toBe(
      'counts',
    );
    await world.run(rateService(answered(dossierId), env(null, monday)));
    expect(world.events(ratingStream(dossierId))).toMatchObject([
      { type: 'ServiceRated', data: { dossierId, ward, via: 'dossier', marks, comment: 'Nhanh', officer: null } },
    ]);
    expect(await why(world, answered(dossierId, { marks: { ...marks, chung: 1 } }))).toBe('twice');
  });

  test.each<[string, Partial<RateService>]>([
    ['other digits', { proof: { kind: 'digits', digits: '0112' } }],
    ['no digits', { proof: { kind: 'digits', digits: '' } }],
    ['the end of a phone as a phone', { proof: { kind: 'phone', phone: '0111' } }],
    ['another phone', { proof: { kind: 'phone', phone: '0903000112' } }],
    ['an officer who had no hand in it', { officer: accountOf('leader'), via: 'officer' }],
    ['nothing found', { candidates: [] }],
  ])('a guess does not count: %s', async (_, other) => {
    const world = ready();
    expect(await why(world, answered(await over(world), other))).toBe('unknown');
  });

  test('does not count while the dossier is under way, nor when the days of the ward have passed', async () => {
    const world = ready();
    const open = await taken(world, friday);
    expect(await why(world, answered(open))).toBe('open');
    await world.run(withdrawDossier({ ...on(world, open), reason: null }, env('desk', monday)));
    expect(await why(world, answered(open))).toBe('counts');
    expect(await why(world, answered(open), '2026-12-23T02:59:00.000Z')).toBe('counts');
    expect(await why(world, answered(open), '2026-12-23T03:01:00.000Z')).toBe('late');
  });

  test('goes to the newest dossier that fits, and never to an older one when that has its answer', async () => {
    const world = ready();
    const [older, newer] = [await over(world), await over(world)];
    const both = answered(newer, { candidates: [newer, older] });
    await world.run(rateService(both, env(null, monday)));
    expect(world.events(ratingStream(newer))).toHaveLength(1);
    expect(await why(world, both)).toBe('twice');
    expect(world.events(ratingStream(older))).toHaveLength(0);
  });

  test('has a mark from 1 to 5 for each criterion of the ward and for no other', async () => {
    const world = ready();
    const dossierId = await over(world);
    const { chung: _, ...four } = marks;
    expect(await why(world, answered(dossierId, { marks: four }))).toBe('FIELD_INVALID marks.chung');
    expect(await why(world, answered(dossierId, { marks: { ...marks, gia: 5 } }))).toBe('FIELD_INVALID marks.gia');
    expect(await why(world, answered(dossierId, { marks: { ...marks, chung: 6 } }))).toBe('FIELD_INVALID marks.chung');
    expect(await why(world, answered(dossierId, { counter: 'quầy' }))).toBe('FIELD_INVALID counter');
  });
});

test('a ward asks otherwise from a day on', async () => {
  const world = ready();
  const settings: RatingSettings = { ...defaultRating, criteria: [{ key: 'chung', vi: 'Chung', en: 'Whole' }] };
  await world.run(setRatingCriteria({ ward, settings }, env('leader')));
  expect(ratingSettingsOf(world.events(ratingCriteriaStream(ward)))).toEqual(settings);
  expect(outcome(await world.when(setRatingCriteria({ ward, settings }, env('leader'))))).toBe('NOTHING_CHANGED');
  const twice = { ...settings, criteria: [...settings.criteria, ...settings.criteria] };
  expect(outcome(await world.when(setRatingCriteria({ ward, settings: twice }, env('leader'))))).toMatch(
    /^FIELD_INVALID/,
  );
});

const rated = fc.record({
  officer: fc.constantFrom(accountOf('desk'), accountOf('civil_status'), null),
  procedure: fc.constantFrom(1, 2),
  month: fc.constantFrom('2026-10', '2026-11'),
  marks: fc.dictionary(fc.constantFrom('thai_do', 'chung'), fc.integer({ min: 1, max: 5 }), { minKeys: 1 }),
});

test('tallies are a recount of the answers, whichever came first', () => {
  fc.assert(
    fc.property(fc.array(rated, { maxLength: 40 }), fc.boolean(), (answers, turned) => {
      const events = answers.map((one, at) => eventOf(one, at));
      const rows = folded(turned ? events.reverse() : events);
      const tallies = [...rows.values()].filter((row): row is RatingTallyRow => 'subject' in row);
      for (const tally of tallies) {
        const within = answers.filter(
          (one) =>
            one.month === tally.month &&
            (tally.of === 'ward' ||
              tally.subject === (tally.of === 'officer' ? (one.officer ?? '') : idOf(one.procedure))),
        );
        const {
          answers: n,
          satisfied,
          marks: counted,
        } = within.reduce((sum, one) => withAnswer(sum, one.marks), emptyTally);
        expect([tally.answers, tally.satisfied, tally.marks]).toEqual([n, satisfied, counted]);
      }
      for (const about of ['ward', 'officer', 'procedure'])
        expect(tallies.filter((one) => one.of === about).reduce((sum, one) => sum + one.answers, 0)).toBe(
          answers.length,
        );
    }),
  );
});

const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

function eventOf(
  one: { officer: string | null; procedure: number; month: string; marks: object },
  at: number,
): RecordedEvent {
  const { officer, month } = one;
  const said = { dossierId: idOf(1000 + at), ward, matter: 'civil_status', procedureId: idOf(one.procedure) };
  const data = { ...said, via: 'desk', counter: '1', officer, marks: one.marks, comment: null };
  return {
    ...{ id: idOf(at), type: 'ServiceRated', stream: ratingStream(said.dossierId), version: 1, position: String(at) },
    ...{ recordedAt: friday, context: { actor: 'public', correlation: 't' }, commandId: idOf(at), erased: [] },
    data: { ...data, occurredAt: `${month}-10T03:00:00.000Z` },
  };
}

function folded(events: readonly RecordedEvent[]): Map<string, Row> {
  const rows = new Map<string, Row>();
  const keyOf = (table: string, key: readonly unknown[]): string => JSON.stringify([table, ...key]);
  const keys: Record<string, readonly string[]> = Object.fromEntries(
    ratingsProjection.tables.map((one) => [one.name, one.key]),
  );
  const overlay: Overlay = {
    get: <R extends Row>(table: string, ...key: unknown[]) => rows.get(keyOf(table, key)) as R | undefined,
    where: () => [],
    put: (table, row) =>
      void rows.set(
        keyOf(
          table,
          (keys[table] ?? []).map((name) => row[name]),
        ),
        row,
      ),
    remove: () => undefined,
    insert: () => undefined,
  };
  for (const event of events) ratingsProjection.fold(event, overlay);
  return rows;
}
