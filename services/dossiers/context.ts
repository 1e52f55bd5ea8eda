import { v7 as uuidv7 } from 'uuid';
import { authorityOf } from '../access/authority.ts';
import type { Cursors } from '../access/paging.ts';
import type { Scope } from '../access/scope.ts';
import type { ScopedDb } from '../access/scoped-db.ts';
import type { Log } from '../event-store/log.ts';
import type { EventContext } from '../event-store/port.ts';
import { keptCalendar, calendarStream, planOf } from './calendar/calendar.ts';
import type { Calendar, CalendarPlan } from './calendar/working-days.ts';
import type { CommandEnv } from './command-env.ts';

/** The part of an operation's context that the one-stop desk uses. */
export interface DossierContext {
  scope: Scope;
  db: ScopedDb;
  log: Log;
  now(): Date;
  today: string;
  cursors: Cursors;
  eventContext(): EventContext;
  logAccess(entry: { action: 'list' | 'search' | 'open' | 'export'; citizenIds: readonly string[] }): Promise<void>;
}

/** What the commands of a reader are told. */
export function commandEnv({ scope, now, today }: DossierContext): CommandEnv {
  return {
    may: authorityOf(scope),
    accountId: scope.accountId,
    role: scope.role,
    now: now().toISOString(),
    today,
    newId: uuidv7,
  };
}

const calendars = new WeakMap<DossierContext, Map<string, Promise<(version?: string) => WardCalendar>>>();

export interface WardCalendar {
  plan: CalendarPlan;
  calendar: Calendar;
}

/** The calendars of a ward, as it stands and as it stood at a version; the stream is read, and each version made, once per operation. */
export function wardCalendar(context: DossierContext, ward: string): Promise<(version?: string) => WardCalendar> {
  const known = calendars.get(context) ?? new Map<string, Promise<(version?: string) => WardCalendar>>();
  calendars.set(context, known);
  const read =
    known.get(ward) ??
    context.log.readStream(calendarStream(ward)).then((events) => {
      const made = new Map<number, WardCalendar>();
      return (version?: string) => {
        const at = version === undefined ? events.length : Number(version.slice(version.lastIndexOf('/') + 1));
        const before = made.get(at);
        if (before) return before;
        const plan = planOf(ward, events, at);
        const fresh = { plan, calendar: keptCalendar(plan) };
        made.set(at, fresh);
        return fresh;
      };
    });
  known.set(ward, read);
  return read;
}
