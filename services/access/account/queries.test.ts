import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { systemAuthority } from '../authority.ts';
import { withScope } from '../scoped-db.ts';
import type { Scope } from '../scope.ts';
import { hashOfSid, loadSession, sessionLimits, startSession } from '../sign-in/sessions.ts';
import { readerOf } from '../sign-in/reader.ts';
import { territoryLookup } from '../territory-lookup.ts';
import { openTestHouse, scopeAt, type TestHouse } from '../testing/house.ts';
import { closeAccount, grantPosition, renameAccount, type AccountEnv } from './account.ts';
import { narrowField, restoreField } from '../narrowing/narrowing.ts';
import { fieldTableOf } from '../narrowing/queries.ts';
import { accountById, accounts, displayNames, type AccountCursor } from './queries.ts';

let house: TestHouse;
let lan: string;
let other: string;
let env: AccountEnv;

beforeAll(async () => {
  house = await openTestHouse();
  lan = await house.hire('lan', { role: 'desk', unit: '27226' }, 'đường về làng xa');
  await house.hire('board.khu3', { role: 'board', unit: '27226-003' }, 'đường về làng xa');
  other = await house.hire('hai', { role: 'leader', unit: '27232' }, 'đường về làng xa');
  env = { may: systemAuthority, actor: null, today: '2026-11-22', newId: uuidv7, claimHash: house.keyed };
});
afterAll(() => house.close());

const list = (scope: Scope, args: { text?: string; after?: AccountCursor; first?: number } = {}) =>
  withScope(house.app, scope, (db) =>
    accounts(scope, db, { text: args.text ?? null, after: args.after ?? null, first: args.first ?? 50 }),
  );
const names = async (...args: Parameters<typeof list>): Promise<string[]> =>
  (await list(...args)).items.map(({ username }) => username);

describe('lists of accounts', () => {
  test('show an administrator the accounts of their own unit', async () => {
    expect(await names(scopeAt('administrator', '27226'))).toEqual(['board.khu3', 'lan']);
    expect(await names(scopeAt('administrator', '27232'))).toEqual(['hai']);
    expect(await names(scopeAt('administrator', '79', { aggregates: [79, 27226, 27232] }))).toEqual([
      'board.khu3',
      'hai',
      'lan',
    ]);
  });
  test('show nothing to anybody else', async () => {
    expect(await list(scopeAt('leader', '27226'))).toEqual({ items: [], next: null, total: 0 });
    expect(
      await withScope(house.app, scopeAt('administrator', '27226'), (db) =>
        accountById(scopeAt('administrator', '27226'), db, other),
      ),
    ).toBeNull();
  });
  test('are searched by either name, whatever the text holds', async () => {
    expect(await names(scopeAt('administrator', '27226'), { text: 'KHU3' })).toEqual(['board.khu3']);
    expect(await names(scopeAt('administrator', '27226'), { text: 'người la' })).toEqual(['lan']);
    expect(await names(scopeAt('administrator', '27226'), { text: '%' })).toEqual([]);
  });
  test('come page by page', async () => {
    const first = await list(scopeAt('administrator', '27226'), { first: 1 });
    expect(first).toMatchObject({ items: [{ username: 'board.khu3' }], total: 2 });
    expect(
      await names(scopeAt('administrator', '27226'), { first: 1, after: first.next ?? expect.fail('a next page') }),
    ).toEqual(['lan']);
  });
});

describe('the rows of an account', () => {
  test('follow its stream', async () => {
    await house.run('rename', renameAccount({ accountId: lan, displayName: 'Lê Thị Lan' }, env));
    const board = {
      accountId: lan,
      role: 'board',
      unit: '27226-030',
      title: 'Trưởng ban',
      from: '2026-12-01',
      until: '2027-01-31',
    } as const;
    await house.run('grant', grantPosition(board, env));
    await house.project();
    const scope = scopeAt('administrator', '27226');
    const found = await withScope(house.app, scope, (db) => accountById(scope, db, lan));
    expect(found).toMatchObject({
      displayName: 'Lê Thị Lan',
      version: 4,
      closed: false,
      positions: [
        { role: 'board', unit: '27226-030', title: 'Trưởng ban', from: '2026-12-01', until: '2027-01-31' },
        { role: 'desk', endedOn: null },
      ],
    });
    expect(await withScope(house.app, scope, (db) => displayNames(db, [lan]))).toEqual(new Map([[lan, 'Lê Thị Lan']]));
  });

  test('a narrowing reaches the next request of a session', async () => {
    await startSession(house.app, hashOfSid('narrow'), lan, house.clock.now);
    const contact = async (): Promise<unknown> => {
      const signedIn =
        (await loadSession(house.app, hashOfSid('narrow'), house.clock.now, sessionLimits)) ?? expect.fail('signed in');
      const unit = { code: '27226', parent: null, validFrom: '2020-01-01', validTo: null, successors: [] };
      return readerOf(signedIn, { today: '2026-11-22', locale: 'vi', territory: territoryLookup([unit]) }).scope.fields
        .contact;
    };
    expect(await contact()).toBe('write');
    const cell = { role: 'desk', group: 'contact', right: 'masked', from: '2026-11-22', until: null } as const;
    const done = await house.run('narrow', narrowField({ ...cell, unit: '27226' }, env));
    const narrowingId = done.ok ? String((done.result as { narrowingId: string }).narrowingId) : '';
    await house.project();
    expect(await contact()).toBe('masked');
    const tableFor = (scope: Scope) =>
      withScope(house.app, scope, (db) => fieldTableOf(scope, db, '27226', territoryLookup([])));
    const table = await tableFor(scopeAt('administrator', '27226'));
    expect(table?.cells.find(({ role, group }) => role === 'desk' && group === 'contact')).toMatchObject({
      granted: 'write',
      right: 'masked',
    });
    expect(table?.narrowings).toMatchObject([{ ...cell, unit: '27226', endedOn: null }]);
    for (const elsewhere of [scopeAt('administrator', '27232'), scopeAt('leader', '27226')])
      expect(await tableFor(elsewhere)).toBeNull();

    await house.run('restore', restoreField({ unit: '27226', narrowingId, occurredOn: '2026-11-22' }, env));
    await house.project();
    expect(await contact()).toBe('write');
  });

  test('a closed account is nobody from then on', async () => {
    await startSession(house.app, hashOfSid('closing'), other, house.clock.now);
    await house.run('close', closeAccount({ accountId: other }, env));
    await house.project();
    expect(await loadSession(house.app, hashOfSid('closing'), house.clock.now, sessionLimits)).toBeNull();
    expect((await list(scopeAt('administrator', '27232'))).items).toMatchObject([
      { closed: true, positions: [{ endedOn: '2026-11-22' }] },
    ]);
  });
});
