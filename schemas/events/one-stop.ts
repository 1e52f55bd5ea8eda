import * as v from 'valibot';
import { calendarRow, workingWeek } from './calendar.ts';
import { pauseMode } from './clock.ts';
import { day, line, wardCode } from './common.ts';
import { defineEvent, type EventOf } from './define.ts';

/** Identifier of the agency in dossier codes, e.g. `H29.146` (QCVN 102:2016/BTTTT). */
export const agencyCode = v.pipe(v.string(), v.regex(/^[A-Z0-9]{1,12}(\.[A-Z0-9]{1,12}){0,4}$/));

/** Where transfers go: BIN of the bank with NAPAS and the account there. */
export const bankAccount = v.object({
  bankBin: v.pipe(v.string(), v.regex(/^\d{6}$/)),
  bankName: line(100),
  accountNumber: v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{4,24}$/)),
  accountName: line(100),
});
export type BankAccount = v.InferOutput<typeof bankAccount>;

/** Settings of a ward's one-stop desk (Trung tâm Phục vụ hành chính công cấp xã). */
export const oneStopSettings = v.object({
  agencyCode,
  deskName: line(200),
  address: v.nullable(line(300)),
  phone: v.nullable(line(60)),
  /** What waiting for papers or fees does to a deadline. */
  pauses: v.object({ papers: pauseMode, fees: pauseMode }),
  /** How a step finds its officer: nobody (whoever takes it up), who has the fewest open, or who has waited longest. */
  assignment: v.picklist(['none', 'load', 'rota']),
  bankAccount: v.nullable(bankAccount),
});
export type OneStopSettings = v.InferOutput<typeof oneStopSettings>;

/** Stream `one-stop-<ward>`. */
export const oneStopSet = defineEvent('OneStopSet', 1, { ward: wardCode, settings: oneStopSettings, occurredOn: day });

/** Stream `calendar-<ward>`: the rows of a year as the ward confirmed them take the place of those it had for that year. */
export const calendarYearConfirmed = defineEvent('CalendarYearConfirmed', 1, {
  ward: wardCode,
  year: v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2100)),
  rows: v.array(calendarRow),
  occurredOn: day,
});
/** The office's hours from now on. */
export const workingWeekSet = defineEvent('WorkingWeekSet', 1, { ward: wardCode, week: workingWeek, occurredOn: day });

export type OneStopEvent =
  EventOf<typeof oneStopSet> | EventOf<typeof calendarYearConfirmed> | EventOf<typeof workingWeekSet>;
