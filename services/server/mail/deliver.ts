import type pg from 'pg';
import type { ErrorCode } from '@nocgia/schemas/errors.ts';
import { waitAfter } from '../outside/states.ts';
import type { MailDeps } from './deps.ts';
import { letterOf } from './letter.ts';
import { NotSent, type Post } from './post.ts';

/** Tries over some three days, before a letter is given up. */
export const MOST_TRIES = 20;
/** Letters that one run sends at most; the next goes on at once. */
const MOST_A_RUN = 200;

interface DueRow {
  event_id: string;
  dossier_id: string;
  version: number;
  tries: number;
}

type Outcome = 'sent' | 'not-sent' | 'away' | 'none';

/**
 * Sends the letters that are due, the oldest first and of a dossier in their order, each under a lock of its own, so that two processes never send the same. Killed between
 * the server's yes and its note here, a letter goes out once more under the same Message-ID. Where the server is away all wait, later and
 * later, and are given up in the end.
 */
export async function deliverNotices(deps: MailDeps): Promise<void> {
  const { post } = deps;
  if (!post) return;
  for (let sent = 0; sent < MOST_A_RUN; sent++) {
    const outcome = await inTransaction(deps.pool, (client) => deliverNext(deps, post, client));
    if (outcome === 'none' || outcome === 'away') break;
  }
  const { rows } = await deps.pool.query<{ next: Date | null }>(
    `select min(next_try_at) as next from app.notices where state = 'waiting'`,
  );
  if (rows[0]?.next) await deps.jobs()?.add('mail', {}, { key: 'mail-later', runAt: rows[0].next });
}

async function deliverNext(deps: MailDeps, post: Post, client: pg.PoolClient): Promise<Outcome> {
  const { rows } = await client.query<DueRow>(
    `select event_id, dossier_id, version, tries from app.notices n
      where state = 'waiting' and next_try_at <= $1
        and not exists (select from app.notices earlier
          where earlier.dossier_id = n.dossier_id and earlier.state = 'waiting' and earlier.position < n.position)
      order by position limit 1 for update skip locked`,
    [deps.now()],
  );
  const row = rows[0];
  if (!row) return 'none';
  const { event_id: id, dossier_id: dossierId, version } = row;
  const letter = await letterOf(deps.log, { dossierId, version, origin: deps.origin });
  if (!letter) {
    await noteTry(deps, client, row, { state: 'failed', reason: 'MAIL_NO_ADDRESS' });
    return 'not-sent';
  }
  try {
    await post.send(letter, id);
  } catch (error) {
    if (!(error instanceof NotSent)) throw error;
    return notSent(deps, client, row, error.kind);
  }
  await client.query(
    `update app.notices set state = 'sent', sent_at = $2::timestamptz, last_try_at = $2::timestamptz, tries = tries + 1, reason = null where event_id = $1`,
    [id, deps.now()],
  );
  await deps.states.seen('mail');
  return 'sent';
}

async function notSent(deps: MailDeps, client: pg.PoolClient, row: DueRow, kind: NotSent['kind']): Promise<Outcome> {
  if (kind === 'refused') {
    await noteTry(deps, client, row, { state: 'failed', reason: 'MAIL_REFUSED' });
    return 'not-sent';
  }
  const late = row.tries + 1 >= MOST_TRIES;
  await noteTry(deps, client, row, late ? { state: 'failed', reason: 'MAIL_GIVEN_UP' } : { reason: 'MAIL_AWAY' });
  if (kind === 'later') return 'not-sent';
  await deps.states.failed('mail', 'MAIL_AWAY');
  // Nobody is there for the others either: they wait without each having to find out.
  await client.query(
    `update app.notices set reason = 'MAIL_AWAY', last_try_at = $1::timestamptz, tries = tries + 1,
       next_try_at = $1::timestamptz + make_interval(secs => least(21600, 60 * 2 ^ least(tries, 20))),
       state = case when tries + 1 >= $2 then 'failed' else state end
     where state = 'waiting' and next_try_at <= $1 and event_id <> $3`,
    [deps.now(), MOST_TRIES, row.event_id],
  );
  return 'away';
}

async function noteTry(
  deps: MailDeps,
  client: pg.PoolClient,
  row: DueRow,
  { state = 'waiting', reason }: { state?: 'waiting' | 'failed'; reason: ErrorCode },
): Promise<void> {
  const now = deps.now();
  const tries = row.tries + 1;
  const next = new Date(now.getTime() + waitAfter(tries));
  await client.query(
    `update app.notices set state = $2, tries = $3, last_try_at = $4, next_try_at = $5, reason = $6 where event_id = $1`,
    [row.event_id, state, tries, now, next, reason],
  );
}

/** Does something in a transaction of its own. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const done = await work(client);
    await client.query('commit');
    client.release();
    return done;
  } catch (error) {
    // The connection may be what broke: it is not used again.
    client.release(true);
    throw error;
  }
}
