import {
  dossierApproved,
  dossierAssigned,
  dossierHandedOn,
  dossierNationalCodeNoted,
} from '@nocgia/schemas/events/dossier.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import type { Step } from '@nocgia/schemas/events/procedure.ts';
import { accountOf, accountStream } from '../../access/account/account-state.ts';
import { isHeldOn } from '../../access/scope-of.ts';
import { refuse, accept, after } from '../../event-store/deciding.ts';
import type { Decision, LoadStreams } from '../../event-store/dispatcher.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import { loadCalendar } from '../calendar/calendar.ts';
import { dueFrom } from '../clock/due.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { stepOf } from '../procedure/procedure.ts';
import { fact, loadDossier, notTheirs, single, stepHeld, type LoadedDossier, type OnDossier } from './dossier.ts';

/** The account that a step is given to, if it holds a role of the step in that ward today; its stream, to rely on. */
async function assignee(
  accountId: string,
  step: Step,
  ward: string,
  env: CommandEnv,
  load: LoadStreams,
): Promise<{ ok: true; write: Decision['writes'][number] } | { ok: false; rejection: Rejection }> {
  const stream = accountStream(accountId);
  const events = (await load([stream])).get(stream) ?? [];
  const account = accountOf(events);
  const holds =
    account !== null &&
    !account.closed &&
    account.positions.some(
      (one) =>
        isHeldOn(one, env.today) && one.unit === ward && (step.roles.includes(one.role) || one.role === 'leader'),
    );
  return holds ? { ok: true, write: after(stream, events) } : refuse('ASSIGNEE_NOT_FIT', 'accountId');
}

/** Who a step is given to, chosen by the rule of the desk or by hand. */
export interface Assignment {
  accountId: string;
  by: 'rule' | 'hand';
}

export interface AssignDossier extends OnDossier {
  /** Null: back to whoever holds a role of the step. */
  accountId: string | null;
  by: 'rule' | 'hand';
}

/** Gives the step where a dossier lies to one officer; one may take up what is nobody's, the leader and the desk give to others. */
export function assignDossier(input: AssignDossier, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    const { found } = loaded;
    const step = stepHeld(found);
    if (!step || found.dossier.endedAt !== null)
      return refuse('DOSSIER_STATE', undefined, { status: found.dossier.status, to: 'processing' });
    const { assignee: holder } = found.dossier;
    const own = input.accountId === env.accountId && (holder === null || holder === env.accountId);
    const denied = own || holder === env.accountId || env.role === 'desk' ? null : notLeader(env);
    if (denied) return { ok: false, rejection: denied };
    if (holder === input.accountId) return refuse('NOTHING_CHANGED');
    const fit = input.accountId === null ? null : await assignee(input.accountId, step, found.dossier.ward, env, load);
    if (fit && !fit.ok) return fit;
    const made = fact(dossierAssigned, found, env, { step: step.key, accountId: input.accountId, by: input.by });
    if (!made.ok) return made;
    return accept([after(found.stream, found.events, made.event), ...(fit ? [fit.write] : [])]);
  };
}

function notLeader(env: CommandEnv): Rejection | null {
  return env.role === 'leader' ? null : { code: 'FORBIDDEN' };
}

export interface HandOnDossier extends OnDossier {
  /** Key of the step it goes to; null = the next one. */
  to: string | null;
  note: string | null;
  /** Who does that step; null = whoever holds a role of it. */
  assign: Assignment | null;
}

/** A dossier goes on to another step, or back to an earlier one with a note why. Taken in, it is now being processed (state 4). */
export function handOnDossier(input: HandOnDossier, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    const { found } = loaded;
    const denied = notTheirs(found, env) ?? standing(found);
    if (denied) return { ok: false, rejection: denied };
    const { steps } = found.procedure.content;
    const at = steps.findIndex((one) => one.key === found.dossier.step);
    const target = input.to === null ? steps[at + 1] : stepOf(found.procedure.content, input.to);
    if (!target || target.key === found.dossier.step) return refuse('STEP_UNKNOWN', 'to');
    const direction = steps.indexOf(target) > at ? 'forward' : 'back';
    if (direction === 'back' && !input.note?.trim()) return refuse('FIELD_INVALID', 'note');
    const { calendar } = await loadCalendar(load, found.dossier.ward);
    const on = fact(dossierHandedOn, found, env, {
      from: found.dossier.step,
      to: target.key,
      direction,
      stepDueAt: target.term && dueFrom({ term: target.term, cutoff: null }, env.now, calendar).at,
      note: input.note,
    });
    if (!on.ok) return on;
    const given = await assigned(input.assign, target, found.dossier, env, load);
    if (!given.ok) return given;
    return accept([after(found.stream, found.events, on.event, ...given.events), ...given.writes]);
  };
}

/** What giving a step to somebody adds to a command. Whom the rule chose and who no longer fits is left out; the step is anybody's. */
export async function assigned(
  assign: Assignment | null,
  step: Step,
  dossier: { dossierId: string; ward: string },
  env: CommandEnv,
  load: LoadStreams,
): Promise<
  { ok: true; events: DomainEvent[]; writes: Decision['writes'][number][] } | { ok: false; rejection: Rejection }
> {
  if (assign === null) return { ok: true, events: [], writes: [] };
  const fit = await assignee(assign.accountId, step, dossier.ward, env, load);
  if (!fit.ok) return assign.by === 'rule' ? { ok: true, events: [], writes: [] } : fit;
  const made = fact(dossierAssigned, { dossier }, env, { step: step.key, ...assign });
  return made.ok ? { ok: true, events: [made.event], writes: [fit.write] } : made;
}

/** A dossier that waits for papers or fees, or has ended, is handed to nobody. */
function standing({ dossier }: LoadedDossier): Rejection | null {
  const moving = dossier.status === 'accepted' || dossier.status === 'processing';
  return moving ? null : { code: 'DOSSIER_STATE', params: { status: dossier.status, to: 'processing' } };
}

/** The draft of the result is approved, at the step of approval. */
export function approveDossier(input: OnDossier & { note: string | null }, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    const { found } = loaded;
    const step = stepHeld(found);
    const denied = notTheirs(found, env) ?? standing(found);
    if (denied) return { ok: false, rejection: denied };
    if (step?.kind !== 'approve') return refuse('STEP_KIND', undefined, { step: step?.name ?? '' });
    if (found.dossier.approved) return refuse('NOTHING_CHANGED');
    return single(dossierApproved, found, env, null, { step: step.key, note: input.note });
  };
}

/** Notes the code that the national or a ministry's system gave the same dossier; null takes it off. */
export function noteNationalCode(input: OnDossier & { nationalCode: string | null }, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    return single(dossierNationalCodeNoted, loaded.found, env, null, { nationalCode: input.nationalCode });
  };
}
