import type { ClockRule } from '@nocgia/schemas/events/clock.ts';
import type { Channel, CheckedPaper, Party } from '@nocgia/schemas/events/dossier.ts';
import { dossierHandedOn, dossierSubmitted, dossierTakenIn } from '@nocgia/schemas/events/dossier.ts';
import { dossierNoticesSet } from '@nocgia/schemas/events/notices.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import type { OneStopSettings } from '@nocgia/schemas/events/one-stop.ts';
import type { ProcedureContent } from '@nocgia/schemas/events/procedure.ts';
import { accept, after, refuse } from '../../event-store/deciding.ts';
import type { LoadStreams } from '../../event-store/dispatcher.ts';
import type { DomainEvent, RecordedEvent } from '../../event-store/log.ts';
import { loadCalendar } from '../calendar/calendar.ts';
import { deadlineOf } from '../clock/course.ts';
import { dueFrom } from '../clock/due.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { numberingStream, takeNumber } from '../numbering/numbering.ts';
import { oneStopOf, oneStopStream } from '../one-stop/one-stop.ts';
import { procedureOf, procedureStream, versionOn, type ProcedureVersion } from '../procedure/procedure.ts';
import { dossierOf, dossierStream } from './dossier-state.ts';
import { blocked, fact } from './dossier.ts';
import { noticesOf } from './notices.ts';
import { assigned, type Assignment } from './work.ts';

/** What is handed in, at the desk or from home. */
export interface HandedIn {
  procedureId: string;
  channel: Channel;
  returnBy: 'desk' | 'post' | 'online';
  owner: Party;
  /** Null: the owner. */
  submitter: Party | null;
  answers: Readonly<Record<string, string>>;
  /** Letters about its course are wanted, at the address of who hands it in, or of the owner. */
  mailNotices?: boolean;
}

/** The procedure as dossiers of today are taken by it, if the ward itself runs it. */
async function procedureToday(
  procedureId: string,
  env: CommandEnv,
  load: LoadStreams,
): Promise<
  | { ok: true; ward: string; held: ProcedureVersion; stream: string; events: RecordedEvent[] }
  | ReturnType<typeof refuse>
> {
  const stream = procedureStream(procedureId);
  const events = (await load([stream])).get(stream) ?? [];
  const procedure = procedureOf(events);
  if (!procedure) return refuse('PROCEDURE_UNKNOWN', 'procedureId');
  const held = versionOn(procedure, env.today);
  if (!held) return refuse('PROCEDURE_NOT_IN_FORCE', 'procedureId', { day: env.today });
  if (held.content.competence !== 'ward') return refuse('PROCEDURE_NOT_OURS', 'procedureId');
  return { ok: true, ward: procedure.ward, held, stream, events };
}

/**
 * Sent in from home, without an account (state 1); the desk takes it or declines it. `dossierId` is the device's own, so that a form
 * that is sent twice is one dossier. Only procedures that are offered online. Answers `{ dossierId }`.
 */
export function submitDossier(input: HandedIn & { dossierId: string }, env: CommandEnv): Decider {
  return async (load) => {
    const known = await procedureToday(input.procedureId, env, load);
    if (!known.ok) return known;
    const { content, version } = known.held;
    if (content.onlineLevel === 'none') return refuse('PROCEDURE_NOT_ONLINE', 'procedureId');
    const stream = dossierStream(input.dossierId);
    const events = (await load([stream])).get(stream) ?? [];
    if (events.length > 0) return refuse('DOSSIER_SENT');
    const begun = { ...input, ward: known.ward, procedureVersion: version, matter: content.matter };
    const made = fact(dossierSubmitted, { dossier: input }, env, begun);
    if (!made.ok) return made;
    const asked = noticesAsked(input, { dossier: input }, env, events);
    if (!asked.ok) return asked;
    const facts = [made.event, ...asked.events];
    return accept([{ stream, expected: 'none', events: facts }, after(known.stream, known.events)], {
      dossierId: input.dossierId,
    });
  };
}

export interface TakeIn extends HandedIn {
  /** The dossier that was sent in, with the version that the page showed; null = a new one. */
  submission: { dossierId: string; expectedVersion: number } | null;
  ownerId: string | null;
  papers: readonly CheckedPaper[];
  /** When it came, if that was before now (by post, on paper during a power cut): not in the future. Null = now. */
  receivedAt: string | null;
  /** Whether it goes on to the next step at once. */
  handOn: boolean;
  /** Who does that step. */
  assign: Assignment | null;
}

/**
 * Takes a dossier in (state 2): gives it the day's next number, fixes the version of the procedure, the rule of its clock and the day
 * of its result. Answers `{ dossierId, code, dueAt }`.
 */
export function takeIn(input: TakeIn, env: CommandEnv): Decider {
  return async (load) => {
    const known = await procedureToday(input.procedureId, env, load);
    if (!known.ok) return known;
    const { ward, held } = known;
    const { content, version } = held;
    const denied = env.may('write', 'Dossier', { ward, neighbourhood: null, matter: content.matter });
    if (denied) return { ok: false, rejection: denied };
    const [first, second] = content.steps;
    if (!first || (env.role !== 'leader' && (env.role === null || !first.roles.includes(env.role))))
      return refuse('STEP_NOT_YOURS', undefined, { step: first?.name ?? '' });
    const receivedAt = input.receivedAt ?? env.now;
    if (receivedAt > env.now) return refuse('DAY_IN_FUTURE', 'receivedAt');

    const dossierId = input.submission?.dossierId ?? env.newId();
    const stream = dossierStream(dossierId);
    const series = { ward, kind: 'dossier', period: env.today.replaceAll('-', '') } as const;
    const numbering = numberingStream(series);
    const settings = oneStopStream(ward);
    const read = await load([stream, numbering, settings]);
    const events = read.get(stream) ?? [];
    const sent = dossierOf(events);
    if (input.submission) {
      if (!sent || sent.ward !== ward) return refuse('DOSSIER_UNKNOWN');
      if (events.at(-1)?.version !== input.submission.expectedVersion)
        return refuse('DOSSIER_CHANGED', undefined, { since: input.submission.expectedVersion });
      const wrong = blocked(sent, 'accepted');
      if (wrong) return { ok: false, rejection: wrong };
    }
    const desk = oneStopOf(read.get(settings));
    if (!desk) return refuse('ONE_STOP_NOT_SET');
    const { calendar, plan } = await loadCalendar(load, ward);
    const rule = ruleOf(content, desk, plan);
    const dueAt =
      rule && (deadlineOf({ rule, receivedAt, pauses: [], extensions: [], endedAt: null }, calendar)?.due.at ?? null);
    const { number, write } = takeNumber(series, read.get(numbering) ?? [], dossierId, env.today);
    const code = dossierCode(desk.agencyCode, env.today, number);
    const { procedureId, channel, returnBy, owner, submitter, answers, ownerId, papers } = input;
    const taken = fact(dossierTakenIn, { dossier: { dossierId } }, env, {
      ward,
      procedureId,
      procedureVersion: version,
      matter: content.matter,
      channel,
      returnBy,
      owner,
      submitter,
      answers,
      ownerId,
      code,
      number,
      papers,
      step: first.key,
      receivedAt,
      rule,
      dueAt,
    });
    if (!taken.ok) return taken;
    const asked = noticesAsked(input, { dossier: { dossierId } }, env, events);
    if (!asked.ok) return asked;
    const facts = [taken.event, ...asked.events];
    const others = [write, after(known.stream, known.events)];
    if (input.handOn && second) {
      const stepDueAt = second.term && dueFrom({ term: second.term, cutoff: null }, env.now, calendar).at;
      const on = fact(dossierHandedOn, { dossier: { dossierId } }, env, {
        from: first.key,
        to: second.key,
        direction: 'forward',
        stepDueAt,
        note: null,
      });
      if (!on.ok) return on;
      const given = await assigned(input.assign, second, { dossierId, ward }, env, load);
      if (!given.ok) return given;
      facts.push(on.event, ...given.events);
      others.push(...given.writes);
    }
    return accept([after(stream, events, ...facts), ...others], {
      dossierId,
      code,
      dueAt,
    });
  };
}

/** What asking for letters adds to a dossier that begins; nothing where they are wanted already. */
function noticesAsked(
  { mailNotices = false, owner, submitter }: HandedIn,
  found: { dossier: { dossierId: string } },
  env: CommandEnv,
  events: readonly RecordedEvent[],
): { ok: true; events: DomainEvent[] } | { ok: false; rejection: Rejection } {
  if (!mailNotices || noticesOf(events).wanted) return { ok: true, events: [] };
  if ((submitter?.email ?? owner.email ?? null) === null) return refuse('MAIL_NO_ADDRESS', 'owner.email');
  const made = fact(dossierNoticesSet, found, env, { mail: true });
  return made.ok ? { ok: true, events: [made.event] } : made;
}

/** The rule by which the clock of a dossier runs that is taken now; null where the procedure has no term. */
function ruleOf(
  content: ProcedureContent,
  desk: OneStopSettings,
  plan: { version: string; week: ClockRule['week'] },
): ClockRule | null {
  return (
    content.term && {
      term: content.term,
      cutoff: content.cutoff ? '15:00' : null,
      pauses: desk.pauses,
      calendarVersion: plan.version,
      week: plan.week,
    }
  );
}

/** `H29.146-261122-0007`: agency, day (local, YYMMDD), number of the day, four digits and more where it takes more. */
export function dossierCode(agency: string, day: string, number: number): string {
  return `${agency}-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`;
}
