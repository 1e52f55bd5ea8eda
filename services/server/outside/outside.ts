import type { Disk } from 'flydrive';
import type pg from 'pg';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { storageError } from '../../files/sealed-file.ts';
import { reachService, type SigningService } from '../../papers/sign/service.ts';
import type { Post } from '../mail/post.ts';
import type { ServiceState, ServiceStates } from './states.ts';

/** What lies outside of this program: asked how it is, and told of. */
export interface OutsideDeps {
  pool: pg.Pool;
  states: ServiceStates;
  signing: SigningService | null;
  post: Post | null;
  disk: Disk;
}

/** A service as the system page and the metrics show it. `waiting`: what is kept until it answers. */
export interface Outside extends ServiceState {
  configured: boolean;
  waiting: number;
}

/** Asks each service that is configured whether it answers, and notes it; run every five minutes, so that a fault shows before it is met. */
export async function probeServices({ states, signing, post, disk }: OutsideDeps): Promise<void> {
  const asked: Promise<void>[] = [noted(states, 'files', () => tryDisk(disk))];
  if (signing) asked.push(noted(states, 'signing', () => reachService(signing)));
  if (post) asked.push(noted(states, 'mail', () => post.reach()));
  await Promise.all(asked);
}

async function noted(states: ServiceStates, name: ServiceState['name'], ask: () => Promise<void>): Promise<void> {
  const outcome = await ask().then(
    () => null,
    (error: unknown) => ({ error }),
  );
  if (outcome === null) return states.seen(name);
  const { error } = outcome;
  const away = { signing: 'SIGNING_AWAY', mail: 'MAIL_AWAY', files: 'STORAGE_AWAY' } as const;
  await states.failed(name, error instanceof RejectionError ? error.rejection.code : away[name]);
}

/** A file that is written and taken away again: a store that is full or away shows. */
async function tryDisk(disk: Disk): Promise<void> {
  try {
    // A name of its own, since several processes may look at once.
    const name = `probe-${process.pid}`;
    await disk.put(name, name);
    await disk.delete(name);
  } catch (error) {
    throw storageError(error);
  }
}

/** How all of them are. */
export async function outsideOf({ pool, states, signing, post }: OutsideDeps): Promise<Outside[]> {
  const { rows } = await pool.query<{ signing: number; mail: number }>(
    `select (select count(*)::int from app.signings where state = 'waiting') as signing,
            (select count(*)::int from app.notices where state = 'waiting') as mail`,
  );
  const waiting = { signing: rows[0]?.signing ?? 0, mail: rows[0]?.mail ?? 0, files: 0 };
  const configured = { signing: signing !== null, mail: post !== null, files: true };
  return (await states.all()).map((state) => ({
    ...state,
    configured: configured[state.name],
    waiting: waiting[state.name],
  }));
}
