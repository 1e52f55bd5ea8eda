import { noFields } from './field-table.ts';
import type { Scope } from './scope.ts';

/** The actor of what somebody without an account does; no account has this id. */
export const PUBLIC_ACTOR = 'public';

/** The scope of everybody: no position, no ward, no row of anybody. Row-level security shows it what is open, and nothing else. */
export function publicScope(today: string, locale: 'vi' | 'en'): Scope {
  return {
    accountId: PUBLIC_ACTOR,
    ...{ positionId: null, role: null, unit: null },
    ...{ wards: [], neighbourhoods: [], aggregates: [] },
    fields: noFields,
    today,
    locale,
  };
}
