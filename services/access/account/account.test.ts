import { createHash } from 'node:crypto';
import type { Role } from '@nocgia/schemas/events/account.ts';
import { describe, expect, test } from 'vitest';
import type { Decided } from '../../event-store/dispatcher.ts';
import type { DomainEvent, RecordedEvent } from '../../event-store/log.ts';
import { authorityOf, systemAuthority, type Authority } from '../authority.ts';
import { scopeAt } from '../testing/house.ts';
import {
  closeAccount,
  endPosition,
  grantPosition,
  openAccount,
  refuseAccount,
  renameAccount,
  type AccountDecider,
  type AccountEnv,
} from './account.ts';
import { accountOf } from './account-state.ts';
import { roleFitsUnit } from './role-units.ts';

const ID = '00000000-0000-7000-8000-00000000000a';
const POSITION = '00000000-0000-7000-8000-00000000000b';
const claimHash = (text: string): string => createHash('sha256').update(text).digest('hex');

function env(may: Authority = systemAuthority, actor: string | null = null): AccountEnv {
  let n = 0;
  return {
    may,
    actor,
    today: '2026-11-22',
    newId: () => `00000000-0000-7000-8000-1${String((n += 1)).padStart(11, '0')}`,
    claimHash,
  };
}

const asAdministrator = (unit = '27226', actor: string | null = null): AccountEnv =>
  env(authorityOf(scopeAt('administrator', unit)), actor);

const unit = (code: string): [string, DomainEvent[]] => [
  `unit-${code}`,
  [
    {
      type: 'UnitEstablished',
      data: { code, level: 'ward', name: code, parent: null, occurredOn: '2020-01-01', predecessors: [] },
    },
  ],
];
const opened: DomainEvent = {
  type: 'AccountOpened',
  data: { accountId: ID, username: 'lan', displayName: 'Lê Thị Lan', occurredOn: '2026-01-01' },
};
const granted = (role: Role, code: string, changes: object = {}): DomainEvent => ({
  type: 'PositionGranted',
  data: {
    accountId: ID,
    positionId: POSITION,
    role,
    unit: code,
    title: null,
    from: '2026-01-01',
    until: null,
    occurredOn: '2026-01-01',
    ...changes,
  },
});
const account = (...events: DomainEvent[]): [string, DomainEvent[]] => [`account-${ID}`, [opened, ...events]];
const claim = (...types: string[]): [string, DomainEvent[]] => [
  `claim-${claimHash('username:lan')}`,
  types.map((type) => ({ type, data: { kind: 'username', holder: ID } })),
];

function given(...streams: [string, DomainEvent[]][]) {
  const recorded = new Map(
    streams.map(([stream, events]) => [
      stream,
      events.map((event, index) => ({ ...event, version: index + 1 }) as RecordedEvent),
    ]),
  );
  return {
    when: async (decider: AccountDecider) =>
      decider((names) => Promise.resolve(new Map(names.map((name) => [name, recorded.get(name) ?? []])))),
  };
}

const code = (decided: Decided): string => (decided.ok ? 'accepted' : decided.rejection.code);
const written = (decided: Decided): string[] =>
  decided.ok
    ? decided.decision.writes.map(
        ({ stream, expected, events }) => `${stream}@${expected}: ${events.map(({ type }) => type).join(' ')}`,
      )
    : [code(decided)];

const position = { role: 'desk', unit: '27226', title: null, from: '2026-12-01', until: null } as const;
const newcomer = { username: ' Lan ', displayName: 'Lê Thị Lan', position };

describe('opening an account', () => {
  test('takes the user name and relies on the unit', async () => {
    const decided = await given(unit('27226')).when(openAccount(newcomer, asAdministrator()));
    const id = '00000000-0000-7000-8000-100000000001';
    expect(written(decided)).toEqual([
      `account-${id}@none: AccountOpened PositionGranted`,
      `claim-${claimHash('username:lan')}@none: ClaimTaken`,
      'unit-27226@1: ',
    ]);
    expect(decided).toMatchObject({ decision: { result: { accountId: id } } });
  });
  test('a user name that was given back is free again', async () => {
    expect(
      code(await given(unit('27226'), claim('ClaimTaken', 'ClaimReleased')).when(openAccount(newcomer, env()))),
    ).toBe('accepted');
    expect(code(await given(unit('27226'), claim('ClaimTaken')).when(openAccount(newcomer, env())))).toBe(
      'USERNAME_TAKEN',
    );
  });
  test.each([
    ['USERNAME_INVALID', { ...newcomer, username: 'Lê Lan' }],
    ['USERNAME_INVALID', { ...newcomer, username: 'ab' }],
    ['FIELD_INVALID', { ...newcomer, displayName: '\u202eevil' }],
    ['UNIT_UNKNOWN', { ...newcomer, position: { ...position, unit: '27227' } }],
    ['POSITION_UNIT', { ...newcomer, position: { ...position, role: 'board' as const } }],
    ['POSITION_PERIOD', { ...newcomer, position: { ...position, until: '2026-11-30' } }],
  ])('%s', async (expected, input) => {
    expect(code(await given(unit('27226')).when(openAccount(input, env())))).toBe(expected);
  });
  test('an administrator opens accounts in their own unit, and nobody else does', async () => {
    expect(code(await given(unit('27226')).when(openAccount(newcomer, asAdministrator('27232'))))).toBe('NOT_FOUND');
    expect(
      code(await given(unit('27226')).when(openAccount(newcomer, env(authorityOf(scopeAt('leader', '27226')))))),
    ).toBe('NOT_FOUND');
  });
  test('a unit that no longer exists takes nobody', async () => {
    const gone: [string, DomainEvent[]] = [
      unit('27226')[0],
      [
        ...unit('27226')[1],
        { type: 'UnitDissolved', data: { code: '27226', occurredOn: '2026-11-22', successors: [] } },
      ],
    ];
    expect(code(await given(gone).when(openAccount(newcomer, env())))).toBe('UNIT_NOT_THERE_THEN');
  });
});

describe('positions', () => {
  test('the same one is not granted twice for the same time', async () => {
    const again = grantPosition({ ...position, accountId: ID }, env());
    expect(code(await given(unit('27226'), account(granted('desk', '27226'))).when(again))).toBe('POSITION_TWICE');
    expect(
      code(await given(unit('27226'), account(granted('desk', '27226', { until: '2026-11-30' }))).when(again)),
    ).toBe('accepted');
    expect(code(await given(unit('27226'), account(granted('leader', '27226'))).when(again))).toBe('accepted');
  });
  test('an administrator grants at their own unit only', async () => {
    const board = { ...position, role: 'board', unit: '27226-003', accountId: ID } as const;
    expect(code(await given(unit('27226-003'), account()).when(grantPosition(board, asAdministrator())))).toBe(
      'accepted',
    );
    expect(code(await given(unit('27226-003'), account()).when(grantPosition(board, asAdministrator('27232'))))).toBe(
      'NOT_FOUND',
    );
    const department = { ...position, role: 'department', unit: '79', accountId: ID } as const;
    expect(code(await given(unit('79'), account()).when(grantPosition(department, asAdministrator())))).toBe(
      'NOT_FOUND',
    );
  });
  test('one is ended once', async () => {
    const end = endPosition({ accountId: ID, positionId: POSITION, occurredOn: '2026-11-30' }, asAdministrator());
    expect(written(await given(account(granted('desk', '27226'))).when(end))).toEqual([
      `account-${ID}@2: PositionEnded`,
    ]);
    const ended: DomainEvent = {
      type: 'PositionEnded',
      data: { accountId: ID, positionId: POSITION, occurredOn: '2026-11-01' },
    };
    expect(code(await given(account(granted('desk', '27226'), ended)).when(end))).toBe('POSITION_NOT_HELD');
    expect(code(await given(account()).when(end))).toBe('NOT_FOUND');
  });
  test('nobody ends their own position as administrator, nor closes their own account', async () => {
    const own = asAdministrator('27226', ID);
    const here = given(account(granted('administrator', '27226')), claim('ClaimTaken'));
    expect(
      code(await here.when(endPosition({ accountId: ID, positionId: POSITION, occurredOn: '2026-11-22' }, own))),
    ).toBe('OWN_ADMINISTRATION');
    expect(code(await here.when(closeAccount({ accountId: ID }, own)))).toBe('OWN_ADMINISTRATION');
  });
  test.each<[Role, string, boolean]>([
    ['board', '27226-003', true],
    ['board', '27226', false],
    ['desk', '27226', true],
    ['police', '27226-003', true],
    ['desk', '79', false],
    ['leader', '27226-003', false],
    ['department', '79', true],
    ['department', '760', true],
    ['department', '27226', false],
    ['auditor', '79', true],
    ['administrator', '27226', true],
    ['administrator', '27226-003', false],
  ])('%s at %s: %s', (role, at, fits) => expect(roleFitsUnit(role, at)).toBe(fits));
});

describe('an account as a whole', () => {
  test('who lacks authority over one of its standing positions may not touch it', () => {
    const state = (...events: DomainEvent[]) => accountOf([opened, ...events]) ?? expect.fail('opened');
    const may = asAdministrator();
    expect(refuseAccount(may, state())).toBeNull();
    expect(refuseAccount(may, state(granted('desk', '27226')))).toBeNull();
    expect(refuseAccount(may, state(granted('desk', '27226'), granted('desk', '27232')))).toEqual({
      code: 'NOT_FOUND',
    });
    expect(refuseAccount(may, state(granted('administrator', '79')))).toEqual({ code: 'NOT_FOUND' });
    expect(refuseAccount(may, state(granted('desk', '27232', { until: '2026-11-21' })))).toBeNull();
  });
  test('closing ends its positions and gives the user name back', async () => {
    const decided = await given(account(granted('desk', '27226')), claim('ClaimTaken')).when(
      closeAccount({ accountId: ID }, asAdministrator()),
    );
    expect(written(decided)).toEqual([
      `account-${ID}@2: PositionEnded AccountClosed`,
      `claim-${claimHash('username:lan')}@1: ClaimReleased`,
    ]);
    const closed: DomainEvent = { type: 'AccountClosed', data: { accountId: ID, occurredOn: '2026-11-01' } };
    expect(code(await given(account(closed)).when(closeAccount({ accountId: ID }, env())))).toBe('ACCOUNT_CLOSED');
    expect(code(await given(account(closed)).when(renameAccount({ accountId: ID, displayName: 'Lan' }, env())))).toBe(
      'ACCOUNT_CLOSED',
    );
  });
  test('a new name is recorded, the same one is not', async () => {
    expect(written(await given(account()).when(renameAccount({ accountId: ID, displayName: 'Lan' }, env())))).toEqual([
      `account-${ID}@1: AccountDetailsChanged`,
    ]);
    expect(code(await given(account()).when(renameAccount({ accountId: ID, displayName: 'Lê Thị Lan' }, env())))).toBe(
      'NOTHING_CHANGED',
    );
  });
});
