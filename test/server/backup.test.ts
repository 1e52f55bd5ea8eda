import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { backup, BackupError, lastBackup, nightlyBackup, restore } from '@nocgia/services/server/backup/backup.ts';
import { contentHashes } from '@nocgia/services/projection/hashes.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
const folder = mkdtempSync(join(tmpdir(), 'nocgia-backup-'));
beforeAll(async () => {
  server = await startTestServer();
}, 120_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function sourceOf(passphrase: string) {
  const { settings, database, masterKey, now } = server.platform;
  return {
    ownerUrl: database.ownerUrl,
    kind: settings.kind,
    filesFolder: settings.folders.files,
    masterKey: masterKey.key,
    passphrase,
    now,
  };
}

test('backup, wipe, restore: every row of every projection is the same', async () => {
  writeFileSync(join(server.platform.settings.folders.files, 'scan.bin'), 'sealed bytes');
  const before = await contentHashes(server.platform.database.projectorUrl);
  const manifest = await backup(sourceOf('một mật khẩu dài'), join(folder, 'whole'));
  expect(manifest.files).toBe(1);

  const empty = await createTestDatabase();
  const files = join(folder, 'restored-files');
  await expect(
    restore(
      { ownerUrl: empty.ownerUrl, kind: 'demo', filesFolder: files, masterKeyFile: null },
      join(folder, 'whole'),
      'sai',
    ),
  ).rejects.toMatchObject({ code: 'passphrase' });
  const { masterKey } = await restore(
    { ownerUrl: empty.ownerUrl, kind: 'demo', filesFolder: files, masterKeyFile: join(folder, 'master.key') },
    join(folder, 'whole'),
    'một mật khẩu dài',
  );
  expect(masterKey.equals(server.platform.masterKey.key)).toBe(true);
  expect(readFileSync(join(files, 'scan.bin'), 'utf8')).toBe('sealed bytes');

  const restored = await startTestServer({
    database: empty,
    empty: true,
    environment: { NOCGIA_MASTER_KEY: masterKey.toString('hex') },
  });
  try {
    expect(await contentHashes(empty.projectorUrl)).toEqual(before);
    // People sign in as before, and the log goes on after its last position.
    const cookie = await restored.signIn('hotich');
    const { data } = await restored.query<{ registerDwelling: { position: string } }>(
      cookie,
      `mutation { registerDwelling(meta: { commandId: "${crypto.randomUUID()}" }, input: { ward: "27226", houseNumber: "1", street: "Xóm Đất", kind: house, occurredOn: "2026-01-02" }) { position } }`,
    );
    expect(Number(data?.registerDwelling.position)).toBeGreaterThan(Number(manifest.position));
    await expect(
      restore(
        { ownerUrl: empty.ownerUrl, kind: 'demo', filesFolder: files, masterKeyFile: null },
        join(folder, 'whole'),
        'một mật khẩu dài',
      ),
    ).rejects.toMatchObject({ code: 'not-empty' });
  } finally {
    await restored.stop();
  }
}, 120_000);

test('no key and no name stands readable in a backup', async () => {
  const name = 'Nguyễn';
  const text = ['log.events', 'log.commands']
    .map((table) => gunzipSync(readFileSync(join(folder, 'whole', 'tables', `${table}.ndjson.gz`))).toString('utf8'))
    .join('');
  expect(text).not.toContain(name);
  expect(readFileSync(join(folder, 'whole', 'keys.sealed')).includes(server.platform.masterKey.key)).toBe(false);
});

test('a changed file, the other kind of ward and a used folder are refused', async () => {
  await backup(sourceOf('abc'), join(folder, 'damaged'));
  const file = join(folder, 'damaged', 'tables', 'log.events.ndjson.gz');
  const bytes = readFileSync(file);
  bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  const empty = await createTestDatabase();
  const target = {
    ownerUrl: empty.ownerUrl,
    kind: 'demo' as const,
    filesFolder: join(folder, 'none'),
    masterKeyFile: null,
  };
  await expect(restore(target, join(folder, 'damaged'), 'abc')).rejects.toMatchObject({ code: 'damaged' });
  await expect(restore({ ...target, kind: 'ward' }, join(folder, 'whole'), 'abc')).rejects.toMatchObject({
    code: 'other-kind',
  });
  await expect(restore(target, join(folder, 'nowhere'), 'abc')).rejects.toBeInstanceOf(BackupError);
  await expect(backup(sourceOf('abc'), join(folder, 'whole'))).rejects.toMatchObject({ code: 'exists' });
  await empty.drop();
});

test('the nightly backup opens with the recovery key and keeps the newest', async () => {
  const backups = join(folder, 'nightly');
  const { platform } = server;
  let minute = 0;
  const now = () => new Date(Date.UTC(2026, 10, 22, 17, 30 + minute));
  for (minute = 0; minute < 3; minute++) await nightlyBackup({ ...sourceOf(''), now }, backups, 2);
  expect((await lastBackup(backups))?.madeAt).toBe(new Date(Date.UTC(2026, 10, 22, 17, 32)).toISOString());
  const empty = await createTestDatabase();
  const last = await lastBackup(backups);
  const target = {
    ownerUrl: empty.ownerUrl,
    kind: 'demo' as const,
    filesFolder: join(folder, 'none2'),
    masterKeyFile: null,
  };
  const typed = platform.masterKey.recoveryKey.toLowerCase().replaceAll('-', ' ');
  const { masterKey } = await restore(target, last?.folder ?? '', typed);
  expect(masterKey.equals(platform.masterKey.key)).toBe(true);
  await empty.drop();
}, 60_000);
