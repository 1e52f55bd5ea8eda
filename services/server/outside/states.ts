import type { ErrorCode } from '@nocgia/schemas/errors.ts';
import type pg from 'pg';

/** What lies outside of this program and may be away. */
export const outsideServices = ['signing', 'mail', 'files'] as const;
export type OutsideService = (typeof outsideServices)[number];

/** How a service answered of late; all null before anybody asked it. */
export interface ServiceState {
  name: OutsideService;
  reachableSince: string | null;
  lastSeenAt: string | null;
  lastFailureAt: string | null;
  lastFailure: string | null;
}

/** Keeps note of how the services answer, for all processes together. */
export interface ServiceStates {
  seen(name: OutsideService): Promise<void>;
  failed(name: OutsideService, code: ErrorCode): Promise<void>;
  all(): Promise<ServiceState[]>;
}

export function serviceStates({ pool, now }: { pool: pg.Pool; now(): Date }): ServiceStates {
  return {
    async seen(name) {
      await pool.query(
        `insert into app.service_states as s (name, reachable_since, last_seen_at) values ($1, $2, $2)
         on conflict (name) do update set reachable_since = coalesce(s.reachable_since, excluded.reachable_since),
           last_seen_at = excluded.last_seen_at`,
        [name, now()],
      );
    },
    async failed(name, code) {
      await pool.query(
        `insert into app.service_states (name, last_failure_at, last_failure) values ($1, $2, $3)
         on conflict (name) do update set reachable_since = null, last_failure_at = excluded.last_failure_at,
           last_failure = excluded.last_failure`,
        [name, now(), code],
      );
    },
    async all() {
      const { rows } = await pool.query<Record<string, Date | string | null> & { name: string; last_failure: string }>(
        'select name, reachable_since, last_seen_at, last_failure_at, last_failure from app.service_states',
      );
      const iso = (at: Date | string | null | undefined): string | null =>
        at instanceof Date ? at.toISOString() : null;
      return outsideServices.map((name) => {
        const row = rows.find((one) => one.name === name);
        return {
          name,
          reachableSince: iso(row?.reachable_since),
          lastSeenAt: iso(row?.last_seen_at),
          lastFailureAt: iso(row?.last_failure_at),
          lastFailure: row?.last_failure ?? null,
        };
      });
    },
  };
}

const MINUTE = 60_000;
const LONGEST = 6 * 60 * MINUTE;

/** Milliseconds to wait after the given number of tries in vain: a minute, two, four, … six hours at most. */
export function waitAfter(tries: number): number {
  return Math.min(LONGEST, MINUTE * 2 ** Math.max(0, Math.min(tries, 20) - 1));
}
