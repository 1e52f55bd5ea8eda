import { withClient } from '@nocgia/infra/roles.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { SubjectErased, openKeyring, type Keyring } from './keyring.ts';
import { WrongMasterKey, newKey } from './wrap.ts';

const masterKey = newKey();
let database: TestDatabase;
let keyring: Keyring;

beforeAll(async () => {
  database = await createTestDatabase();
  keyring = await openKeyring({ connectionString: database.appUrl, masterKey });
});
afterAll(async () => {
  await keyring.close();
  await database.drop();
});

function subjects(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => `citizen:${name}-${n}`);
}

async function anew(options: {
  masterKey: Uint8Array;
  formerKeys?: Uint8Array[];
  projector?: boolean;
}): Promise<Keyring> {
  return openKeyring({ ...options, connectionString: options.projector ? database.projectorUrl : database.appUrl });
}

describe('keys', () => {
  test('are made once, kept for good, and differ', async () => {
    const people = subjects('once', 3);
    const made = await keyring.ensure(people);
    expect(new Set([...made.values()].map((key) => key.toString('hex'))).size).toBe(3);
    const other = await anew({ masterKey, projector: true });
    const found = await other.find([...people, 'citizen:nobody']);
    expect([...found.keys()].sort()).toEqual(people);
    for (const subject of people)
      expect(found.get(subject)?.key?.equals(made.get(subject) ?? Buffer.alloc(0))).toBe(true);
    await other.close();
  });

  test('of a whole register come in one go', async () => {
    const people = subjects('register', 25_000);
    expect((await keyring.ensure(people)).size).toBe(25_000);
  });

  test('asked for by two processes at once are the same', async () => {
    const other = await anew({ masterKey });
    const people = subjects('race', 200);
    const asked = Array.from({ length: 10 }, (_, n) =>
      (n % 2 ? keyring : other).ensure(n % 3 ? people : [...people].reverse()),
    );
    const [first, ...rest] = await Promise.all(asked);
    for (const keys of rest) for (const [subject, key] of keys) expect(first?.get(subject)?.equals(key)).toBe(true);
    await other.close();
  });
});

describe('erasing', () => {
  test('destroys the key, leaves the residue, and is for good', async () => {
    const [subject = ''] = subjects('erased', 1);
    await keyring.ensure([subject]);
    await keyring.erase(subject, { details: { sex: 'female', birth: '1980' } });
    expect((await keyring.find([subject])).get(subject)).toEqual({
      key: null,
      residue: { details: { sex: 'female', birth: '1980' } },
    });
    await keyring.erase(subject, { details: { sex: 'male' } });
    keyring.forget([subject]);
    expect((await keyring.find([subject])).get(subject)?.residue).toEqual({
      details: { sex: 'female', birth: '1980' },
    });
    await expect(keyring.ensure([subject])).rejects.toThrow(SubjectErased);
    await withClient(database.ownerUrl, async (client) => {
      const { rows } = await client.query(
        'select wrapped, destroyed_at is not null as gone from app.subject_keys where subject = $1',
        [subject],
      );
      expect(rows).toEqual([{ wrapped: null, gone: true }]);
      const revive = client.query('update app.subject_keys set wrapped = $2, destroyed_at = null where subject = $1', [
        subject,
        newKey(),
      ]);
      await expect(revive).rejects.toThrow('never made again');
    });
  });

  test('also holds for who never had a key', async () => {
    await keyring.erase('citizen:unknown', {});
    await expect(keyring.ensure(['citizen:unknown'])).rejects.toThrow(SubjectErased);
  });
});

test('neither the app nor the projector can delete a key, and the projector cannot make one', async () => {
  await keyring.ensure(['citizen:kept']);
  await withClient(database.appUrl, async (client) => {
    await expect(client.query('delete from app.subject_keys')).rejects.toThrow('permission denied');
  });
  const projector = await anew({ masterKey, projector: true });
  await expect(projector.ensure(['citizen:new'])).rejects.toThrow('permission denied');
  await projector.close();
});

test('a secret is made once and the same for all', async () => {
  const other = await anew({ masterKey });
  const [one, two] = await Promise.all([keyring.secret('claims'), other.secret('claims')]);
  expect(one.equals(two)).toBe(true);
  expect(one).toHaveLength(32);
  expect(one.equals(await other.secret('other'))).toBe(false);
  await other.close();
});

test('another master key is refused at once; a rotation moves every key and can go on after a crash', async () => {
  const next = newKey();
  const before = await keyring.ensure(subjects('rotated', 30));
  const secret = await keyring.secret('claims');
  await expect(anew({ masterKey: next })).rejects.toThrow(WrongMasterKey);

  expect(await keyring.rewrap(next, 7_000)).toBeGreaterThan(25_000);
  expect(await keyring.rewrap(next)).toBe(0);
  await expect(anew({ masterKey })).rejects.toThrow(WrongMasterKey);
  const rotated = await anew({ masterKey: next });
  const after = await rotated.ensure([...before.keys()]);
  for (const [subject, key] of before) expect(after.get(subject)?.equals(key)).toBe(true);
  expect((await rotated.secret('claims')).equals(secret)).toBe(true);
  await rotated.close();
});
