import { expect, test } from 'vitest';
import { given, outcome } from '../../event-store/given.ts';
import type { CommandEnv } from '../command-env.ts';
import { confirmDwelling, type ConfirmDwelling } from './confirm.ts';
import { dwellingOf, dwellingStream } from './dwelling.ts';

const dwellingId = '00000000-0000-7000-8000-0000000000d1';
const today = '2026-11-22';

function street() {
  const data = {
    dwellingId,
    ward: '27226',
    neighbourhood: '27226-001',
    houseNumber: '1',
    oldNumber: null,
    street: 'Lê Lợi',
    kind: 'house',
    point: null,
    occurredOn: '2025-07-01',
  };
  return given({ [dwellingStream(dwellingId)]: [{ type: 'DwellingRegistered', data }] });
}

const confirm = (changes: Partial<ConfirmDwelling> = {}, may: CommandEnv['may'] = () => null) =>
  confirmDwelling({ dwellingId, method: 'visit', occurredOn: today, ...changes }, { may, today, newId: () => 'x' });

test('what is recorded was found to be true on a day', async () => {
  const world = street();
  await world.run(confirm({ occurredOn: '2026-10-01' }));
  await world.run(confirm({ method: 'phone' }));
  expect(dwellingOf(world.events(dwellingStream(dwellingId)))?.confirmedOn).toBe(today);
});

test('it may say from which paper, none that is issued later', async () => {
  const world = street();
  const evidence = { kind: 'visit', number: '7/BB', issuedOn: today, issuedBy: 'Tổ dân phố' } as const;
  const refused = { ...evidence, issuedOn: '2026-11-23' };
  expect(outcome(await world.when(confirm({ evidence: refused })))).toBe('DAY_IN_FUTURE evidence.issuedOn');
  await world.run(confirm({ evidence }));
  expect(world.events(dwellingStream(dwellingId)).at(-1)?.data).toMatchObject({ evidence });
});

test('what does not fit is refused, each with its own reason', async () => {
  const world = street();
  await world.run(confirm({ occurredOn: '2026-10-01' }));
  const tries: [Partial<ConfirmDwelling>, string][] = [
    [{ dwellingId: today }, 'NOT_FOUND'],
    [{ method: 'dream' }, 'FIELD_INVALID method'],
    [{ occurredOn: '2026-11-23' }, 'DAY_IN_FUTURE occurredOn'],
    [{ occurredOn: '2025-06-30' }, 'DAY_BEFORE_DWELLING occurredOn'],
    [{ occurredOn: '2026-10-01' }, 'ALREADY_CONFIRMED occurredOn'],
    [{ occurredOn: '2026-09-01' }, 'ALREADY_CONFIRMED occurredOn'],
  ];
  for (const [changes, code] of tries) expect(outcome(await world.when(confirm(changes)))).toBe(code);
});

test('whoever may propose a change of residence there may confirm, and nobody else', async () => {
  const world = street();
  const board: CommandEnv['may'] = (action, _subject, { neighbourhood }, group) =>
    action === 'propose' && group === 'residence' && neighbourhood === '27226-001' ? null : { code: 'FORBIDDEN' };
  expect(outcome(await world.when(confirm({}, () => ({ code: 'NOT_FOUND' }))))).toBe('NOT_FOUND');
  expect(outcome(await world.when(confirm({}, board)))).toBeTypeOf('object');
});
