import { v7 as uuidv7 } from 'uuid';
import { authorityOf } from '../access/authority.ts';
import type { Cursors } from '../access/paging.ts';
import type { Scope } from '../access/scope.ts';
import type { ScopedDb } from '../access/scoped-db.ts';
import type { Attempt } from '../access/sign-in/throttle.ts';
import type { Log } from '../event-store/log.ts';
import type { EventContext } from '../event-store/port.ts';
import type { CommandEnv } from './command-env.ts';

/** The part of an operation's context that the registry uses. */
export interface RegistryContext {
  scope: Scope;
  db: ScopedDb;
  log: Log;
  today: string;
  cursors: Cursors;
  claimHash(text: string): string;
  eventContext(): EventContext;
  countHourly(what: string, times: number): Promise<Attempt>;
  logAccess(entry: {
    action: 'list' | 'search' | 'open' | 'number_in_use';
    citizenIds: readonly string[];
  }): Promise<void>;
}

/** What the commands of a reader are told. */
export function commandEnv(context: RegistryContext): CommandEnv {
  const { scope, today, claimHash } = context;
  return { may: authorityOf(scope), today, newId: uuidv7, claimHash };
}
