import { unitNumber } from '@nocgia/schemas/events/common.ts';
import { createHmac, randomBytes } from 'node:crypto';
import type { Role } from '@nocgia/schemas/events/account.ts';
import { eventRegistry } from '@nocgia/schemas/events/registry.ts';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { dispatch, type CommandOutcome, type Decided, type LoadStreams } from '../../event-store/dispatcher.ts';
import { openKeyring } from '../../event-store/keys/keyring.ts';
import type { DomainEvent, Log } from '../../event-store/log.ts';
import { openLog } from '../../event-store/open-log.ts';
import { openPostgresStore } from '../../event-store/postgres/postgres.ts';
import { createProjector } from '../../projection/engine.ts';
import type { Projection } from '../../projection/projection.ts';
import { openAccount } from '../account/account.ts';
import { accountProjection } from '../account/projection.ts';
import { systemAuthority } from '../authority.ts';
import { fieldsOf } from '../field-table.ts';
import { setPassword, usernameClaim } from '../sign-in/credentials.ts';
import type { Scope } from '../scope.ts';

/** A database with a log and the account rows, for tests of what is signed in to. */
export interface TestHouse {
  database: TestDatabase;
  app: pg.Pool;
  log: Log;
  keyed(text: string): string;
  /** The clock: stands still until it is moved. */
  clock: { now: Date };
  run(name: string, decide: (load: LoadStreams) => Promise<Decided>): Promise<CommandOutcome>;
  append(stream: string, ...events: DomainEvent[]): Promise<void>;
  /** Brings the rows up to the head. */
  project(): Promise<void>;
  /** Opens an account with one position and the password; answers its id. */
  hire(
    username: string,
    position: { role: Role; unit: string; from?: string; until?: string | null },
    password: string,
  ): Promise<string>;
  close(): Promise<void>;
}

/** Opens a house on a database of its own, with a city 79, wards 27226 and 27232 and neighbourhoods of theirs. */
export async function openTestHouse(projections: readonly Projection[] = [accountProjection]): Promise<TestHouse> {
  const database = await createTestDatabase();
  const keyring = await openKeyring({ connectionString: database.appUrl, masterKey: randomBytes(32) });
  const store = openPostgresStore({ connectionString: database.appUrl });
  const log = openLog({ store, keyring, registry: eventRegistry });
  const app = new pg.Pool({ connectionString: database.appUrl, max: 6 });
  const projectorPool = new pg.Pool({ connectionString: database.projectorUrl, max: 3 });
  const projector = createProjector({ log, db: projectorPool, projections });
  const clock = { now: new Date('2026-11-22T03:00:00Z') };
  const secret = randomBytes(32);
  const keyed = (text: string): string => createHmac('sha256', secret).update(text).digest('hex');
  const context = { actor: 'system', correlation: 'test' };

  const run: TestHouse['run'] = (name, decide) =>
    dispatch(log, { commandId: uuidv7(), name, payload: uuidv7(), context }, decide);
  const append = async (stream: string, ...events: DomainEvent[]): Promise<void> => {
    await log.append({
      commandId: uuidv7(),
      fingerprint: '0'.repeat(64),
      result: null,
      context,
      writes: [{ stream, expected: 'any', events }],
    });
  };
  const established = (code: string, level: string, parent: string | null): Promise<void> =>
    append(`unit-${code}`, {
      type: 'UnitEstablished',
      data: { code, level, name: code, parent, occurredOn: '2020-01-01', predecessors: [] },
    });
  await established('79', 'city', null);
  for (const ward of ['27226', '27232']) await established(ward, 'ward', '79');
  for (const code of ['27226-003', '27226-030', '27232-003'])
    await established(code, 'neighbourhood', code.slice(0, 5));

  const hire: TestHouse['hire'] = async (username, position, password) => {
    const env = { may: systemAuthority, actor: null, today: '2026-11-22', newId: uuidv7, claimHash: keyed };
    const input = {
      username,
      displayName: `Người ${username}`,
      position: { title: null, from: '2026-01-01', until: null, ...position },
    };
    const outcome = await run('openAccount', openAccount(input, env));
    if (!outcome.ok) throw new Error(outcome.rejection.code);
    const { accountId } = outcome.result as { accountId: string };
    await setPassword(app, { id: accountId, usernameHash: keyed(usernameClaim(username)) }, password, {
      mustChange: false,
      now: clock.now,
    });
    await projector.runToHead();
    return accountId;
  };

  return {
    database,
    app,
    log,
    keyed,
    clock,
    run,
    append,
    hire,
    project: () => projector.runToHead(),
    close: async () => {
      await projector.stop();
      await log.close();
      await Promise.all([app.end(), projectorPool.end()]);
      await database.drop();
    },
  };
}

/** A scope as `scopeOf` makes it, for one role at one unit. */
export function scopeAt(role: Role, unit: string, changes: Partial<Scope> = {}): Scope {
  const number = unitNumber(unit);
  const rows = role !== 'administrator' && role !== 'department';
  const lists = unit.includes('-') ? { wards: [], neighbourhoods: [number] } : { wards: [number], neighbourhoods: [] };
  return {
    accountId: '00000000-0000-7000-8000-000000000001',
    positionId: '00000000-0000-7000-8000-000000000002',
    role,
    unit,
    ...(rows ? lists : { wards: [], neighbourhoods: [] }),
    aggregates: [number],
    fields: fieldsOf(role, '2026-11-22'),
    today: '2026-11-22',
    locale: 'vi',
    ...changes,
  };
}
