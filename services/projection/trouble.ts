import type { RecordedEvent } from '../event-store/log.ts';

/** A fold that failed at this event. */
export class FoldFailure extends Error {
  readonly event: RecordedEvent;
  constructor(event: RecordedEvent, cause: unknown) {
    super(`fold failed at ${event.type}`, { cause });
    this.event = event;
  }
}

/**
 * Whether trying again later may help: the connection, the server or a lock was the trouble, not the data. An error that is neither
 * a failed fold nor PostgreSQL's own comes from the way there.
 */
export function isTransient(error: unknown): boolean {
  if (error instanceof FoldFailure) return false;
  const code = sqlState(error);
  return code === null || !/^(22|23|42|0A|54)/.test(code) || code === '42P01';
}

function sqlState(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error) || typeof error.code !== 'string') return null;
  return /^[0-9A-Z]{5}$/.test(error.code) ? error.code : null;
}

/** What went wrong without any value from the data: kind of error, SQLSTATE, table, column, and the place in the code. */
export function describeTrouble(error: unknown): string {
  const cause = error instanceof FoldFailure ? error.cause : error;
  if (typeof cause !== 'object' || cause === null) return typeof cause;
  const parts = [cause instanceof Error ? cause.name : 'error'];
  for (const field of ['code', 'table', 'column', 'constraint'] as const) {
    const value: unknown = Reflect.get(cause, field);
    if (typeof value === 'string') parts.push(`${field} ${value}`);
  }
  if (cause instanceof Error && sqlState(cause) === null) {
    // A message may quote the data; the topmost frame of the stack cannot.
    const frame = /\n\s+at (?:(\S+) \()?[^\n]*?([\w.-]+\.ts:\d+)/.exec(cause.stack ?? '');
    if (frame) parts.push(`in ${frame[1] ?? 'module'} (${frame[2]})`);
  }
  return parts.join(', ');
}
