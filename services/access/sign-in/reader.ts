import { scopeOf, type TerritoryLookup } from '../scope-of.ts';
import type { Scope } from '../scope.ts';
import type { SignedIn } from './sessions.ts';

/** A signed-in account with the scope of the position it acts in. */
export interface Reader extends SignedIn {
  scope: Scope;
}

/** Scopes of the readers of a moment: everything that hangs on a scope (ability, masks, opening statements) is made once for it. */
const scopes = new WeakMap<TerritoryLookup, Map<string, Scope>>();
const MOST_SCOPES = 1000;

/** The reader behind a session. The same facts give the same scope object. Until a one-time password has been changed no position counts: the scope is empty. */
export function readerOf(
  signedIn: SignedIn,
  at: { today: string; locale: 'vi' | 'en'; territory: TerritoryLookup },
): Reader {
  const { account, positions, activePositionId, narrowings } = signedIn;
  const { today, locale, territory } = at;
  const key = JSON.stringify([today, locale, account, activePositionId, positions, narrowings]);
  const known = scopes.get(territory) ?? new Map<string, Scope>();
  let scope = known.get(key);
  if (!scope) {
    scope = scopeOf({
      account,
      positions: account.mustChangePassword ? [] : positions,
      activePositionId,
      narrowings,
      ...at,
    });
    if (known.size >= MOST_SCOPES) known.clear();
    scopes.set(territory, known.set(key, scope));
  }
  return { ...signedIn, scope };
}
