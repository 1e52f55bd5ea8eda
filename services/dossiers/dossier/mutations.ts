import type {
  MutationResolvers,
  OnDossierInput,
  PartyInput,
  TakeInInput,
} from '@nocgia/schemas/generated/resolvers.ts';
import { knownId } from '../../access/paging.ts';
import { resultText, runCommand } from '../../event-store/run-command.ts';
import { dueOn } from '../clock/due.ts';
import type { Decider } from '../command-env.ts';
import { commandEnv, wardCalendar, type DossierContext } from '../context.ts';
import { oneStopOf, oneStopStream } from '../one-stop/one-stop.ts';
import { procedureOf, procedureStream, versionNumbered, versionOn } from '../procedure/procedure.ts';
import { byRule, candidates } from './assignees.ts';
import { dossierOf, dossierStream } from './dossier-state.ts';
import { outcomeType, workOnDossiers } from './batch.ts';
import type { OnDossier } from './dossier.ts';
import {
  declineDossier,
  extendDossier,
  refuseDossier,
  reopenDossier,
  returnDossier,
  settleDossier,
  stopDossier,
  withdrawDossier,
} from './ending.ts';
import { setFileAside } from './files.ts';
import { takeIn } from './intake.ts';
import { payFees, requestFees, requestPapers, supplyPapers, voidPayment, withdrawFees } from './waiting.ts';
import { tellingWhoWasFirst } from './who-was-first.ts';
import { approveDossier, assignDossier, handOnDossier, noteNationalCode, type Assignment } from './work.ts';

const said = (text: string | null | undefined): string | null => text?.trim() || null;

function at(on: OnDossierInput): OnDossier {
  return { dossierId: knownId(on.dossierId), expectedVersion: on.expectedVersion };
}

/** Somebody as a form gives them; empty is unknown. */
export function partyOf(input: PartyInput) {
  const { kind, name, nationalId, birth, phone, email, address } = input;
  return {
    kind,
    name,
    nationalId: said(nationalId),
    birth: birth ?? null,
    phone: said(phone),
    email: said(email),
    address: said(address),
  };
}

/** Runs a command; where somebody was first, the refusal says who. */
async function run(
  context: DossierContext,
  meta: { commandId: string },
  name: string,
  input: object & Partial<OnDossier>,
  decide: Decider,
) {
  return tellingWhoWasFirst(context, input, () => runCommand(context, meta, name, input, decide));
}

/** Whom the rule of the desk gives a step to that a dossier goes on to now. */
async function assignment(
  context: DossierContext,
  procedureId: string,
  find: (procedure: NonNullable<ReturnType<typeof procedureOf>>) => readonly string[] | undefined,
): Promise<Assignment | null> {
  const procedure = procedureOf(await context.log.readStream(procedureStream(procedureId)));
  const roles = procedure && find(procedure);
  if (!roles) return null;
  const desk = oneStopOf(await context.log.readStream(oneStopStream(procedure.ward)));
  if (!desk || desk.assignment === 'none') return null;
  return byRule(desk.assignment, await candidates(context.scope, context.db, { ward: procedure.ward, roles }));
}

function takenOf(input: TakeInInput) {
  const { procedureId, submission, channel, returnBy, owner, ownerId, submitter, answers, papers, receivedAt } = input;
  return {
    procedureId: knownId(procedureId),
    submission: submission ? at(submission) : null,
    channel,
    returnBy,
    owner: partyOf(owner),
    ownerId: ownerId ? knownId(ownerId) : null,
    submitter: submitter ? partyOf(submitter) : null,
    answers: Object.fromEntries(answers.flatMap(({ key, value }) => (value.trim() ? [[key, value]] : []))),
    papers: papers.map(({ key, name, form, copies, source }) => ({ key, name, form, copies, source })),
    receivedAt: receivedAt ?? null,
    handOn: input.handOn,
    mailNotices: input.mailNotices ?? false,
  };
}

export const dossierMutations = {
  takeInDossier: async (_, { meta, input }, context) => {
    const taken = takenOf(input);
    const assign = taken.handOn
      ? await assignment(
          context,
          taken.procedureId,
          (procedure) => versionOn(procedure, context.today)?.content.steps[1]?.roles,
        )
      : null;
    const decide = takeIn({ ...taken, assign }, commandEnv(context));
    const { position, result } = await run(context, meta, 'takeInDossier', { ...input, ...input.submission }, decide);
    const due = typeof result === 'object' && result !== null && 'dueAt' in result ? result.dueAt : null;
    return {
      position,
      dossierId: resultText(result, 'dossierId'),
      code: resultText(result, 'code'),
      dueAt: typeof due === 'string' ? due : null,
    };
  },
  declineDossier: async (_, { meta, on, reason, legalBasis }, context) => {
    const input = { ...at(on), reason, legalBasis: said(legalBasis) };
    return run(context, meta, 'declineDossier', input, declineDossier(input, commandEnv(context)));
  },
  assignDossier: async (_, { meta, on, accountId }, context) => {
    const input = { ...at(on), accountId: accountId ? knownId(accountId) : null, by: 'hand' as const };
    return run(context, meta, 'assignDossier', input, assignDossier(input, commandEnv(context)));
  },
  handOnDossier: async (_, { meta, on, to, note, accountId }, context) => {
    const going = { ...at(on), to: said(to), note: said(note) };
    const byHand = accountId ? { accountId: knownId(accountId), by: 'hand' as const } : null;
    const assign = byHand ?? (await nextAssignment(context, going));
    const input = { ...going, assign };
    const asked = { ...going, accountId: accountId ?? null };
    return run(context, meta, 'handOnDossier', asked, handOnDossier(input, commandEnv(context)));
  },
  approveDossier: async (_, { meta, on, note }, context) => {
    const input = { ...at(on), note: said(note) };
    return run(context, meta, 'approveDossier', input, approveDossier(input, commandEnv(context)));
  },
  noteNationalCode: async (_, { meta, on, nationalCode }, context) => {
    const input = { ...at(on), nationalCode: said(nationalCode)?.toUpperCase() ?? null };
    return run(context, meta, 'noteNationalCode', input, noteNationalCode(input, commandEnv(context)));
  },
  requestPapers: async (_, { meta, on, stage, papers, legalBasis }, context) => {
    const asked = papers.map(({ name, wrong }) => ({ name, wrong }));
    const input = { ...at(on), stage, papers: asked, legalBasis: said(legalBasis) };
    return run(context, meta, 'requestPapers', input, requestPapers(input, commandEnv(context)));
  },
  supplyPapers: async (_, { meta, on, channel, note }, context) => {
    const input = { ...at(on), channel, note: said(note) };
    return run(context, meta, 'supplyPapers', input, supplyPapers(input, commandEnv(context)));
  },
  requestFees: async (_, { meta, on, fees, waits }, context) => {
    const asked = fees.map(({ feeKey, quantity, copies, discountKey }) => ({
      ...{ feeKey, quantity, copies, discountKey: said(discountKey) },
    }));
    const input = { ...at(on), fees: asked, waits };
    return run(context, meta, 'requestFees', input, requestFees(input, commandEnv(context)));
  },
  payFees: async (_, { meta, on, requestId, method, receiptBook, reference }, context) => {
    const input = { ...at(on), requestId: knownId(requestId), method, receiptBook, reference: said(reference) };
    const { position, result } = await run(context, meta, 'payFees', input, payFees(input, commandEnv(context)));
    const number =
      typeof result === 'object' && result !== null && 'receiptNumber' in result ? result.receiptNumber : 0;
    return { position, receiptNumber: Number(number) };
  },
  voidPayment: async (_, { meta, on, requestId, reason }, context) => {
    const input = { ...at(on), requestId: knownId(requestId), reason };
    return run(context, meta, 'voidPayment', input, voidPayment(input, commandEnv(context)));
  },
  withdrawFees: async (_, { meta, on, requestId, reason }, context) => {
    const input = { ...at(on), requestId: knownId(requestId), reason };
    return run(context, meta, 'withdrawFees', input, withdrawFees(input, commandEnv(context)));
  },
  extendDossier: async (_, { meta, on, dueOn: day, cause, reason }, context) => {
    const ward = context.scope.wards.length > 0 ? await wardOf(context, at(on).dossierId) : null;
    const due = ward === null ? null : dueOn(day, (await wardCalendar(context, ward))().calendar);
    const input = { ...at(on), dueAt: due?.at ?? `${day}T17:00:00.000Z`, cause, reason };
    return run(context, meta, 'extendDossier', input, extendDossier(input, commandEnv(context)));
  },
  stopDossier: async (_, { meta, on, reason, legalBasis }, context) => {
    const input = { ...at(on), reason, legalBasis: said(legalBasis) };
    return run(context, meta, 'stopDossier', input, stopDossier(input, commandEnv(context)));
  },
  refuseDossier: async (_, { meta, on, reason, legalBasis }, context) => {
    const input = { ...at(on), reason, legalBasis: said(legalBasis) };
    return run(context, meta, 'refuseDossier', input, refuseDossier(input, commandEnv(context)));
  },
  withdrawDossier: async (_, { meta, on, reason }, context) => {
    const input = { ...at(on), reason: said(reason) };
    return run(context, meta, 'withdrawDossier', input, withdrawDossier(input, commandEnv(context)));
  },
  settleDossier: async (_, { meta, on, resultNumber, issuedOn, fileId }, context) => {
    const file = fileId ? knownId(fileId) : null;
    const input = { ...at(on), resultNumber: said(resultNumber), issuedOn: issuedOn ?? null, fileId: file };
    return run(context, meta, 'settleDossier', input, settleDossier(input, commandEnv(context)));
  },
  reopenDossier: async (_, { meta, on, reason }, context) => {
    const input = { ...at(on), reason };
    return run(context, meta, 'reopenDossier', input, reopenDossier(input, commandEnv(context)));
  },
  returnDossier: async (_, { meta, on, by, receivedBy, reference }, context) => {
    const input = { ...at(on), by, receivedBy: said(receivedBy), reference: said(reference) };
    return run(context, meta, 'returnDossier', input, returnDossier(input, commandEnv(context)));
  },
  setDossierFileAside: async (_, { meta, on, fileId, reason }, context) => {
    const input = { ...at(on), fileId: knownId(fileId), reason };
    return run(context, meta, 'setDossierFileAside', input, setFileAside(input, commandEnv(context)));
  },
  workOnDossiers: async (_, { meta, on, act, note, accountId, by }, context) => {
    const batch = { act, note: said(note), accountId: accountId ? knownId(accountId) : null, by: by ?? 'desk' };
    const outcomes = await workOnDossiers(context, meta, { ...batch, on: on.map(at) });
    // Positions are ordered as text; the page that follows waits for the last of them.
    const done = outcomes.flatMap(({ position }) => position ?? []).sort();
    return {
      position: done.at(-1) ?? (await context.log.store.head()),
      outcomes: outcomes.map((one) => outcomeType(one, context.scope.locale)),
    };
  },
} satisfies MutationResolvers;

/** The ward of a dossier as its stream says; null where there is none. */
async function wardOf(context: DossierContext, dossierId: string): Promise<string | null> {
  return dossierOf(await context.log.readStream(dossierStream(dossierId)))?.ward ?? null;
}

/** Whom the rule gives the step to that a dossier is handed on to; the command decides anew whether it may go there at all. */
async function nextAssignment(
  context: DossierContext,
  { dossierId, to }: { dossierId: string; to: string | null },
): Promise<Assignment | null> {
  const dossier = dossierOf(await context.log.readStream(dossierStream(dossierId)));
  if (!dossier) return null;
  return assignment(context, dossier.procedureId, (procedure) => {
    const steps = versionNumbered(procedure, dossier.procedureVersion)?.content.steps ?? [];
    const next = to === null ? steps[steps.findIndex((one) => one.key === dossier.step) + 1] : undefined;
    return (next ?? steps.find((one) => one.key === to))?.roles;
  });
}
