import type { ClientBase, Pool } from 'pg';

/** How many attempts are free, and how the wait grows after that: doubled each time from `first` to at most `longest` seconds. */
export interface ThrottleRule {
  free: number;
  first: number;
  longest: number;
}

/** Five for one account; more for an address, behind which a whole office may sit. */
export const throttleRules = {
  account: { free: 5, first: 30, longest: 900 },
  address: { free: 30, first: 30, longest: 900 },
} as const satisfies Record<string, ThrottleRule>;

export interface ThrottleKey {
  /** Keyed hash of the user name or of the address. */
  key: string;
  rule: ThrottleRule;
}

/** Counts an attempt against every key and answers the seconds to wait; 0 = go on. Holds across processes. */
export async function countAttempt(db: Pool | ClientBase, keys: readonly ThrottleKey[], now: Date): Promise<number> {
  const { rows } = await db.query<{ wait: number }>('select app.count_attempts($1, $2, $3, $4, $5) as wait', [
    keys.map(({ key }) => key),
    keys.map(({ rule }) => rule.free),
    keys.map(({ rule }) => rule.first),
    keys.map(({ rule }) => rule.longest),
    now,
  ]);
  return rows[0]?.wait ?? 0;
}

/** One of a number of things that an account may do in an hour: seconds to wait where there were too many (0 = go on). */
export interface Attempt {
  wait: number;
  /** It was not one of them after all. */
  takeBack(): Promise<void>;
}

/**
 * Counts a thing that may be done `times` in each hour by the clock, before it is done, so that many at once count like many in a row.
 * `keyOf` makes the keyed hash of a text. Holds across processes.
 */
export async function countHourly(
  db: Pool | ClientBase,
  keyOf: (text: string) => string,
  { what, times }: { what: string; times: number },
  now: Date,
): Promise<Attempt> {
  const hour = 3_600;
  const key = keyOf(`${what}:${now.toISOString().slice(0, 13)}`);
  const rule = { free: times, first: hour, longest: hour };
  const full = (await countAttempt(db, [{ key, rule }], now)) > 0;
  return {
    wait: full ? hour - (Math.floor(now.getTime() / 1_000) % hour) : 0,
    takeBack: async () => {
      await db.query(
        'update app.sign_in_throttle set attempts = greatest(attempts - 1, 0), blocked_until = null where key = $1',
        [key],
      );
    },
  };
}

/** Takes back what a successful sign-in was counted as: the account starts anew, the address gets its one attempt back. */
export async function forgiveAttempt(db: Pool | ClientBase, accountKey: string, addressKey: string): Promise<void> {
  await db.query(
    `with account as (delete from app.sign_in_throttle where key = $1)
     update app.sign_in_throttle set attempts = greatest(attempts - 1, 0), blocked_until = null where key = $2`,
    [accountKey, addressKey],
  );
}

/** Throws away counters that no longer hold anybody up; for a job that runs now and then. */
export async function sweepThrottle(db: Pool | ClientBase, now: Date): Promise<number> {
  const result = await db.query(
    `delete from app.sign_in_throttle where last_at < $1::timestamptz - interval '1 hour' and coalesce(blocked_until, last_at) < $1`,
    [now],
  );
  return result.rowCount ?? 0;
}

/** The part of an address that one household or office holds: an IPv4 address whole, of an IPv6 address the first 64 bits. */
export function addressBlock(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const start = head === '' ? [] : head.split(':');
  const groups =
    tail === undefined
      ? start
      : [
          ...start,
          ...Array<string>(Math.max(0, 8 - start.length - tail.split(':').length)).fill('0'),
          ...tail.split(':'),
        ];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':');
}
