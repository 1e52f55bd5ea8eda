import { errorText, RejectionError, type Rejection } from '@nocgia/schemas/errors.ts';
import type { DossierBatchAct, ReturnBy } from '@nocgia/schemas/generated/resolvers.ts';
import { derivedId } from '../../event-store/derived-id.ts';
import type { Position } from '../../event-store/port.ts';
import { runCommand } from '../../event-store/run-command.ts';
import type { Decider } from '../command-env.ts';
import { commandEnv, type DossierContext } from '../context.ts';
import { oneStopOf, oneStopStream } from '../one-stop/one-stop.ts';
import { procedureOf, procedureStream, versionNumbered } from '../procedure/procedure.ts';
import { byRule, candidates, type Candidate } from './assignees.ts';
import { dossierOf, dossierStream } from './dossier-state.ts';
import type { OnDossier } from './dossier.ts';
import { returnDossier } from './ending.ts';
import { approveDossier, assignDossier, handOnDossier, type Assignment } from './work.ts';

/** One act on several dossiers. */
export interface Batch {
  on: readonly OnDossier[];
  act: DossierBatchAct;
  note: string | null;
  accountId: string | null;
  by: ReturnBy;
}

/** What became of one dossier of a batch; `rejection` null: it was done, up to `position`. */
export interface Outcome {
  dossierId: string;
  position: Position | null;
  rejection: Rejection | null;
}

const MOST = 50;

/** What says that a dossier is none of the reader's business; a batch of nothing else is refused as a whole. */
const strange: readonly string[] = ['DOSSIER_UNKNOWN', 'NOT_FOUND', 'FORBIDDEN'];

/**
 * Does one act on each of several dossiers, each whole or not at all, by a command id that follows from the batch's own: a batch that is
 * sent again does again only what it had not done. Refused whole: more than 50, one twice, or none that the reader may work on.
 */
export async function workOnDossiers(
  context: DossierContext,
  meta: { commandId: string },
  batch: Batch,
): Promise<Outcome[]> {
  const ids = batch.on.map(({ dossierId }) => dossierId);
  if (ids.length === 0 || ids.length > MOST || new Set(ids).size < ids.length)
    throw new RejectionError({ code: 'FIELD_INVALID', field: 'on' });
  const assign = batch.act === 'hand_on' ? await nextOnes(context, ids) : new Map<string, Assignment>();
  const outcomes = await Promise.all(
    batch.on.map(async (on): Promise<Outcome> => {
      const { name, payload, decide } = commandOf(context, batch, on, assign.get(on.dossierId) ?? null);
      const commandId = derivedId(meta.commandId, on.dossierId);
      try {
        const { position } = await runCommand(context, { commandId }, name, payload, decide);
        return { dossierId: on.dossierId, position, rejection: null };
      } catch (error) {
        if (!(error instanceof RejectionError)) throw error;
        return { dossierId: on.dossierId, position: null, rejection: error.rejection };
      }
    }),
  );
  const [first] = outcomes;
  if (first?.rejection && outcomes.every(({ rejection }) => rejection !== null && strange.includes(rejection.code)))
    throw new RejectionError(first.rejection);
  return outcomes;
}

function commandOf(
  context: DossierContext,
  { act, note, accountId, by }: Batch,
  on: OnDossier,
  assign: Assignment | null,
): { name: string; payload: object; decide: Decider } {
  const env = commandEnv(context);
  switch (act) {
    case 'hand_on': {
      const going = { ...on, to: null, note };
      return { name: 'handOnDossier', payload: going, decide: handOnDossier({ ...going, assign }, env) };
    }
    case 'approve': {
      const input = { ...on, note };
      return { name: 'approveDossier', payload: input, decide: approveDossier(input, env) };
    }
    case 'assign': {
      const input = { ...on, accountId, by: 'hand' as const };
      return { name: 'assignDossier', payload: input, decide: assignDossier(input, env) };
    }
    case 'return': {
      const input = { ...on, by, receivedBy: null, reference: note };
      return { name: 'returnDossier', payload: input, decide: returnDossier(input, env) };
    }
  }
}

/** Whom the rule of the desk gives the next steps to, those of the batch before counted: a batch does not fall on one officer. */
async function nextOnes(context: DossierContext, ids: readonly string[]): Promise<Map<string, Assignment>> {
  const given = new Map<string, Assignment>();
  const streams = await context.log.readStreams(ids.map(dossierStream));
  const dossiers = [...streams.values()].flatMap((events) => dossierOf(events) ?? []);
  const catalogue = [...new Set(dossiers.map(({ procedureId }) => procedureStream(procedureId)))];
  const desks = [...new Set(dossiers.map(({ ward }) => oneStopStream(ward)))];
  const read = await context.log.readStreams([...catalogue, ...desks]);
  const known = new Map<string, Candidate[]>();
  for (const dossier of dossiers) {
    const rule = oneStopOf(read.get(oneStopStream(dossier.ward)))?.assignment ?? 'none';
    const procedure = procedureOf(read.get(procedureStream(dossier.procedureId)));
    const steps = (procedure && versionNumbered(procedure, dossier.procedureVersion)?.content.steps) ?? [];
    const next = steps[steps.findIndex(({ key }) => key === dossier.step) + 1];
    if (!next || rule === 'none') continue;
    const asked = { ward: dossier.ward, roles: next.roles };
    const key = JSON.stringify(asked);
    // One look for each set of roles, of which a ward has a handful.
    const among = known.get(key) ?? (await candidates(context.scope, context.db, asked));
    const chosen = byRule(rule, among);
    if (chosen) given.set(dossier.dossierId, chosen);
    known.set(
      key,
      among.map((one) =>
        one.accountId === chosen?.accountId
          ? { ...one, open: one.open + 1, lastAt: context.now().toISOString() + given.size }
          : one,
      ),
    );
  }
  return given;
}

/** An outcome as the API answers it, in the reader's language. */
export function outcomeType({ dossierId, rejection }: Outcome, locale: 'vi' | 'en') {
  return { dossierId, code: rejection?.code ?? null, refusal: rejection && errorText(locale, rejection) };
}
