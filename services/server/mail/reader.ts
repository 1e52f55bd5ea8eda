import { setTimeout as sleep } from 'node:timers/promises';
import { dossierStream } from '../../dossiers/dossier/dossier-state.ts';
import { noticesOf, toldTypes } from '../../dossiers/dossier/notices.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import type { MailDeps } from './deps.ts';
import { inTransaction } from './deliver.ts';

const PAGE = 500;
/** Milliseconds after which the log is looked at again without having been woken. */
const POLL = 10_000;
/** Milliseconds in which wakes are gathered. */
const GATHER = 200;

const told: ReadonlySet<string> = new Set(toldTypes);

/**
 * Reads one page of the log and queues the letters that its facts ask for, with the place read up to in the same transaction: whatever is
 * killed, each fact is queued once. One process at a time. Answers whether there may be more. Without a mail server the place is
 * forgotten, and begins at the head once there is one.
 */
export async function readForNotices(deps: MailDeps): Promise<boolean> {
  const { pool, log, now } = deps;
  if (!deps.post) {
    await pool.query('delete from app.notice_reader');
    return false;
  }
  const { queued, more } = await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ position: string }>(
      'select position from app.notice_reader for update skip locked',
    );
    const from = rows[0]?.position;
    if (from === undefined) {
      // Another process has it, or nobody has begun.
      const begin = 'insert into app.notice_reader (position) values ($1) on conflict do nothing';
      await client.query(begin, [await log.store.head()]);
      return { queued: 0, more: false };
    }
    const page = await log.readAll(from, PAGE, { types: toldTypes });
    const due = await wantedOf(
      deps,
      page.events.filter(({ context }) => context.source?.kind !== 'import'),
    );
    await client.query(
      `insert into app.notices (event_id, dossier_id, command_id, version, position, state, queued_at, next_try_at)
       select event_id, dossier_id, command_id, version, position, 'waiting', $6, $6
         from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::text[]) as t (event_id, dossier_id, command_id, version, position)
       on conflict do nothing`,
      [
        due.map(({ id }) => id),
        due.map(dossierIdOf),
        due.map(({ commandId }) => commandId),
        due.map(({ version }) => version),
        due.map(({ position }) => position),
        now(),
      ],
    );
    await client.query('update app.notice_reader set position = $1', [page.position]);
    return { queued: due.length, more: !page.atHead };
  });
  // After the commit: a job that runs at once must find them.
  if (queued > 0) await deps.jobs()?.add('mail', {}, { key: 'mail' });
  return more;
}

const dossierIdOf = ({ data }: RecordedEvent): string => ('dossierId' in data ? String(data.dossierId) : '');

/** Of the facts of each command the last, where letters were wanted by then and there is an address. */
async function wantedOf({ log }: MailDeps, events: readonly RecordedEvent[]): Promise<RecordedEvent[]> {
  const streams = await log.readStreams([...new Set(events.map((event) => dossierStream(dossierIdOf(event))))]);
  return events.filter((event) => {
    const course = streams.get(event.stream) ?? [];
    // What one command said stands together: whoever asked for letters with it gets one about it.
    const by = course.filter(({ commandId }) => commandId === event.commandId).at(-1)?.version ?? event.version;
    const { wanted, address } = noticesOf(course.filter(({ version }) => version <= by));
    const later = course.some(
      ({ commandId, version, type }) => commandId === event.commandId && version > event.version && told.has(type),
    );
    return wanted && address !== null && !later;
  });
}

/** Reads for letters from now on, woken by the log and now and then by itself; what fails is tried again. */
export function startNoticeReader(deps: MailDeps, onError: (error: unknown) => void): { stop(): Promise<void> } {
  let stopped = false;
  let woken = false;
  let rise: () => void = () => undefined;
  const wake = () => {
    woken = true;
    rise();
  };
  const subscription = deps.post ? deps.log.store.subscribe(wake) : null;
  /** Until something was written or some time has passed; a little longer, so that what comes together is read together. */
  const rest = async () => {
    const until = new AbortController();
    rise = () => until.abort();
    if (!woken) await sleep(POLL, undefined, { signal: until.signal }).catch(() => undefined);
    if (!stopped) await sleep(GATHER);
  };
  const run = async () => {
    while (!stopped) {
      woken = false;
      const more = await readForNotices(deps).catch((error: unknown) => {
        onError(error);
        return false;
      });
      if (!deps.post) return;
      if (!more && !stopped) await rest();
    }
  };
  const running = run();
  return {
    async stop() {
      stopped = true;
      subscription?.close();
      wake();
      await running;
    },
  };
}
