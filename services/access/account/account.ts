import { accountDetailsChanged, accountOpened, positionGranted, type Role } from '@nocgia/schemas/events/account.ts';
import type { ClaimEvent } from '@nocgia/schemas/events/claim.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import type { UnitEvent } from '@nocgia/schemas/events/unit.ts';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { Decided, Decision, LoadStreams } from '../../event-store/dispatcher.ts';
import type { DomainEvent, RecordedEvent } from '../../event-store/log.ts';
import type { Authority } from '../authority.ts';
import { accountOf, accountStream, type AccountState } from './account-state.ts';
import { placeOfUnit, roleFitsUnit } from './role-units.ts';
import { isHeldOn, type HeldPosition } from '../scope-of.ts';
import { foldUsername, usernameClaim, type KeyedHash } from '../sign-in/credentials.ts';

/** What a command about accounts is told of the world. `actor` is the account that gives it, null for the system itself. */
export interface AccountEnv {
  may: Authority;
  actor: string | null;
  today: string;
  newId(): string;
  claimHash: KeyedHash;
}

export type AccountDecider = (load: LoadStreams) => Promise<Decided>;

export interface PositionInput {
  role: Role;
  unit: string;
  title: string | null;
  from: string;
  until: string | null;
}

const unitStream = (code: string): string => `unit-${code}`;
const claimStream = (hash: string): string => `claim-${hash}`;

/**
 * Whether the actor may deal with an account as a whole (name, password, closing): they must be in charge of every position that it
 * holds or is going to hold, or they could act through it elsewhere. One without any is anybody's who manages accounts.
 */
export function refuseAccount(env: Pick<AccountEnv, 'may' | 'today'>, state: AccountState): Rejection | null {
  const standing = state.positions.filter(
    ({ endedOn, until }) => endedOn === null && (until === null || until >= env.today),
  );
  for (const { unit } of standing) {
    const refused = env.may('manage', 'Account', placeOfUnit(unit));
    if (refused) return refused;
  }
  return null;
}

const notFound = (): { ok: false; rejection: Rejection } => refuse('NOT_FOUND');

interface Loaded {
  state: AccountState;
  events: readonly RecordedEvent[];
}

async function loadAccount(load: LoadStreams, accountId: string): Promise<Loaded | null> {
  const events = (await load([accountStream(accountId)])).get(accountStream(accountId)) ?? [];
  const state = accountOf(events);
  return state && { state, events };
}

/** Checks a position about to be granted against role, period, authority and the unit's own stream; answers the version check too. */
async function checkPosition(
  load: LoadStreams,
  env: AccountEnv,
  input: PositionInput,
): Promise<{ ok: false; rejection: Rejection } | { ok: true; relied: Decision['writes'][number] }> {
  const refused = env.may('manage', 'Account', placeOfUnit(input.unit));
  if (refused) return { ok: false, rejection: refused };
  if (!roleFitsUnit(input.role, input.unit)) return refuse('POSITION_UNIT', 'unit');
  if (input.until !== null && input.until < input.from) return refuse('POSITION_PERIOD', 'until');
  const stream = unitStream(input.unit);
  const events = (await load([stream])).get(stream) ?? [];
  const facts = events.map((event) => event as DomainEvent as UnitEvent);
  if (!facts.some(({ type }) => type === 'UnitEstablished'))
    return refuse('UNIT_UNKNOWN', 'unit', { code: input.unit });
  if (facts.some(({ type, data }) => type === 'UnitDissolved' && data.occurredOn <= env.today)) {
    return refuse('UNIT_NOT_THERE_THEN', 'unit', { code: input.unit, day: env.today });
  }
  return { ok: true, relied: after(stream, events) };
}

export interface OpenAccount {
  username: string;
  displayName: string;
  position: PositionInput;
}

/** Opens an account with its first position. Refuses USERNAME_INVALID, USERNAME_TAKEN and what a position is refused for. Answers `{ accountId }`. */
export function openAccount(input: OpenAccount, env: AccountEnv): AccountDecider {
  return async (load) => {
    const username = foldUsername(input.username);
    if (!/^[a-z0-9][a-z0-9._-]{2,59}$/.test(username)) return refuse('USERNAME_INVALID', 'username');
    const accountId = env.newId();
    const occurredOn = env.today;
    const opened = parsed(accountOpened.schema, { accountId, username, displayName: input.displayName, occurredOn });
    if (!opened.ok) return opened;
    const granted = parsed(positionGranted.schema, {
      ...input.position,
      accountId,
      positionId: env.newId(),
      occurredOn,
    });
    if (!granted.ok) return granted;
    const position = await checkPosition(load, env, granted.value);
    if (!position.ok) return position;
    const claim = claimStream(env.claimHash(usernameClaim(username)));
    const claims = (await load([claim])).get(claim) ?? [];
    if (isTaken(claims)) return refuse('USERNAME_TAKEN', 'username');
    return accept(
      [
        {
          stream: accountStream(accountId),
          expected: 'none',
          events: [
            { type: 'AccountOpened', data: opened.value },
            { type: 'PositionGranted', data: granted.value },
          ],
        },
        after(claim, claims, { type: 'ClaimTaken', data: { kind: 'username', holder: accountId } }),
        position.relied,
      ],
      { accountId },
    );
  };
}

function isTaken(claims: readonly DomainEvent[]): boolean {
  const last = claims.at(-1) as ClaimEvent | undefined;
  return last?.type === 'ClaimTaken';
}

/** Changes the name that others see. */
export function renameAccount(input: { accountId: string; displayName: string }, env: AccountEnv): AccountDecider {
  return async (load) => {
    const account = await loadAccount(load, input.accountId);
    if (!account) return notFound();
    const refused = refuseAccount(env, account.state);
    if (refused) return { ok: false, rejection: refused };
    if (account.state.closed) return refuse('ACCOUNT_CLOSED');
    const changed = parsed(accountDetailsChanged.schema, { ...input, occurredOn: env.today });
    if (!changed.ok) return changed;
    if (changed.value.displayName === account.state.displayName) return refuse('NOTHING_CHANGED', 'displayName');
    return accept([
      after(accountStream(input.accountId), account.events, { type: 'AccountDetailsChanged', data: changed.value }),
    ]);
  };
}

/** Closes an account for good: its positions end today and its user name becomes free. */
export function closeAccount(input: { accountId: string }, env: AccountEnv): AccountDecider {
  return async (load) => {
    const account = await loadAccount(load, input.accountId);
    if (!account) return notFound();
    const { state, events } = account;
    const refused = refuseAccount(env, state);
    if (refused) return { ok: false, rejection: refused };
    if (state.closed) return refuse('ACCOUNT_CLOSED');
    if (env.actor === state.accountId) return refuse('OWN_ADMINISTRATION');
    const claim = claimStream(env.claimHash(usernameClaim(state.username)));
    const claims = (await load([claim])).get(claim) ?? [];
    const ended = state.positions
      .filter(({ endedOn }) => endedOn === null)
      .map(({ id }) => ({
        type: 'PositionEnded',
        data: { accountId: state.accountId, positionId: id, occurredOn: env.today },
      }));
    return accept([
      after(accountStream(state.accountId), events, ...ended, {
        type: 'AccountClosed',
        data: { accountId: state.accountId, occurredOn: env.today },
      }),
      after(claim, claims, {
        type: 'ClaimReleased',
        data: { kind: 'username', holder: state.accountId, reason: 'closed' },
      }),
    ]);
  };
}

/** Grants a further position, from a day that may lie ahead. Answers `{ positionId }`. */
export function grantPosition(input: PositionInput & { accountId: string }, env: AccountEnv): AccountDecider {
  return async (load) => {
    const granted = parsed(positionGranted.schema, { ...input, positionId: env.newId(), occurredOn: env.today });
    if (!granted.ok) return granted;
    const position = await checkPosition(load, env, granted.value);
    if (!position.ok) return position;
    const account = await loadAccount(load, input.accountId);
    if (!account) return notFound();
    if (account.state.closed) return refuse('ACCOUNT_CLOSED');
    const { role, unit, from, until, positionId } = granted.value;
    const overlaps = (held: HeldPosition): boolean =>
      held.role === role &&
      held.unit === unit &&
      held.endedOn === null &&
      (held.until === null || from <= held.until) &&
      (until === null || held.from <= until);
    if (account.state.positions.some(overlaps)) return refuse('POSITION_TWICE', 'role');
    const write = after(accountStream(input.accountId), account.events, {
      type: 'PositionGranted',
      data: granted.value,
    });
    return accept([write, position.relied], { positionId });
  };
}

/** Ends a position from a day on, at the earliest its first one; one that has not begun yet is taken back. */
export function endPosition(
  input: { accountId: string; positionId: string; occurredOn: string },
  env: AccountEnv,
): AccountDecider {
  return async (load) => {
    const account = await loadAccount(load, input.accountId);
    const position = account?.state.positions.find(({ id }) => id === input.positionId);
    if (!account || !position) return notFound();
    const refused = env.may('manage', 'Account', placeOfUnit(position.unit));
    if (refused) return { ok: false, rejection: refused };
    if (position.endedOn !== null || (position.until !== null && position.until < env.today))
      return refuse('POSITION_NOT_HELD');
    if (input.occurredOn < position.from && isHeldOn(position, env.today))
      return refuse('POSITION_PERIOD', 'occurredOn');
    if (env.actor === account.state.accountId && position.role === 'administrator') return refuse('OWN_ADMINISTRATION');
    const { accountId, positionId, occurredOn } = input;
    return accept([
      after(accountStream(accountId), account.events, {
        type: 'PositionEnded',
        data: { accountId, positionId, occurredOn },
      }),
    ]);
  };
}
