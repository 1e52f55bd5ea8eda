import type { WithdrawalReason } from '@nocgia/schemas/events/import.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import type { Scope } from '../../access/scope.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import { importOf } from './commands.ts';
import { confirmedParts, type ConfirmedPart } from './confirmed.ts';
import { giveCommand } from './course.ts';
import type { ImportDeps } from './deps.ts';
import { importStream } from './import-stream.ts';
import { inTransaction } from '../../tables/one-at-a-time.ts';
import { findImport, updateImport, type ImportRecord, type Withdrawal } from './store.ts';
import {
  decideRoofs,
  decideWithdrawal,
  type WithdrawalOptions,
  type WithdrawalPart,
  type WithdrawalResult,
} from './withdraw.ts';
import { inhabitedRoofs } from './withdrawal-queries.ts';

/** Slices of the plan that one part takes back: about as many events as a slice wrote. */
const slicesAtOnce = 3;
const roofsAtOnce = 200;
const lagLimit = 1_000;
const pauseMs = 5_000;
const settleMs = 120_000;

/** Whether there is anything in the register that a withdrawal could take back: people that it wrote, or differences confirmed from it. */
export async function withdrawable(
  { pool }: Pick<ImportDeps, 'pool'>,
  { id, state, slices_done }: ImportRecord,
): Promise<boolean> {
  if (state !== 'committed' && state !== 'cancelled') return false;
  if (slices_done > 0) return true;
  const { rowCount } = await pool.query(
    `select from app.import_differences where import_id = $1 and state = 'applied' limit 1`,
    [id],
  );
  return rowCount !== 0;
}

/** Queues the withdrawal of an import; throws IMPORT_STATE when it wrote nothing, or is withdrawn already. */
export async function withdrawImport(
  scope: Scope,
  deps: ImportDeps,
  id: string,
  reason: WithdrawalReason,
): Promise<ImportRecord> {
  const record = await importOf(scope, deps, id);
  const withdrawal: Withdrawal = {
    reason,
    by: scope.accountId,
    position: scope.positionId,
    on: dayInVietnam(deps.now()),
    done: 0,
    seen: 0,
    total: await recordsOf(deps, record),
    citizens: 0,
    households: 0,
    dwellings: 0,
    differences: 0,
    kept: 0,
  };
  const changes = { state: 'withdrawing', withdrawal, problem: null, problem_params: null } as const;
  if (!(await withdrawable(deps, record)) || !(await updateImport(deps.pool, id, changes, [record.state])))
    throw new RejectionError({ code: 'IMPORT_STATE' });
  await deps.enqueue(id);
  return { ...record, ...changes };
}

/**
 * Takes an import back part by part, what was confirmed from it first, then people and households, then the roofs, and records the end.
 * Can be called again after a kill.
 */
export async function withdrawParts(deps: ImportDeps, id: string): Promise<void> {
  const { pool, log } = deps;
  const started = await findImport(pool, id);
  if (started?.state !== 'withdrawing') return;
  const confirmed = await confirmedParts(pool, started);
  for (;;) {
    const record = await findImport(pool, id);
    if (record?.state !== 'withdrawing' || record.withdrawal === null) return;
    if (!(await deps.pause(await log.store.head(), lagLimit, pauseMs))) {
      await sleep(50);
      continue;
    }
    const { withdrawal } = record;
    const options = optionsOf(deps, record, withdrawal);
    const part = confirmed.parts[withdrawal.done];
    if (part) {
      await step(deps, record, withdrawal, part.about, part.decide(options));
      continue;
    }
    const done = withdrawal.done - confirmed.parts.length;
    const peopleParts = Math.ceil(record.slices_done / slicesAtOnce);
    if (done < peopleParts) {
      const people = await partOf(deps, id, done);
      await step(deps, record, withdrawal, people.citizenIds.length, decideWithdrawal(people, options));
      continue;
    }
    const roofs = await roofsOf(deps, record, confirmed.roofs, done - peopleParts);
    if (roofs.length === 0) return withdrawn(deps, record, withdrawal);
    // Who lives under a roof is asked of the rows, which therefore have to know all that this withdrawal has done.
    if ((await deps.waitFor(await log.store.head(), settleMs)).behind)
      throw new Error('the register lags behind the log');
    const inhabited = await inhabitedRoofs(pool, record.ward, roofs);
    await step(deps, record, withdrawal, roofs.length, decideRoofs(roofs, inhabited, options));
  }
}

function optionsOf(deps: ImportDeps, { id }: ImportRecord, { on }: Withdrawal): WithdrawalOptions {
  const own = ({ context: { source } }: RecordedEvent): boolean => source?.kind === 'import' && source.id === id;
  return { importId: id, today: on, own, claimHash: deps.claimHash };
}

/** Gives one part's command and notes what it did; both can be repeated. */
async function step(
  deps: ImportDeps,
  record: ImportRecord,
  withdrawal: Withdrawal,
  about: number | ConfirmedPart['about'],
  decide: ReturnType<typeof decideWithdrawal>,
): Promise<void> {
  const { done } = withdrawal;
  const result = await giveCommand<WithdrawalResult>(deps, actingFor(record), `withdraw ${done}`, { done }, decide);
  const made = typeof about === 'number';
  const kept = new Set(result.kept.map(([, keptId]) => keptId));
  // What stays of a difference stays recorded; one that wrote nothing has nothing to take back.
  const back = made ? [] : [...about].flatMap(([number, one]) => (kept.has(one) ? [] : number));
  const next: Withdrawal = {
    ...withdrawal,
    done: done + 1,
    seen: withdrawal.seen + (made ? about : about.size),
    citizens: withdrawal.citizens + (made ? result.citizens : 0),
    households: withdrawal.households + (made ? result.households : 0),
    dwellings: withdrawal.dwellings + result.dwellings,
    kept: withdrawal.kept + result.kept.length,
  };
  await inTransaction(deps.pool, async (db) => {
    const taken = await db.query(
      `update app.import_differences set state = 'withdrawn' where import_id = $1 and state = 'applied' and number = any($2::int[])`,
      [record.id, back],
    );
    next.differences = (withdrawal.differences ?? 0) + (taken.rowCount ?? 0);
    const moved = await db.query(
      `update app.imports set withdrawal = $3 where id = $1 and (withdrawal->>'done')::int = $2`,
      [record.id, done, JSON.stringify(next)],
    );
    if (moved.rowCount === 0 || result.kept.length === 0) return;
    await db.query(
      `insert into app.import_kept (import_id, kind, id, why)
      select $1, * from unnest($2::text[], $3::uuid[], $4::text[]) on conflict do nothing`,
      [
        record.id,
        result.kept.map(([kind]) => kind),
        result.kept.map(([, keptId]) => keptId),
        result.kept.map(([, , why]) => why),
      ],
    );
  });
}

/** The events of a withdrawal are the act of whoever ordered it, not of whoever brought the file. */
function actingFor(record: ImportRecord): ImportRecord {
  const { by = null, position = null } = record.withdrawal ?? {};
  return { ...record, created_by: by, created_in: position };
}

async function withdrawn(deps: ImportDeps, record: ImportRecord, withdrawal: Withdrawal): Promise<void> {
  const { citizens, households, dwellings, differences, kept, reason, on: occurredOn } = withdrawal;
  const data = { importId: record.id, citizens, households, dwellings, differences, kept, reason, occurredOn };
  const stream = importStream(record.id);
  const writes = [{ stream, expected: 'any' as const, events: [{ type: 'ImportWithdrawn', data }] }];
  await giveCommand(deps, actingFor(record), 'withdrawn', null, () =>
    Promise.resolve({ ok: true, decision: { writes, result: null } }),
  );
  // What somebody confirmed and nothing has recorded yet waits for nobody any more.
  await deps.pool.query(
    `update app.import_differences set state = 'open' where import_id = $1 and state = 'confirmed'`,
    [record.id],
  );
  await updateImport(deps.pool, record.id, { state: 'withdrawn', finished_at: deps.now() }, ['withdrawing']);
}

/** People and roofs that the import wrote, and differences confirmed from it, to tell how far a withdrawal has come. */
async function recordsOf({ pool }: ImportDeps, { id, slices_done }: ImportRecord): Promise<number> {
  const { parts, roofs } = await confirmedParts(pool, { id });
  const { rows } = await pool.query<{ total: number }>(
    `select ((select count(*) from app.import_rows r join app.import_households h using (import_id, household)
        where r.import_id = $1 and r.action = 'create' and r.citizen_id is not null and h.slice < $2)
      + (select count(*) from app.import_households where import_id = $1 and dwelling_from is not null and slice < $2))::int as total`,
    [id, slices_done],
  );
  return parts.reduce((sum, { about }) => sum + about.size, roofs.length) + (rows[0]?.total ?? 0);
}

async function partOf({ pool }: ImportDeps, importId: string, part: number): Promise<WithdrawalPart> {
  const { rows } = await pool.query<{ household_id: string; is_new: boolean; citizen_id: string | null }>(
    `select h.household_id, h.is_new, r.citizen_id
    from app.import_households h join app.imports i on i.id = h.import_id
    left join app.import_rows r on r.import_id = h.import_id and r.household = h.household and r.action = 'create'
    where h.import_id = $1 and h.slice >= $2 and h.slice < least($3, i.slices_done)
    order by h.household, r.line`,
    [importId, part * slicesAtOnce, (part + 1) * slicesAtOnce],
  );
  const households = new Map(rows.map(({ household_id, is_new }) => [household_id, is_new]));
  return {
    citizenIds: rows.flatMap(({ citizen_id }) => citizen_id ?? []),
    households: [...households].map(([householdId, isNew]) => ({ householdId, isNew })),
  };
}

/** Roofs that the import registered, with the rows of the file and with differences that were confirmed. */
async function roofsOf(
  { pool }: ImportDeps,
  { id, slices_done }: ImportRecord,
  confirmed: readonly string[],
  part: number,
): Promise<string[]> {
  const { rows } = await pool.query<{ dwelling_id: string }>(
    `select dwelling_id from app.import_households where import_id = $1 and dwelling_from is not null and slice < $2
    union select unnest($3::uuid[]) order by dwelling_id limit $4 offset $5`,
    [id, slices_done, confirmed, roofsAtOnce, part * roofsAtOnce],
  );
  return rows.map(({ dwelling_id }) => dwelling_id);
}
