import type { WithdrawalReason } from '@nocgia/schemas/events/import.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { dayInVietnam } from '../../access/sign-in/reader.ts';
import type { Scope } from '../../access/scope.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import { importOf } from './commands.ts';
import { giveCommand } from './course.ts';
import type { ImportDeps } from './deps.ts';
import { importStream } from './import-stream.ts';
import { findImport, inTransaction, updateImport, type ImportRecord, type Withdrawal } from './store.ts';
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

/** Whether there is anything in the register that a withdrawal could take back. */
export function withdrawable({ state, slices_done }: Pick<ImportRecord, 'state' | 'slices_done'>): boolean {
  return slices_done > 0 && (state === 'committed' || state === 'cancelled');
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
    kept: 0,
  };
  const changes = { state: 'withdrawing', withdrawal, problem: null, problem_params: null } as const;
  if (!withdrawable(record) || !(await updateImport(deps.pool, id, changes, [record.state])))
    throw new RejectionError({ code: 'IMPORT_STATE' });
  await deps.enqueue(id);
  return { ...record, ...changes };
}

/** Takes an import back part by part, people and households first, then the roofs, and records the end. Can be called again after a kill. */
export async function withdrawParts(deps: ImportDeps, id: string): Promise<void> {
  const { pool, log } = deps;
  for (;;) {
    const record = await findImport(pool, id);
    if (record?.state !== 'withdrawing' || record.withdrawal === null) return;
    if (!(await deps.pause(await log.store.head(), lagLimit, pauseMs))) {
      await sleep(50);
      continue;
    }
    const { withdrawal } = record;
    const peopleParts = Math.ceil(record.slices_done / slicesAtOnce);
    const options = optionsOf(deps, record, withdrawal);
    if (withdrawal.done < peopleParts) {
      const part = await partOf(deps, id, withdrawal.done);
      const seen = part.citizenIds.length;
      await step(deps, record, withdrawal, seen, decideWithdrawal(part, options));
      continue;
    }
    const roofs = await roofsOf(deps, record, withdrawal.done - peopleParts);
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
  seen: number,
  decide: ReturnType<typeof decideWithdrawal>,
): Promise<void> {
  const { done } = withdrawal;
  const result = await giveCommand<WithdrawalResult>(deps, actingFor(record), `withdraw ${done}`, { done }, decide);
  const next: Withdrawal = {
    ...withdrawal,
    done: done + 1,
    seen: withdrawal.seen + seen,
    citizens: withdrawal.citizens + result.citizens,
    households: withdrawal.households + result.households,
    dwellings: withdrawal.dwellings + result.dwellings,
    kept: withdrawal.kept + result.kept.length,
  };
  await inTransaction(deps.pool, async (db) => {
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
  const { citizens, households, dwellings, kept, reason, on: occurredOn } = withdrawal;
  const data = { importId: record.id, citizens, households, dwellings, kept, reason, occurredOn };
  const stream = importStream(record.id);
  const writes = [{ stream, expected: 'any' as const, events: [{ type: 'ImportWithdrawn', data }] }];
  await giveCommand(deps, actingFor(record), 'withdrawn', null, () =>
    Promise.resolve({ ok: true, decision: { writes, result: null } }),
  );
  await updateImport(deps.pool, record.id, { state: 'withdrawn', finished_at: deps.now() }, ['withdrawing']);
}

/** People and roofs that the import wrote, to tell how far a withdrawal has come. */
async function recordsOf({ pool }: ImportDeps, { id, slices_done }: ImportRecord): Promise<number> {
  const { rows } = await pool.query<{ total: number }>(
    `select ((select count(*) from app.import_rows r join app.import_households h using (import_id, household)
        where r.import_id = $1 and r.action = 'create' and r.citizen_id is not null and h.slice < $2)
      + (select count(*) from app.import_households where import_id = $1 and dwelling_from is not null and slice < $2))::int as total`,
    [id, slices_done],
  );
  return rows[0]?.total ?? 0;
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

async function roofsOf({ pool }: ImportDeps, { id, slices_done }: ImportRecord, part: number): Promise<string[]> {
  const { rows } = await pool.query<{ dwelling_id: string }>(
    `select dwelling_id from app.import_households where import_id = $1 and dwelling_from is not null and slice < $2
    order by household limit $3 offset $4`,
    [id, slices_done, roofsAtOnce, part * roofsAtOnce],
  );
  return rows.map(({ dwelling_id }) => dwelling_id);
}
