import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withClient } from '../roles.ts';
import { processesWorkingIn, waitUntilGone } from './processes.ts';
import { startPostgres, type Postgres } from './start.ts';

const holder = join(import.meta.dirname, '../../test/support/hold-postgres.ts');

let folder: string;
let dataDir: string;
const handles: Postgres[] = [];
const children: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nocgia-start-'));
  chmodSync(folder, 0o755);
  dataDir = join(folder, 'data', 'postgres');
});

beforeEach(() => {
  handles.length = 0;
  children.length = 0;
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const handle of handles) await handle.stop();
});

afterAll(async () => {
  const last = await startPostgres({ dataDir, durability: 'scratch', removeAfterwards: folder, log: () => {} });
  await last.stop();
});

const start = async (port?: number): Promise<Postgres> => {
  const handle = await startPostgres({ dataDir, durability: 'scratch', log: () => {}, ...(port ? { port } : {}) });
  handles.push(handle);
  return handle;
};

/** Another process that runs the server on the same folder; `outcome` is what it found. */
const startElsewhere = async (): Promise<{ child: ChildProcess; outcome: { started: boolean; port: number } }> => {
  const child = spawn(process.execPath, [holder, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, outcome: JSON.parse(line) as { started: boolean; port: number } };
};

const serverPid = (): number => Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
const ask = async (postgres: Postgres, sql: string): Promise<unknown[]> =>
  withClient(
    postgres.url('admin', 'postgres'),
    async (client) => (await client.query({ text: sql, rowMode: 'array' })).rows,
  );

describe('startPostgres', () => {
  test('makes a cluster for Vietnamese text that only this machine reaches, and keeps it', async () => {
    const first = await start();
    expect(first.started).toBe(true);
    expect(
      await ask(
        first,
        `select datlocprovider, datlocale, pg_encoding_to_char(encoding), current_setting('data_checksums'),
                current_setting('listen_addresses'), current_setting('password_encryption')
         from pg_database where datname = 'template1'`,
      ),
    ).toEqual([['i', 'vi', 'UTF8', 'on', '127.0.0.1', 'scram-sha-256']]);
    expect(statSync(join(dataDir, 'nocgia', 'passwords.json')).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    const bySocket = await withClient(first.socketUrl('admin', 'postgres'), (client) =>
      client.query('select inet_client_addr() as address'),
    );
    expect(bySocket.rows).toEqual([{ address: null }]);
    await ask(first, 'create table kept (id int); insert into kept values (1)');
    await first.stop();
    await first.stop();
    expect(existsSync(join(dataDir, 'postmaster.pid'))).toBe(false);
    expect(await ask(await start(), 'select id from kept')).toEqual([[1]]);
  });

  test('waits for the disk unless the data is for throwing away', async () => {
    const handle = await startPostgres({ dataDir, log: () => {} });
    handles.push(handle);
    expect(
      await ask(
        handle,
        `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name`,
      ),
    ).toEqual([
      ['fsync', 'on'],
      ['full_page_writes', 'on'],
      ['synchronous_commit', 'on'],
    ]);
  });

  test('mends a server that was killed', async () => {
    const first = await startPostgres({ dataDir, log: () => {} });
    handles.push(first);
    await ask(first, 'create table survives (id int); insert into survives values (2)');
    process.kill(serverPid(), 'SIGKILL');
    const second = await start();
    expect(second.started).toBe(true);
    expect(await ask(second, 'select id from survives')).toEqual([[2]]);
  });

  test('mends a postmaster.pid whose process id belongs to somebody else by now', async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, 'postmaster.pid'), `${process.ppid}\n${dataDir}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);
    const handle = await start();
    expect(handle.started).toBe(true);
    expect(await ask(handle, 'select 1')).toEqual([[1]]);
  });

  test('begins again where making the cluster was cut off', async () => {
    const other = join(folder, 'other');
    mkdirSync(`${other}.half`);
    writeFileSync(join(`${other}.half`, 'PG_VERSION'), '18\n');
    const handle = await startPostgres({
      dataDir: other,
      durability: 'scratch',
      removeAfterwards: other,
      log: () => {},
    });
    expect(await ask(handle, 'select 1')).toEqual([[1]]);
    await handle.stop();
    expect(existsSync(other)).toBe(false);
  });

  test('a killed owner takes the server with it', async () => {
    const { child } = await startElsewhere();
    const pid = serverPid();
    child.kill('SIGKILL');
    expect(await waitUntilGone(pid, 20_000)).toBe(true);
    expect((await start()).started).toBe(true);
  });

  test('joins a server that outlived its owner, and stops it in the end', async () => {
    const { child, outcome } = await startElsewhere();
    const pid = serverPid();
    // The watchdog is the one thing that would have stopped the server.
    const watchdogs = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .map(Number);
    for (const one of watchdogs.filter((candidate) => candidate !== pid)) process.kill(one, 'SIGKILL');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const handle = await start();
    expect(handle).toMatchObject({ started: false, port: outcome.port });
    expect(await ask(handle, 'select 1')).toEqual([[1]]);
    await handle.stop();
    expect(await waitUntilGone(pid, 20_000)).toBe(true);
  });

  test('two processes share one server; the last to leave stops it', async () => {
    const handle = await start();
    const pid = serverPid();
    const { child, outcome } = await startElsewhere();
    expect(outcome).toEqual({ started: false, port: handle.port });
    await handle.stop();
    expect(serverPid()).toBe(pid);
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(await waitUntilGone(pid, 20_000)).toBe(true);
    expect(processesWorkingIn(dataDir)).toEqual([]);
  });

  test('two handles of one process are two users', async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ started: false, port: first.port });
    await first.stop();
    expect(await ask(second, 'select 1')).toEqual([[1]]);
    await second.stop();
    expect(processesWorkingIn(dataDir)).toEqual([]);
  });

  test('says that a port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    await expect(start(port)).rejects.toThrow(`Port ${port} is taken by another program`);
    server.close();
  });

  test('refuses data of another version of PostgreSQL', async () => {
    const old = join(folder, 'old');
    mkdirSync(old);
    writeFileSync(join(old, 'PG_VERSION'), '15\n');
    await expect(startPostgres({ dataDir: old, log: () => {} })).rejects.toThrow('written by PostgreSQL 15');
    rmSync(old, { recursive: true });
  });
});
