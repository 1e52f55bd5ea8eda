import type { EventContext, Position } from '../event-store/port.ts';
import type { Log } from '../event-store/log.ts';
import type { AccessEntry } from '../access/access-log/access-log.ts';
import type { Cursors } from '../access/paging.ts';
import type { Attempt } from '../access/sign-in/throttle.ts';
import type { Reader } from '../access/sign-in/reader.ts';
import type { Scope } from '../access/scope.ts';
import type { ScopedDb } from '../access/scoped-db.ts';

/** What a resolver has at hand. One is made per GraphQL operation. */
export interface GraphContext {
  /** What the reader may see; the public's where nobody is signed in, who is refused with UNAUTHENTICATED but for the open fields. */
  scope: Scope;
  /** One read-only snapshot for the whole operation, opened by its first query, with row-level security set to the scope. */
  db: ScopedDb;
  /** Account, positions and session behind the scope; null for the public, which may ask for few fields only (`open-fields.ts`). */
  reader: Reader;
  log: Log;
  /** The clock. */
  now(): Date;
  /** Today in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
  today: string;
  /** Seals where this reader's pages end, and opens it again. */
  cursors: Cursors;
  /** Keyed hash for claim streams: the same text always gives the same 64 hex digits. */
  claimHash(text: string): string;
  /** Context of a command given by this reader. */
  eventContext(source?: EventContext['source']): EventContext;
  /** Waits (bounded) until the rows have come as far as this position and opens a new snapshot; for mutations that read back what they wrote. */
  settled(position: Position): Promise<void>;
  /** Keyed hash under the installation's secret for what the public holds: form tokens, and what opens a dossier without an account. */
  publicHash(text: string): string;
  /** Counts something that one address may do only so often in an hour; by a keyed hash, the address itself is kept nowhere. */
  countFromAddress(what: string, times: number): Promise<Attempt>;
  /** Counts what is asked about one code or phone in an hour, whoever asks; kept as a keyed hash. */
  countAbout(what: string, times: number): Promise<Attempt>;
  /** Sees to the files that came with a dossier that was sent in. */
  dossierSent(dossierId: string): Promise<void>;
  /** Counts something that the reader's account may do only so often in an hour. */
  countHourly(what: string, times: number): Promise<Attempt>;
  /** Writes one access-log entry after the answer's rows are known; part of the answer: a failure to log fails the read. */
  logAccess(entry: AccessNote): Promise<void>;
}

/** One look at people, as it goes to the access log. */
export interface AccessNote {
  action: AccessEntry['action'];
  citizenIds: readonly string[];
  purpose?: string;
}
