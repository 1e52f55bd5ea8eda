import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimHash } from './claims.ts';
import { fromRecoveryKey, isRecoveryKeyOf, openMasterKey, parseMasterKey, toRecoveryKey } from './master-key.ts';
import { newKey } from './wrap.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nocgia-master-key-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a key file is made once, readable by its owner alone, and found again', async () => {
  const path = join(folder, 'deep', 'master.key');
  const made = await openMasterKey({ path });
  expect(made.created).toBe(true);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const found = await openMasterKey({ path });
  expect(found).toEqual({ ...made, created: false });
});

test('two that start together use the same key', async () => {
  const path = join(folder, 'together.key');
  const keys = await Promise.all([openMasterKey({ path }), openMasterKey({ path }), openMasterKey({ path })]);
  const written = (await readFile(path, 'utf8')).trim();
  expect(keys.map(({ key }) => key.toString('base64'))).toEqual([written, written, written]);
  expect(keys.filter(({ created }) => created)).toHaveLength(1);
});

test('a setting goes before the file, in hex, base64 or as a recovery key', async () => {
  const key = newKey();
  for (const env of [key.toString('hex'), key.toString('base64'), key.toString('base64url'), toRecoveryKey(key)]) {
    const opened = await openMasterKey({ path: join(folder, 'unused.key'), env });
    expect(opened.key.equals(key)).toBe(true);
    expect(opened.created).toBe(false);
  }
  expect(() => parseMasterKey('geheim')).toThrow('neither');
});

test('a recovery key survives paper: small letters, blanks, O for 0, but not a wrong character', () => {
  const key = newKey();
  const printed = toRecoveryKey(key);
  expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
  const typed = printed.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect(fromRecoveryKey(typed).equals(key)).toBe(true);
  expect(isRecoveryKeyOf(key, typed)).toBe(true);
  const wrong = `${printed[0] === '7' ? '8' : '7'}${printed.slice(1)}`;
  expect(() => fromRecoveryKey(wrong)).toThrow('checksum');
  expect(isRecoveryKeyOf(key, wrong)).toBe(false);
  expect(() => fromRecoveryKey(printed.slice(5))).toThrow('14 groups');
});

test('an unreadable key file is an error, never a new key', async () => {
  const path = join(folder, 'broken.key');
  await writeFile(path, 'half a k');
  await expect(openMasterKey({ path })).rejects.toThrow('neither');
  expect(await readFile(path, 'utf8')).toBe('half a k');
});

test('a claim tells nothing of its value and is the same for the same text', () => {
  const secret = newKey();
  const hash = claimHash(secret, 'national-id:079123456789');
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(claimHash(secret, 'phone:079123456789')).not.toBe(hash);
  expect(claimHash(newKey(), 'national-id:079123456789')).not.toBe(hash);
  expect(claimHash(secret, 'name:e\u0302')).toBe(claimHash(secret, 'name:ê'));
});
