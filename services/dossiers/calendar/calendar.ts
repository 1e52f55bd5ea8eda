import type { CalendarRow, WorkingWeek } from '@nocgia/schemas/events/calendar.ts';
import type { OneStopEvent } from '@nocgia/schemas/events/one-stop.ts';
import { calendarYearConfirmed, workingWeekSet } from '@nocgia/schemas/events/one-stop.ts';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { LoadStreams } from '../../event-store/dispatcher.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { calendarOf, defaultWeek, type Calendar, type CalendarPlan } from './working-days.ts';

export function calendarStream(ward: string): string {
  return `calendar-${ward}`;
}

/** What a ward's calendar says after its first `version` facts; with none, only weekends are days of rest. */
export function planOf(ward: string, events: readonly RecordedEvent[], version = events.length): CalendarPlan {
  let week: WorkingWeek = defaultWeek;
  const years = new Map<number, readonly CalendarRow[]>();
  for (const event of events.slice(0, version)) {
    const fact = event as OneStopEvent;
    if (fact.type === 'CalendarYearConfirmed') years.set(fact.data.year, fact.data.rows);
    if (fact.type === 'WorkingWeekSet') week = fact.data.week;
  }
  return { version: `${ward}/${version}`, week, rows: [...years.values()].flat() };
}

// A calendar lays its years out once; versions never change, so those in use are kept. A ward has a few a year.
const made = new Map<string, Calendar>();
const KEPT = 64;

/** The calendar of a plan, the same object for the same version and rows. */
export function keptCalendar(plan: CalendarPlan): Calendar {
  const key = `${plan.version} ${JSON.stringify([plan.week, plan.rows])}`;
  const known = made.get(key) ?? calendarOf(plan);
  made.delete(key);
  made.set(key, known);
  const oldest = made.size > KEPT ? made.keys().next().value : undefined;
  if (oldest !== undefined) made.delete(oldest);
  return known;
}

/** The ward's calendar: as it stands, or as it stood at the version that a dossier's rule names. */
export async function loadCalendar(
  load: LoadStreams,
  ward: string,
  version?: string,
): Promise<{ calendar: Calendar; plan: CalendarPlan; events: readonly RecordedEvent[] }> {
  const stream = calendarStream(ward);
  const events = (await load([stream])).get(stream) ?? [];
  const at = version === undefined ? events.length : Number(version.slice(version.lastIndexOf('/') + 1));
  const plan = planOf(ward, events, at);
  return { calendar: keptCalendar(plan), plan, events };
}

export interface ConfirmYear {
  ward: string;
  year: number;
  rows: readonly CalendarRow[];
}

/** The days of rest and swaps of a year as the ward goes by them; deadlines that were given out stay. */
export function confirmYear(input: ConfirmYear, env: CommandEnv): Decider {
  return async (load) => {
    const denied = env.may('manage', 'Procedure', { ward: input.ward, neighbourhood: null });
    if (denied) return { ok: false, rejection: denied };
    const rows = [...input.rows].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    const checked = parsed(calendarYearConfirmed.schema, { ...input, rows, occurredOn: env.today });
    if (!checked.ok) return checked;
    const twice = (row: CalendarRow): boolean =>
      rows.filter(({ date, type }) => date === row.date && type === row.type).length > 1;
    const stray = rows.find((row) => !row.date.startsWith(`${input.year}-`) || twice(row));
    if (stray) return refuse('CALENDAR_DAY', 'rows', { day: stray.date, year: input.year });
    const { plan, events } = await loadCalendar(load, input.ward);
    const standing = plan.rows.filter(({ date }) => date.startsWith(`${input.year}-`));
    if (events.length > 0 && standing.length > 0 && JSON.stringify(standing) === JSON.stringify(checked.value.rows))
      return refuse('NOTHING_CHANGED');
    const confirmed = { type: 'CalendarYearConfirmed', data: checked.value };
    return accept([after(calendarStream(input.ward), events, confirmed)]);
  };
}

/** The office's hours for dossiers taken from now on. */
export function setWorkingWeek(input: { ward: string; week: WorkingWeek }, env: CommandEnv): Decider {
  return async (load) => {
    const denied = env.may('manage', 'Procedure', { ward: input.ward, neighbourhood: null });
    if (denied) return { ok: false, rejection: denied };
    const checked = parsed(workingWeekSet.schema, { ...input, occurredOn: env.today });
    if (!checked.ok) return checked;
    const { plan, events } = await loadCalendar(load, input.ward);
    if (JSON.stringify(plan.week) === JSON.stringify(checked.value.week)) return refuse('NOTHING_CHANGED');
    const set = { type: 'WorkingWeekSet', data: checked.value };
    return accept([after(calendarStream(input.ward), events, set)]);
  };
}
