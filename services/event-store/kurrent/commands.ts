import type { Pool } from 'pg';
import { START, type CommandRecord, type Json, type Position } from '../port.ts';
import type { Rebase } from './carry-out.ts';
import type { Plan } from './plan.ts';

/** A row of log.kurrent_commands. */
interface CommandRow {
  command_id: string;
  fingerprint: string;
  result: Json;
  state: 'pending' | 'done';
  plan: Plan | null;
  position: Position | null;
}

export type Reservation =
  | { verdict: 'reserved'; owner: number }
  /** The command was done before. */
  | { verdict: 'done'; record: CommandRecord }
  /** Command `commandId` (this one, or one that holds a stream) has been begun and not ended. */
  | { verdict: 'pending'; commandId: string }
  | { verdict: 'again' };

export type Adoption =
  | { verdict: 'adopted'; plan: Plan; owner: number }
  | { verdict: 'done'; record: CommandRecord }
  | { verdict: 'alive' | 'gone' };

/** The command table and the reservations, in PostgreSQL. */
export interface Commands {
  /** Enters a command as pending and reserves its streams, or tells what stands in the way. */
  reserve(plan: Plan): Promise<Reservation>;
  /** Takes a pending command over, if the process that had it is gone or is this one. */
  adopt(commandId: string): Promise<Adoption>;
  /** The command is carried out: its record stays, its reservations go. */
  finish(
    command: Pick<Plan, 'commandId' | 'fingerprint' | 'result'>,
    position: Position,
    rebased?: Rebase[],
  ): Promise<void>;
  /** The command is refused and forgotten. False when another process had taken it over and may have decided otherwise. */
  withdraw(commandId: string, owner: number): Promise<boolean>;
  find(commandId: string): Promise<CommandRecord | 'pending' | null>;
  pending(): Promise<string[]>;
  /** Those of the ids that are not in the table. */
  missing(commandIds: readonly string[]): Promise<string[]>;
  /** How far the log's commands are known to stand in the table. */
  knownUntil(): Promise<Position>;
  setKnownUntil(position: Position): Promise<void>;
  close(): Promise<void>;
}

/** This process as the others know it. */
interface Owner {
  id: number;
  close: () => Promise<void>;
}

/** Class of the session locks by which processes know each other alive; in 0012_kurrent.sql as well. */
const OWNER_LOCKS = 7312;

function toRecord(row: CommandRow): CommandRecord {
  if (row.position === null) throw new Error(`Command ${row.command_id} has no position.`);
  return { commandId: row.command_id, fingerprint: row.fingerprint, result: row.result, position: row.position };
}

/** Opens the command table over `pool`; keeps one of its connections for as long as it is used. */
export function openCommands(pool: Pool): Commands {
  let owner: Promise<Owner> | undefined;

  // A session lock ends with its connection, however the process ends: no clock decides who is alive.
  async function takeOwner(): Promise<Owner> {
    const client = await pool.connect();
    let held = true;
    // Destroyed where it cannot be unlocked: the lock must not live on in the pool.
    const giveUp = (destroy: boolean): void => {
      if (held) client.release(destroy);
      held = false;
    };
    const lost = (): void => {
      owner = undefined;
      giveUp(true);
    };
    client.on('error', lost);
    client.on('end', lost);
    try {
      const { rows } = await client.query<{ id: number }>(`select nextval('log.kurrent_owners')::int as id`);
      const id = rows[0]?.id ?? 0;
      await client.query('select pg_advisory_lock($1, $2)', [OWNER_LOCKS, id]);
      const close = async (): Promise<void> => {
        const unlocked = await client.query('select pg_advisory_unlock_all()').catch(() => null);
        client.off('error', lost).off('end', lost);
        giveUp(unlocked === null);
      };
      return { id, close };
    } catch (error) {
      giveUp(true);
      throw error;
    }
  }

  async function ownerId(): Promise<number> {
    owner ??= takeOwner().catch((error: unknown) => {
      owner = undefined;
      throw error;
    });
    return (await owner).id;
  }

  return {
    async reserve(plan) {
      const id = await ownerId();
      const { rows } = await pool.query<{
        answer: { verdict: 'reserved' | 'known' | 'busy' | 'again'; command?: CommandRow };
      }>('select log.kurrent_reserve($1, $2, $3, $4, $5, $6, $7) as answer', [
        plan.commandId,
        plan.fingerprint,
        JSON.stringify(plan.result),
        JSON.stringify(plan),
        id,
        plan.writes.map((write) => write.stream),
        plan.writes.map((write) => write.events.length > 0),
      ]);
      const answer = rows[0]?.answer;
      if (answer?.verdict === 'reserved') return { verdict: 'reserved', owner: id };
      if (!answer?.command) return { verdict: 'again' };
      if (answer.verdict === 'known' && answer.command.state === 'done')
        return { verdict: 'done', record: toRecord(answer.command) };
      return { verdict: 'pending', commandId: answer.command.command_id };
    },

    async adopt(commandId) {
      const id = await ownerId();
      const { rows } = await pool.query<{
        answer: { verdict: 'adopted' | 'alive' | 'done' | 'gone'; command?: CommandRow };
      }>('select log.kurrent_adopt($1, $2) as answer', [commandId, id]);
      const answer = rows[0]?.answer;
      if (answer?.verdict === 'done' && answer.command) return { verdict: 'done', record: toRecord(answer.command) };
      if (answer?.verdict === 'adopted' && answer.command?.plan) {
        return { verdict: 'adopted', plan: answer.command.plan, owner: id };
      }
      return { verdict: answer?.verdict === 'alive' ? 'alive' : 'gone' };
    },

    async finish(command, position, rebased = []) {
      await pool.query(
        `with done as (
           insert into log.kurrent_commands as c (command_id, fingerprint, result, state, position, rebased)
           values ($1, $2, $3, 'done', $4, $5)
           on conflict (command_id) do update
             set state = 'done', position = excluded.position, rebased = excluded.rebased, plan = null, owner = null
             where c.state = 'pending'
         )
         delete from log.kurrent_reservations where command_id = $1`,
        [
          command.commandId,
          command.fingerprint,
          JSON.stringify(command.result),
          position,
          rebased.length > 0 ? JSON.stringify(rebased) : null,
        ],
      );
    },

    async withdraw(commandId, id) {
      const { rowCount } = await pool.query(
        `delete from log.kurrent_commands where command_id = $1 and state = 'pending' and owner = $2`,
        [commandId, id],
      );
      return rowCount === 1;
    },

    async find(commandId) {
      const { rows } = await pool.query<CommandRow>(
        'select command_id, fingerprint, result, state, null as plan, position from log.kurrent_commands where command_id = $1',
        [commandId],
      );
      const [row] = rows;
      if (!row) return null;
      return row.state === 'pending' ? 'pending' : toRecord(row);
    },

    async pending() {
      const { rows } = await pool.query<{ command_id: string }>(
        `select command_id from log.kurrent_commands where state = 'pending' limit 1000`,
      );
      return rows.map((row) => row.command_id);
    },

    async missing(commandIds) {
      const { rows } = await pool.query<{ id: string }>(
        `select id::text from unnest($1::uuid[]) id
         where not exists (select from log.kurrent_commands c where c.command_id = id)`,
        [commandIds],
      );
      return rows.map((row) => row.id);
    },

    async knownUntil() {
      const { rows } = await pool.query<{ known_until: Position }>('select known_until from log.kurrent_progress');
      return rows[0]?.known_until ?? START;
    },

    async setKnownUntil(position) {
      await pool.query('update log.kurrent_progress set known_until = $1 where known_until < $1', [position]);
    },

    async close() {
      const held = await owner?.catch(() => undefined);
      owner = undefined;
      await held?.close();
    },
  };
}
