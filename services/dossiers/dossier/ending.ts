import {
  dossierDeclined,
  dossierExtended,
  dossierRefused,
  dossierReopened,
  dossierReturned,
  dossierSettled,
  dossierStopped,
  dossierWithdrawn,
} from '@nocgia/schemas/events/dossier.ts';
import { refuse } from '../../event-store/deciding.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { isOver } from './dossier-state.ts';
import { loadDossier, notTheirs, single, stepHeld, type AsShown, type OnDossier } from './dossier.ts';

export interface EndDossier extends OnDossier {
  reason: string;
  legalBasis: string | null;
}

/** What was sent in is not taken (state 3, form 03), with the reason that its owner is told. */
export function declineDossier(input: EndDossier, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    const { reason, legalBasis } = input;
    return single(dossierDeclined, loaded.found, env, 'declined', { reason, legalBasis });
  };
}

/** Handling ends without a result (state 8, form 05). */
export function stopDossier(input: EndDossier, env: CommandEnv): Decider {
  return ends(input, env, dossierStopped);
}

/** Refused after it was taken (form 03); the national state is that of a stop (8). */
export function refuseDossier(input: EndDossier, env: CommandEnv): Decider {
  return ends(input, env, dossierRefused);
}

function ends(input: EndDossier, env: CommandEnv, definition: typeof dossierStopped | typeof dossierRefused): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    const { reason, legalBasis } = input;
    return single(definition, loaded.found, env, 'stopped', { reason, legalBasis });
  };
}

export interface WithdrawDossier extends AsShown {
  reason: string | null;
}

/** Its owner takes it back (state 7). */
export function withdrawDossier(input: WithdrawDossier, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    return single(dossierWithdrawn, loaded.found, env, 'withdrawn', { reason: input.reason });
  };
}

export interface ExtendDossier extends OnDossier {
  /** The new instant by which the result is due. */
  dueAt: string;
  cause: 'apology' | 'verification';
  reason: string;
}

/** Another day for the result: with an apology and its reason (form 04), or for a verification. Only later than the one before. */
export function extendDossier(input: ExtendDossier, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    const { dossier } = loaded.found;
    if (isOver(dossier.status) || dossier.status === 'submitted')
      return refuse('DOSSIER_STATE', undefined, { status: dossier.status, to: dossier.status });
    if (dossier.dueAt === null) return refuse('DOSSIER_WITHOUT_TERM');
    const { dueAt, cause, reason } = input;
    if (dueAt <= dossier.dueAt || dueAt <= env.now) return refuse('DUE_NOT_LATER', 'dueAt');
    return single(dossierExtended, loaded.found, env, null, { dueAt, cause, reason });
  };
}

export interface SettleDossier extends OnDossier {
  resultNumber: string | null;
  issuedOn: string | null;
  fileId: string | null;
}

/**
 * The matter is settled (state 9): the clock ends here. Where the procedure has a step of approval, only what was approved is settled;
 * fees that it waits for must be paid. Being late never holds a result back.
 */
export function settleDossier(input: SettleDossier, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    const { found } = loaded;
    const { dossier, procedure } = found;
    const denied = notTheirs(found, env);
    if (denied) return { ok: false, rejection: denied };
    const { steps, resultName, name } = procedure.content;
    if (steps.some((one) => one.kind === 'approve') && !dossier.approved) return refuse('DOSSIER_NOT_APPROVED');
    if (input.issuedOn !== null && input.issuedOn > env.today) return refuse('DAY_IN_FUTURE', 'issuedOn');
    const file = dossier.files.find((one) => one.fileId === input.fileId && !one.setAside);
    if (input.fileId !== null && !file) return refuse('FILE_UNKNOWN', 'fileId');
    if (file && file.signedAs !== null) return refuse('FILE_SIGNED', 'fileId');
    const { resultNumber, issuedOn, fileId } = input;
    const result = { resultName: resultName ?? name.slice(0, 500), resultNumber, issuedOn, fileId };
    return single(dossierSettled, found, env, 'settled', result);
  };
}

export interface ReopenDossier extends OnDossier {
  reason: string;
}

/** It was not settled after all: back to the step where it lay (an audited correction; the leader's). */
export function reopenDossier(input: ReopenDossier, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    if (env.role !== 'leader') return refuse('FORBIDDEN');
    if (loaded.found.dossier.written.length > 0) return refuse('DOSSIER_WRITTEN');
    const step = stepHeld(loaded.found);
    return single(dossierReopened, loaded.found, env, 'processing', { step: step?.key, reason: input.reason });
  };
}

export interface ReturnDossier extends OnDossier {
  by: 'desk' | 'post' | 'online';
  receivedBy: string | null;
  /** The post's number of the letter, say. */
  reference: string | null;
}

/** The result is in its owner's hands (state 10). What is still to be paid is paid first. */
export function returnDossier(input: ReturnDossier, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    const due = loaded.found.dossier.fees
      .filter((one) => one.receipt === null)
      .reduce((sum, one) => sum + one.total, 0);
    if (due > 0) return refuse('FEES_DUE', undefined, { amount: due });
    const { by, receivedBy, reference } = input;
    return single(dossierReturned, loaded.found, env, 'returned', { by, receivedBy, reference });
  };
}
