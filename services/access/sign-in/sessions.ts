import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { FieldNarrowing } from '../field-table.ts';
import { isHeldOn, type HeldPosition } from '../scope-of.ts';

/** How long a session lasts without being used, and at most, in seconds. */
export interface SessionLimits {
  idle: number;
  absolute: number;
}

export const sessionLimits: SessionLimits = { idle: 30 * 60, absolute: 12 * 3600 };

/** How stale `seen_at` may grow before it is written again: a session in use costs one write a minute. */
const TOUCH_SECONDS = 60;

/** Who a session belongs to, with all that a scope is made of. */
export interface SignedIn {
  account: { id: string; username: string; displayName: string; closed: boolean; mustChangePassword: boolean };
  positions: HeldPosition[];
  activePositionId: string | null;
  narrowings: FieldNarrowing[];
  sidHash: string;
}

/** What is kept of a session id: SHA-256, hex. */
export function hashOfSid(sid: string): string {
  return createHash('sha256').update(sid).digest('hex');
}

interface SessionRow {
  account_id: string;
  position_id: string | null;
  seen_at: Date;
  username: string;
  display_name: string;
  closed: boolean;
  must_change: boolean;
  positions: HeldPosition[];
  narrowings: FieldNarrowing[];
}

const positionsOf = (account: string): string => `coalesce((
  select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'unit', p.unit, 'title', p.title,
    'from', p.from_day, 'until', p.until_day, 'endedOn', p.ended_on) order by p.from_day, p.id)
  from view.account_position p where p.account_id = ${account}), '[]')`;

const narrowings = `coalesce((
  select jsonb_agg(jsonb_build_object('unit', n.unit, 'group', n.field_group, 'role', n.role, 'right', n.field_right,
    'from', n.from_day, 'until', n.until_day, 'endedOn', n.ended_on))
  from view.field_narrowing n), '[]')`;

/** The text of that one query: hash of the session id, the earliest `seen_at`, the earliest `created_at`. */
export const sessionSql = `select s.account_id, s.position_id, s.seen_at, a.username, a.display_name, a.closed_on is not null as closed, c.must_change,
  ${positionsOf('s.account_id')} as positions, ${narrowings} as narrowings
from app.sessions s
join app.credentials c on c.account_id = s.account_id
join view.account a on a.id = s.account_id
where s.sid_hash = decode($1, 'hex') and s.seen_at > $2 and s.created_at > $3`;

/**
 * The one query of a signed-in request: session, account, positions and narrowings. Null when there is no such session, it was idle
 * or lasted too long, or the account is closed. A session in use is touched once a minute.
 */
export async function loadSession(
  db: Pool,
  sidHash: string,
  now: Date,
  limits: SessionLimits,
): Promise<SignedIn | null> {
  const result = await db.query<SessionRow>({
    name: 'session',
    text: sessionSql,
    values: [sidHash, before(now, limits.idle), before(now, limits.absolute)],
  });
  const row = result.rows[0];
  if (!row || row.closed) return null;
  if (row.seen_at < before(now, TOUCH_SECONDS)) {
    await db.query(`update app.sessions set seen_at = $2 where sid_hash = decode($1, 'hex') and seen_at < $2`, [
      sidHash,
      now,
    ]);
  }
  return {
    account: {
      id: row.account_id,
      username: row.username,
      displayName: row.display_name,
      closed: row.closed,
      mustChangePassword: row.must_change,
    },
    positions: row.positions,
    activePositionId: row.position_id,
    narrowings: row.narrowings,
    sidHash,
  };
}

function before(now: Date, seconds: number): Date {
  return new Date(now.getTime() - seconds * 1000);
}

/** Writes a new session. */
export async function startSession(db: Pool, sidHash: string, accountId: string, now: Date): Promise<void> {
  await db.query(
    `insert into app.sessions (sid_hash, account_id, created_at, seen_at) values (decode($1, 'hex'), $2, $3, $3) on conflict do nothing`,
    [sidHash, accountId, now],
  );
}

/** Ends one session. */
export async function endSession(db: Pool, sidHash: string): Promise<void> {
  await db.query(`delete from app.sessions where sid_hash = decode($1, 'hex')`, [sidHash]);
}

/** Ends every session of an account, but for `keep` (a hash) when it is given. Answers how many. */
export async function endSessions(db: Pool, accountId: string, keep: string | null = null): Promise<number> {
  const result = await db.query(
    `delete from app.sessions where account_id = $1 and ($2::text is null or sid_hash <> decode($2, 'hex'))`,
    [accountId, keep],
  );
  return result.rowCount ?? 0;
}

/** Throws away sessions that can no longer be used; for a job that runs now and then. */
export async function sweepSessions(db: Pool, now: Date, limits: SessionLimits): Promise<number> {
  const result = await db.query('delete from app.sessions where seen_at <= $1 or created_at <= $2', [
    before(now, limits.idle),
    before(now, limits.absolute),
  ]);
  return result.rowCount ?? 0;
}

/** Has a session act in another position of its own account from now on; false when that position is not held today. */
export async function choosePosition(
  db: Pool,
  signedIn: SignedIn,
  positionId: string,
  today: string,
): Promise<boolean> {
  const position = signedIn.positions.find((held) => held.id === positionId);
  if (!position || !isHeldOn(position, today)) return false;
  await db.query(`update app.sessions set position_id = $2 where sid_hash = decode($1, 'hex')`, [
    signedIn.sidHash,
    positionId,
  ]);
  return true;
}
