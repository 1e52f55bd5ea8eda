import { dayInVietnam, instantOf, numberOfDay } from '@nocgia/schemas/days.ts';
import type { DossierPaceFilter } from '@nocgia/schemas/generated/resolvers.ts';
import { sql, type SqlBool } from 'kysely';
import type { Calendar } from '../calendar/working-days.ts';
import type { DossierEntry } from './queries.ts';

/**
 * The instants by which dossiers are late, due soon, likely late or stuck. `usual`: seconds that three out of four earlier dossiers took
 * from a step to their end, by `<procedure>/<step>`.
 */
export interface Marks {
  now: string;
  /** A working day from now. */
  soon: string;
  /** Nothing has been done since: three working days for the office, fifteen for its citizens. */
  idleSince: string;
  waitingSince: string;
  usual: Readonly<Record<string, number>>;
}

const SOON = 8 * 3_600_000;
/** Working days without an act after which a dossier counts as stuck: under way, and waiting for papers or fees. */
export const stuckAfter = { running: 3, waiting: 15 } as const;

/** The marks of an instant by a ward's calendar. */
export function marksAt(now: string, calendar: Calendar, usual: Marks['usual']): Marks {
  const today = dayInVietnam(new Date(now));
  const back = (days: number): string =>
    new Date(instantOf(numberOfDay(calendar.addWorkingDays(today, -days)), 0)).toISOString();
  const soon = calendar.addWorkingTime(now, SOON);
  return { now, soon, idleSince: back(stuckAfter.running), waitingSince: back(stuckAfter.waiting), usual };
}

const running = sql<SqlBool>`d.status in (2, 4)`;

/** Each kind of pressing dossier as a condition on `view.dossiers as d`: the very same for counts and for the lists behind them. */
export function pressing(kind: DossierPaceFilter, { now, soon, idleSince, waitingSince, usual }: Marks) {
  switch (kind) {
    case 'late':
      return sql<SqlBool>`(${running} and d.due_at < ${now}::timestamptz)`;
    case 'due_soon':
      return sql<SqlBool>`(${running} and d.due_at between ${now}::timestamptz and ${soon}::timestamptz)`;
    case 'likely_late':
      // The widest bound first: what is due beyond it needs no look at what is usual of its step.
      return sql<SqlBool>`(${running} and d.due_at between ${now}::timestamptz and ${latestOf(now, soon, usual)}::timestamptz
        and d.due_at <= coalesce(
        ${now}::timestamptz
          + (${JSON.stringify(usual)}::jsonb ->> (d.procedure_id || '/' || d.step))::float8 * interval '1 second',
        ${soon}::timestamptz))`;
    case 'stuck':
      return sql<SqlBool>`((${running} and d.last_at < ${idleSince}::timestamptz)
        or (d.status in (5, 6) and d.paused_since < ${waitingSince}::timestamptz))`;
  }
}

/** No dossier that is due after this is likely to be late, whatever its step. */
function latestOf(now: string, soon: string, usual: Marks['usual']): string {
  const longest = Object.values(usual).reduce((most, seconds) => Math.max(most, seconds), 0);
  return new Date(Math.max(Date.parse(soon), Date.parse(now) + Math.ceil(longest * 1000))).toISOString();
}

type Row = Pick<DossierEntry, 'status' | 'due_at' | 'last_at' | 'paused_since' | 'procedure_id' | 'step'>;
const before = (a: string | null, b: string): boolean => a !== null && Date.parse(a) < Date.parse(b);

/** Whether a row that is in time so far will likely be late: the condition above, for one row. */
export function isLikelyLate({ due_at: due, procedure_id: id, step }: Row, { now, soon, usual }: Marks): boolean {
  const seconds = usual[`${id}/${step ?? ''}`];
  const limit = seconds === undefined ? Date.parse(soon) : Date.parse(now) + seconds * 1000;
  return due !== null && !before(due, now) && Date.parse(due) <= limit;
}

/** Whether a row is stuck: the condition above, for one row. */
export function isStuck({ status, last_at: last, paused_since: paused }: Row, marks: Marks): boolean {
  if (status === 2 || status === 4) return before(last, marks.idleSince);
  return (status === 5 || status === 6) && before(paused, marks.waitingSince);
}
