import { matterOf } from '@nocgia/schemas/code-lists/matters.ts';
import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import type { Party as PartyFact } from '@nocgia/schemas/events/dossier.ts';
import type { Dossier, DossierPace, DossierWarning, Party } from '@nocgia/schemas/generated/resolvers.ts';
import { maskFields, citizenFieldGroups } from '../../access/masking.ts';
import type { Scope } from '../../access/scope.ts';
import { fieldView } from '../../access/where-scope.ts';
import type { Calendar } from '../calendar/working-days.ts';
import { clockAt, type ClockState } from '../clock/clock.ts';
import type { ClockCourse } from '../clock/course.ts';
import { dueAt } from '../clock/due.ts';
import { clockWarnings } from '../clock/warnings.ts';
import { nationalCodes, type DossierStatus } from './dossier-state.ts';
import { printable } from './printing.ts';
import type { DossierEntry } from './queries.ts';
import { registerType } from './settlement.ts';

const statuses = new Map(Object.entries(nationalCodes).map(([name, code]) => [code as number, name as DossierStatus]));

/** The state of a national code. */
export function statusOf(code: number): DossierStatus {
  const status = statuses.get(code);
  if (!status) throw new Error(`no state of a dossier has the code ${code}`);
  return status;
}

/** A party as this reader may see it: a citizen's fields masked by the reader's rights; of a body nothing is secret but its phone. */
export function partyType(scope: Scope, party: PartyFact | null): Party | null {
  if (!party) return null;
  const { kind, name, nationalId, birth, phone, email, address } = party;
  const { row, withheld } = maskFields(scope, citizenFieldGroups, {
    fullName: name,
    nationalId,
    birth,
    phone,
    email,
    residence: address,
  });
  const shown = withheld.includes('fullName') ? '—' : (row.fullName ?? '—');
  return {
    kind,
    name: shown,
    nationalId: row.nationalId,
    birth: row.birth,
    phone: row.phone,
    email: row.email,
    address: row.residence,
  };
}

/** All that a row says of its clock; null where its procedure has no term. */
export function courseOfRow(row: DossierEntry): ClockCourse | null {
  const { rule, received_at: receivedAt, pauses, ended_at: endedAt } = row;
  return rule && { rule, receivedAt, pauses, endedAt, extensions: row.extensions };
}

const HOUR = 3_600_000;

function paceOf(state: ClockState): { pace: DossierPace; hoursLeft: number | null } {
  switch (state.state) {
    case 'not_started':
      return { pace: 'not_started', hoursLeft: null };
    case 'running':
      return { pace: state.pace, hoursLeft: state.remaining / HOUR };
    case 'paused':
      return { pace: 'paused', hoursLeft: state.remaining / HOUR };
    case 'ended':
      return { pace: state.result === 'late' ? 'ended_late' : state.result, hoursLeft: null };
  }
}

/** How a row's clock stands at an instant, by the calendar of its rule. */
export function clockOf(
  row: DossierEntry,
  now: string,
  calendarAt: (version: string) => Calendar,
): { pace: DossierPace; hoursLeft: number | null; warnings: DossierWarning[] } {
  // Judged by its own times: it had no clock here.
  if (row.past) return { pace: row.past.pace ?? 'no_term', hoursLeft: null, warnings: [] };
  const course = courseOfRow(row);
  if (!course) return { pace: row.received_at === null ? 'not_started' : 'no_term', hoursLeft: null, warnings: [] };
  const calendar = calendarAt(course.rule.calendarVersion);
  const warnings = clockWarnings(course, calendar).map((one) => ({
    code: one.code,
    count: 'count' in one ? one.count : null,
    day: 'dueDay' in one ? one.dueDay : 'day' in one ? one.day : null,
  }));
  return { ...paceOf(clockAt(course, calendar, now)), warnings };
}

/** A dossier on the way through the API, with the row behind it. */
export type DossierParent = Partial<Dossier> & { entry: DossierEntry };

/** A dossier as this reader may see it; procedure, names, clock and course are completed when asked for. */
export function dossierType(scope: Scope, entry: DossierEntry): DossierParent {
  const { owner, submitter, answers, rule: _, past, ...row } = entry;
  // Answers, reasons and what was found wrong may name people: they are for who may know who it is about.
  const clear = fieldView(scope, 'identity') === 'clear';
  const hidden = (text: string): string => (clear ? text : '*****');
  return {
    entry,
    id: row.dossier_id,
    version: row.version,
    ward: codeOfUnit(row.ward),
    matter: matterOf(row.matter),
    code: row.code,
    nationalCode: row.national_code,
    status: statusOf(row.status),
    nationalStatus: row.status,
    channel: row.channel,
    returnBy: row.return_by,
    owner: partyType(scope, owner),
    submitter: partyType(scope, submitter),
    ownerId: row.owner_id,
    answers: clear ? Object.entries(answers).map(([key, value]) => ({ key, value })) : [],
    papers: [...row.papers],
    approved: row.approved,
    submittedAt: row.submitted_at,
    receivedAt: row.received_at,
    dueAt: row.due_at,
    dueOn: row.due_at && dueAt(row.due_at).day,
    stepDueAt: row.step_due_at,
    pausedSince: row.paused_since,
    endedAt: row.ended_at,
    requests: row.requests.map((one) => ({
      ...one,
      papers: one.papers.map(({ name, wrong }) => ({ name: hidden(name), wrong: hidden(wrong) })),
    })),
    fees: row.fees.map((one) => ({ ...one, lines: [...one.lines] })),
    files: row.files.map((one) => ({ ...one, name: hidden(one.name) })),
    extensions: row.extensions.map(({ at, dueAt: due, cause, reason }) => ({
      at,
      dueOn: dueAt(due).day,
      cause,
      reason: reason && hidden(reason),
    })),
    ending: row.ending && {
      ...row.ending,
      reason: row.ending.reason && hidden(row.ending.reason),
      resultNumber: row.ending.resultNumber && hidden(row.ending.resultNumber),
    },
    returned: row.returned && {
      ...row.returned,
      receivedBy: row.returned.receivedBy && hidden(row.returned.receivedBy),
      reference: row.returned.reference && hidden(row.returned.reference),
    },
    written: [...row.written],
    register: registerType(scope, entry),
    prints: [...row.prints],
    printable: past ? [] : printable(row),
  };
}
