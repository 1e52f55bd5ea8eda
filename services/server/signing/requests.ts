import { RejectionError, type Rejection } from '@nocgia/schemas/errors.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { systemAuthority } from '../../access/authority.ts';
import { isHeldOn } from '../../access/scope-of.ts';
import type { FileDeps } from '../../dossiers/file/deps.ts';
import { derivedId } from '../../event-store/derived-id.ts';
import { serviceSigner, type SigningService } from '../../papers/sign/service.ts';
import type { Jobs } from '../jobs.ts';
import { waitAfter, type ServiceStates } from '../outside/states.ts';
import { signatoryOf, signFile } from './sign-file.ts';

/** What requests to the signing service are carried out with. */
export interface RequestDeps {
  pool: pg.Pool;
  files: FileDeps;
  /** Null where none is configured. */
  service: SigningService | null;
  states: ServiceStates;
  jobs(): Pick<Jobs, 'add'> | null;
}

/** Which file is to be signed by the service, for whom. `id`: of the command that asked. */
export interface AskedSigning {
  id: string;
  dossierId: string;
  fileId: string;
  accountId: string;
  positionId: string;
}

interface WaitingRow {
  dossier_id: string;
  file_id: string;
  account_id: string;
  position_id: string;
  asked_at: Date;
  tries: number;
}

/** Tries over some five days, before a request is given up. */
const MOST_TRIES = 28;
/** Milliseconds for one answer: a job must not stand in the others' way while somebody looks for their phone. */
const PATIENCE = 30_000;
/** What is tried again later; every other refusal ends the request. */
const passing: ReadonlySet<Rejection['code']> = new Set([
  ...(['SIGNING_AWAY', 'SIGNING_UNCONFIRMED', 'SIGNING_NO_SERVICE'] as const),
  ...(['STORAGE_AWAY', 'STORAGE_FULL', 'CONFLICT', 'BUSY'] as const),
]);

/** Notes that a signature was asked of the service, and has it tried at once. The same again changes nothing. SIGNING_ASKED where one waits already. */
export async function askSigning(deps: RequestDeps, asked: AskedSigning): Promise<void> {
  const { id, dossierId, fileId, accountId, positionId } = asked;
  const { rows } = await deps.pool.query<{ id: string }>(
    `with made as (
       insert into app.signings (id, dossier_id, file_id, account_id, position_id, state, asked_at, next_try_at)
       values ($1, $2, $3, $4, $5, 'waiting', $6, $6) on conflict do nothing returning id)
     select id from made union select id from app.signings where id = $1 and file_id = $3 and account_id = $4`,
    [id, dossierId, fileId, accountId, positionId, deps.files.now()],
  );
  if (rows.length === 0) throw new RejectionError({ code: 'SIGNING_ASKED', field: 'fileId' });
  await schedule(deps, id);
}

async function schedule({ jobs }: RequestDeps, id: string, runAt?: Date): Promise<void> {
  await jobs()?.add('sign', { id }, { key: `sign-${id}`, ...(runAt && { runAt }) });
}

/** Takes a request back that is not being recorded already; false where there was none. `accountId` null: anybody's. */
export async function cancelSigning(
  { pool, files }: RequestDeps,
  { id, dossierId, accountId }: { id: string; dossierId: string; accountId: string | null },
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update app.signings set state = 'cancelled', ended_at = $4
     where id = $1 and dossier_id = $2 and state = 'waiting' and not recording and ($3::uuid is null or account_id = $3)`,
    [id, dossierId, accountId, files.now()],
  );
  return rowCount === 1;
}

/** Jobs for all that waits, lest a kill came between a row and its job; at start and now and then. */
export async function resumeSignings(deps: RequestDeps): Promise<void> {
  const { rows } = await deps.pool.query<{ id: string; next_try_at: Date }>(
    `select id, next_try_at from app.signings where state = 'waiting' order by next_try_at limit 500`,
  );
  for (const { id, next_try_at: at } of rows) await schedule(deps, id, at);
}

/**
 * One try of a request: signed and recorded at most once, since the command that records it has an id of its own; where the service or
 * the file store is away it waits for the next try, later and later. The signature bears the time at which it was asked for, so that
 * each try asks for the very same digest.
 */
export async function trySigning(deps: RequestDeps, id: string): Promise<void> {
  const { pool, files } = deps;
  const { rows } = await pool.query<WaitingRow>(
    `update app.signings set recording = false where id = $1 and state = 'waiting'
     returning dossier_id, file_id, account_id, position_id, asked_at, tries`,
    [id],
  );
  const row = rows[0];
  if (!row) return;
  try {
    await signed(deps, id, row);
    await pool.query(`update app.signings set state = 'done', ended_at = $2, reason = null where id = $1`, [
      id,
      files.now(),
    ]);
  } catch (error) {
    if (!(error instanceof RejectionError)) throw error;
    await notSigned(deps, id, row, error.rejection);
  }
}

async function signed(deps: RequestDeps, id: string, row: WaitingRow): Promise<void> {
  const { files, service, states, pool } = deps;
  const { dossier_id: dossierId, file_id: fileId, account_id: accountId, position_id: positionId } = row;
  const { held, username, ...signatory } = await signatoryOf(files.log, accountId, positionId);
  const today = dayInVietnam(files.now());
  if (!isHeldOn(held, today)) throw new RejectionError({ code: 'FORBIDDEN' });
  const now = files.now().toISOString();
  const env = { may: systemAuthority, accountId, role: held.role, now, today, newId: uuidv7 };
  await signFile(files, {
    ...{ dossierId, fileId, expectedVersion: null, ward: held.unit, commandId: derivedId('signing', id) },
    context: { actor: accountId, position: positionId, unit: held.unit, correlation: id },
    ...{ env, signatory, at: row.asked_at, patience: PATIENCE },
    signer: () => {
      if (!service) throw new RejectionError({ code: 'SIGNING_NO_SERVICE' });
      return Promise.resolve(serviceSigner(service, { holder: username, requestId: id }));
    },
    // From here on it cannot be taken back: what is recorded and what was cancelled are never the same request.
    beforeRecord: async () => {
      await states.seen('signing');
      const { rowCount } = await pool.query(
        `update app.signings set recording = true where id = $1 and state = 'waiting'`,
        [id],
      );
      if (rowCount !== 1) throw new RejectionError({ code: 'SIGNING_UNKNOWN' });
    },
  });
}

async function notSigned(deps: RequestDeps, id: string, row: WaitingRow, why: Rejection): Promise<void> {
  const { pool, files, states } = deps;
  const now = files.now();
  if (why.code === 'SIGNING_AWAY') await states.failed('signing', why.code);
  const tries = row.tries + 1;
  const waits = passing.has(why.code) && tries < MOST_TRIES;
  const { code, params = {} } = passing.has(why.code) && !waits ? { code: 'SIGNING_GIVEN_UP' } : why;
  const next = new Date(now.getTime() + waitAfter(tries));
  await pool.query(
    `update app.signings set tries = $2, last_try_at = $3::timestamptz, next_try_at = $4, reason = $5, params = $6,
       state = case when $7::boolean then state else 'failed' end, ended_at = case when $7 then null else $3::timestamptz end
     where id = $1 and state = 'waiting'`,
    [id, tries, now, next, code, JSON.stringify(params), waits],
  );
  if (waits) await schedule(deps, id, next);
}
