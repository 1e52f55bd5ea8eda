import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import pg from 'pg';
import { fromRecoveryKey, toRecoveryKey } from '../../event-store/keys/master-key.ts';
import { openWithPassphrase, sealWithPassphrase } from './sealed-file.ts';
import { dumpTable, loadTable, tablesToKeep } from './tables.ts';

/** What a backup folder holds, as its `manifest.json` tells. */
export interface Manifest {
  format: 1;
  madeAt: string;
  kind: 'demo' | 'ward';
  position: string;
  clock: string;
  tables: { name: string; rows: number; sha256: string }[];
  files: number;
}

/** A backup that cannot be made or used; `code` names the reason, the message says what to do (Vietnamese / English). */
export class BackupError extends Error {
  readonly code: 'exists' | 'not-empty' | 'passphrase' | 'damaged' | 'no-backup' | 'other-kind';
  constructor(code: BackupError['code'], message: string) {
    super(message);
    this.name = 'BackupError';
    this.code = code;
  }
}

export interface BackupSource {
  /** The owner: reads every table. */
  ownerUrl: string;
  kind: 'demo' | 'ward';
  filesFolder: string;
  masterKey: Uint8Array;
  /** Opens the keys file; the recovery key when nobody chose one (so it is for the nightly backup). */
  passphrase: string;
  now: () => Date;
  onProgress?: (table: string, rows: number) => void;
}

/** Tables whose rows are keys: they leave only inside the sealed keys file. */
const keyTables = ['app.subject_keys', 'app.secrets'];

/**
 * Copies events, plain tables and files of one moment into `folder` (which must not exist yet), and the keys apart into `keys.sealed`
 * under a passphrase. Rows are not copied: they are rebuilt. Half a backup never bears the name of a whole one.
 */
export async function backup(source: BackupSource, folder: string): Promise<Manifest> {
  if (existsSync(folder) && (await readdir(folder)).length > 0) {
    throw new BackupError(
      'exists',
      `${folder} không trống; hãy chọn thư mục mới. / ${folder} is not empty; choose a new folder.`,
    );
  }
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(join(partial, 'tables'), { recursive: true, mode: 0o700 });
  const client = new pg.Client({ connectionString: source.ownerUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    const tables: Manifest['tables'] = [];
    const keyFolder = join(partial, 'keys');
    await mkdir(keyFolder, { mode: 0o700 });
    for (const name of await tablesToKeep(client)) {
      const isKey = keyTables.includes(name);
      const file = join(isKey ? keyFolder : join(partial, 'tables'), `${name}.ndjson.gz`);
      const rows = await dumpTable(client, name, file);
      source.onProgress?.(name, rows);
      if (!isKey) tables.push({ name, rows, sha256: await sha256(file) });
    }
    const sequences = await client.query<{ position: string; clock: string }>(
      'select (select last_value from log.positions)::text as position, (select last_value from log.clock)::text as clock',
    );
    await client.query('commit');

    const keys: Record<string, string> = { master: Buffer.from(source.masterKey).toString('base64') };
    for (const name of keyTables)
      keys[name] = (await readFile(join(keyFolder, `${name}.ndjson.gz`))).toString('base64');
    await writeFile(
      join(partial, 'keys.sealed'),
      sealWithPassphrase(Buffer.from(JSON.stringify(keys)), source.passphrase),
      { mode: 0o600 },
    );
    await rm(keyFolder, { recursive: true });

    const files = await copyFiles(source.filesFolder, join(partial, 'files'));
    const { position = '0', clock = '0' } = sequences.rows[0] ?? {};
    const manifest: Manifest = {
      format: 1,
      madeAt: source.now().toISOString(),
      kind: source.kind,
      position,
      clock,
      tables,
      files,
    };
    await writeFile(join(partial, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
    return manifest;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end();
  }
}

export interface RestoreTarget {
  ownerUrl: string;
  kind: 'demo' | 'ward';
  filesFolder: string;
  /** Where the master key file is to be written; null when the key comes by NOCGIA_MASTER_KEY, which must then be the backup's. */
  masterKeyFile: string | null;
  onProgress?: (table: string, rows: number) => void;
}

/**
 * Puts a backup into an empty, migrated installation, in one transaction; projections are rebuilt by the next start.
 * Answers the master key of the backup. Refuses a log that holds events, another kind of ward, a wrong passphrase, a changed file.
 */
export async function restore(
  target: RestoreTarget,
  folder: string,
  passphrase: string,
): Promise<{ manifest: Manifest; masterKey: Buffer }> {
  const manifest = await readManifest(folder);
  if (manifest.kind !== target.kind) {
    throw new BackupError(
      'other-kind',
      'Bản sao lưu thuộc loại phường khác (mẫu/thật); đổi NOCGIA_DEMO. / The backup is of the other kind of ward (demo or real); change NOCGIA_DEMO.',
    );
  }
  const opened =
    openWithPassphrase(await readFile(join(folder, 'keys.sealed')), passphrase) ??
    openWithRecoveryKey(await readFile(join(folder, 'keys.sealed')), passphrase);
  if (!opened) {
    throw new BackupError(
      'passphrase',
      'Mật khẩu hoặc khóa khôi phục không mở được tệp khóa. / The passphrase or recovery key does not open the keys file.',
    );
  }
  const keys: Record<string, string> = JSON.parse(opened.toString('utf8'));
  for (const table of manifest.tables) {
    if ((await sha256(join(folder, 'tables', `${table.name}.ndjson.gz`))) !== table.sha256) {
      throw new BackupError(
        'damaged',
        `Tệp ${table.name} đã bị thay đổi hoặc hỏng. / The file of ${table.name} was changed or damaged.`,
      );
    }
  }
  const client = new pg.Client({ connectionString: target.ownerUrl });
  await client.connect();
  const scratch = `${folder}.keys-${process.pid}`;
  try {
    await client.query('begin');
    const { rows } = await client.query<{ used: boolean }>('select exists (select from log.events) as used');
    if (rows[0]?.used) {
      throw new BackupError(
        'not-empty',
        'Nhật ký đã có dữ liệu; chỉ khôi phục vào nơi trống (NOCGIA_DATA mới). / The log already holds events; restore into an empty place (a new NOCGIA_DATA).',
      );
    }
    await client.query('select log.make_partitions($1)', [manifest.position]);
    const present = await tablesToKeep(client);
    // What migrations and a first start have put there (a row of settings, a secret) gives way; nothing depends on it yet.
    for (const table of present) await client.query(`delete from ${table}`);
    await mkdir(scratch, { recursive: true, mode: 0o700 });
    for (const name of keyTables) {
      const file = join(scratch, `${name}.ndjson.gz`);
      await writeFile(file, Buffer.from(keys[name] ?? '', 'base64'), { mode: 0o600 });
      const count = await loadTable(client, name, file);
      target.onProgress?.(name, count);
    }
    for (const { name, rows: expected } of manifest.tables) {
      if (!present.includes(name))
        throw new BackupError(
          'damaged',
          `Bảng ${name} không có trong phiên bản này. / This version has no table ${name}.`,
        );
      const count = await loadTable(client, name, join(folder, 'tables', `${name}.ndjson.gz`));
      if (count !== expected) throw new BackupError('damaged', `${name}: ${count} / ${expected}`);
      target.onProgress?.(name, count);
    }
    await client.query(`select setval('log.positions', $1), setval('log.clock', $2)`, [
      manifest.position,
      manifest.clock,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
    await client.end();
  }
  await copyFiles(join(folder, 'files'), target.filesFolder);
  const masterKey = Buffer.from(keys.master ?? '', 'base64');
  if (target.masterKeyFile) await writeFile(target.masterKeyFile, `${masterKey.toString('base64')}\n`, { mode: 0o600 });
  return { manifest, masterKey };
}

/** The newest whole backup in a folder of backups, or null. */
export async function lastBackup(backupsFolder: string): Promise<{ folder: string; madeAt: string } | null> {
  if (!existsSync(backupsFolder)) return null;
  const made = await Promise.all(
    (await readdir(backupsFolder)).map(async (name) => {
      try {
        return { folder: join(backupsFolder, name), madeAt: (await readManifest(join(backupsFolder, name))).madeAt };
      } catch {
        return null;
      }
    }),
  );
  return made.filter((one) => one !== null).sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0] ?? null;
}

/** The nightly backup: a folder named by the moment, under the recovery key; the oldest beyond `keep` go. */
export async function nightlyBackup(
  source: Omit<BackupSource, 'passphrase'>,
  backupsFolder: string,
  keep = 14,
): Promise<Manifest> {
  const name = `nightly-${source.now().toISOString().replace(/[-:]/g, '').slice(0, 15)}`;
  const manifest = await backup({ ...source, passphrase: toRecoveryKey(source.masterKey) }, join(backupsFolder, name));
  const nightly = (await readdir(backupsFolder)).filter((one) => /^nightly-\d{8}T\d{6}$/.test(one)).sort();
  for (const old of nightly.slice(0, -keep)) await rm(join(backupsFolder, basename(old)), { recursive: true });
  return manifest;
}

async function readManifest(folder: string): Promise<Manifest> {
  try {
    return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  } catch {
    throw new BackupError(
      'no-backup',
      `${folder} không phải là một bản sao lưu đầy đủ. / ${folder} is not a whole backup.`,
    );
  }
}

/** A recovery key may be typed in any case and grouping; the backup was sealed under its printed form. */
function openWithRecoveryKey(sealed: Buffer, typed: string): Buffer | null {
  try {
    return openWithPassphrase(sealed, toRecoveryKey(fromRecoveryKey(typed)));
  } catch {
    return null;
  }
}

async function copyFiles(from: string, to: string): Promise<number> {
  if (!existsSync(from)) return 0;
  await cp(from, to, { recursive: true, preserveTimestamps: true });
  const entries = await readdir(to, { recursive: true });
  const stats = await Promise.all(entries.map((entry) => stat(join(to, entry))));
  return stats.filter((one) => one.isFile()).length;
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}
