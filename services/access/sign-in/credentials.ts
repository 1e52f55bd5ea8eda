import type { Rejection } from '@nocgia/schemas/errors.ts';
import type { Pool } from 'pg';
import { hashPassword, oneTimePassword, refusePassword, verifyPassword } from './password.ts';
import { endSessions, type SignedIn } from './sessions.ts';
import { addressBlock, countAttempt, forgiveAttempt, throttleRules } from './throttle.ts';

/** A keyed hash: the same text always gives the same hex digits, and nobody without the key can try texts. */
export type KeyedHash = (text: string) => string;

/** A user name as it is compared: NFC, lower case, no blanks around it. */
export function foldUsername(username: string): string {
  return username.normalize('NFC').trim().toLowerCase();
}

/** What is hashed of a user name, for its claim stream and its credentials alike. */
export function usernameClaim(username: string): string {
  return `username:${foldUsername(username)}`;
}

/** Sets a password for an account, made by the caller or a fresh one to be used once. Ends every session of the account. */
export async function setPassword(
  db: Pool,
  account: { id: string; usernameHash: string },
  password: string,
  options: { mustChange: boolean; now: Date },
): Promise<void> {
  // The claim's stream has decided whose name it is now; a closed account may have left it here.
  await db.query('delete from app.credentials where username_hash = $1 and account_id <> $2', [
    account.usernameHash,
    account.id,
  ]);
  await db.query(
    `insert into app.credentials (account_id, username_hash, password_hash, must_change, changed_at) values ($1, $2, $3, $4, $5)
     on conflict (account_id) do update set username_hash = excluded.username_hash, password_hash = excluded.password_hash,
       must_change = excluded.must_change, changed_at = excluded.changed_at`,
    [account.id, account.usernameHash, await hashPassword(password), options.mustChange, options.now],
  );
  await endSessions(db, account.id);
}

/** Gives an account a fresh password that must be changed at the first sign-in, and answers it; it is stored nowhere. */
export async function issueOneTimePassword(
  db: Pool,
  account: { id: string; usernameHash: string },
  now: Date,
): Promise<string> {
  const password = oneTimePassword();
  await setPassword(db, account, password, { mustChange: true, now });
  return password;
}

/** Takes password, certificate file and sessions away from an account that was closed. */
export async function dropCredentials(db: Pool, accountId: string): Promise<void> {
  await db.query('delete from app.credentials where account_id = $1', [accountId]);
  await db.query('delete from app.signing_keys where account_id = $1', [accountId]);
  await endSessions(db, accountId);
}

export type SignInResult =
  | { ok: true; accountId: string; mustChangePassword: boolean }
  | { ok: false; rejection: Rejection; retryAfter: number };

interface CredentialRow {
  account_id: string;
  password_hash: string;
  must_change: boolean;
}

/**
 * Checks a user name and a password. Wrong name, wrong password, closed account: the same answer after the same work (SIGN_IN_FAILED).
 * TOO_MANY_ATTEMPTS with the seconds to wait once the account or the address has tried too often.
 */
export async function checkPassword(
  db: Pool,
  attempt: { username: string; password: string; address: string },
  keyed: KeyedHash,
  now: Date,
): Promise<SignInResult> {
  const accountKey = keyed(usernameClaim(attempt.username));
  const addressKey = keyed(`address:${addressBlock(attempt.address)}`);
  const wait = await countAttempt(
    db,
    [
      { key: accountKey, rule: throttleRules.account },
      { key: addressKey, rule: throttleRules.address },
    ],
    now,
  );
  if (wait > 0)
    return { ok: false, rejection: { code: 'TOO_MANY_ATTEMPTS', params: { seconds: wait } }, retryAfter: wait };
  const found = await db.query<CredentialRow>(
    `select c.account_id, c.password_hash, c.must_change from app.credentials c
     join view.account a on a.id = c.account_id where c.username_hash = $1 and a.closed_on is null`,
    [accountKey],
  );
  const row = found.rows[0];
  const right = await verifyPassword(row?.password_hash ?? null, attempt.password);
  if (!row || !right) return { ok: false, rejection: { code: 'SIGN_IN_FAILED' }, retryAfter: 0 };
  await forgiveAttempt(db, accountKey, addressKey);
  await db.query('update app.credentials set last_sign_in = $2 where account_id = $1', [row.account_id, now]);
  return { ok: true, accountId: row.account_id, mustChangePassword: row.must_change };
}

/**
 * Changes one's own password and ends every other session. Refusals: WRONG_PASSWORD (field `current`), TOO_MANY_ATTEMPTS,
 * PASSWORD_UNCHANGED and those of `refusePassword` (field `next`). Null when it is done.
 */
export async function changePassword(
  db: Pool,
  signedIn: Pick<SignedIn, 'account' | 'sidHash'>,
  input: { current: string; next: string },
  keyed: KeyedHash,
  now: Date,
): Promise<Rejection | null> {
  const { id, username } = signedIn.account;
  const key = keyed(`password:${id}`);
  const wait = await countAttempt(db, [{ key, rule: throttleRules.account }], now);
  if (wait > 0) return { code: 'TOO_MANY_ATTEMPTS', params: { seconds: wait } };
  const found = await db.query<CredentialRow>('select password_hash from app.credentials where account_id = $1', [id]);
  const stored = found.rows[0]?.password_hash ?? null;
  if (!(await verifyPassword(stored, input.current))) return { code: 'WRONG_PASSWORD', field: 'current' };
  await forgiveAttempt(db, key, key);
  const refused = refusePassword(input.next, username);
  if (refused) return refused;
  if (input.next === input.current) return { code: 'PASSWORD_UNCHANGED', field: 'next' };
  await db.query(
    'update app.credentials set password_hash = $2, must_change = false, changed_at = $3 where account_id = $1',
    [id, await hashPassword(input.next), now],
  );
  await endSessions(db, id, signedIn.sidHash);
  return null;
}
