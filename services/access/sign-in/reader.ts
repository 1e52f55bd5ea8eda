import { scopeOf, type TerritoryLookup } from '../scope-of.ts';
import type { Scope } from '../scope.ts';
import type { SignedIn } from './sessions.ts';

/** A signed-in account with the scope of the position it acts in. */
export interface Reader extends SignedIn {
  scope: Scope;
}

/** The reader behind a session. Until a one-time password has been changed no position counts: the scope is empty. */
export function readerOf(
  signedIn: SignedIn,
  at: { today: string; locale: 'vi' | 'en'; territory: TerritoryLookup },
): Reader {
  const { account, positions, activePositionId, narrowings } = signedIn;
  const scope = scopeOf({
    account,
    positions: account.mustChangePassword ? [] : positions,
    activePositionId,
    narrowings,
    ...at,
  });
  return { ...signedIn, scope };
}

/** Today in Asia/Ho_Chi_Minh, `YYYY-MM-DD`: UTC+7 all year, without daylight saving since 1975. */
export function dayInVietnam(now: Date): string {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
