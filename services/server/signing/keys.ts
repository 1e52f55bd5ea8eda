import { dayInVietnam } from '@nocgia/schemas/days.ts';
import type pg from 'pg';
import { SubjectErased, type Keyring } from '../../event-store/keys/keyring.ts';
import { sealerFor } from '../../files/sealer.ts';
import type { Holder } from '../../papers/sign/holder.ts';

/** What certificate files are kept with. */
export interface KeyDeps {
  pool: pg.Pool;
  keyring: Keyring;
}

/** A certificate file that an officer keeps here, and whom it names. */
export interface KeptKey extends Holder {
  addedAt: string;
}

/** Days before its end from which a certificate is said to run out soon: an authority takes a week or two to renew it. */
export const WARN_DAYS = 30;

const subjectOf = (accountId: string): string => `account:${accountId}`;
const FILE = 'signing-key/file';
const HOLDER = 'signing-key/holder';
/** The holder's facts stand before the file, each with its length. */
const lengthBytes = 4;

/** Keeps a certificate file for an account, in the place of the one it had. */
export async function keepKey(
  { pool, keyring }: KeyDeps,
  accountId: string,
  { file, holder, now }: { file: Buffer; holder: Holder; now: Date },
): Promise<void> {
  const sealer = await sealerFor(keyring, subjectOf(accountId));
  const facts = sealer.seal(holder, HOLDER);
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(facts.length);
  const sealed = Buffer.concat([length, facts, sealer.sealBytes(file, FILE)]);
  await pool.query(
    `insert into app.signing_keys (account_id, sealed, valid_to, added_at) values ($1, $2, $3, $4)
     on conflict (account_id) do update set sealed = excluded.sealed, valid_to = excluded.valid_to, added_at = excluded.added_at`,
    [accountId, sealed, holder.validTo, now],
  );
}

/** The certificate file of an account with whom it names; null where none is kept. */
export async function keyOf(
  { pool, keyring }: KeyDeps,
  accountId: string,
): Promise<{ kept: KeptKey; file: Buffer } | null> {
  const { rows } = await pool.query<{ sealed: Buffer; added_at: Date }>(
    'select sealed, added_at from app.signing_keys where account_id = $1',
    [accountId],
  );
  const row = rows[0];
  if (!row) return null;
  try {
    const sealer = await sealerFor(keyring, subjectOf(accountId));
    const end = lengthBytes + row.sealed.readUInt32BE(0);
    const holder = sealer.open<Holder>(row.sealed.subarray(lengthBytes, end), HOLDER);
    const file = sealer.openBytes(row.sealed.subarray(end), FILE);
    return { kept: { ...holder, addedAt: row.added_at.toISOString() }, file };
  } catch (error) {
    if (error instanceof SubjectErased) return null;
    throw error;
  }
}

/** Takes the certificate file of an account away; false where there was none. */
export async function dropKey({ pool }: Pick<KeyDeps, 'pool'>, accountId: string): Promise<boolean> {
  const { rowCount } = await pool.query('delete from app.signing_keys where account_id = $1', [accountId]);
  return rowCount === 1;
}

/** Days until a certificate ends, counted in Vietnam; below 0 once it has. */
export function daysLeft(validTo: string, now: Date): number {
  const day = (of: Date): number => Date.parse(dayInVietnam(of)) / 86_400_000;
  return day(new Date(validTo)) - day(now);
}
