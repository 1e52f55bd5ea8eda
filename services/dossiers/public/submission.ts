import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { Party } from '@nocgia/schemas/events/dossier.ts';
import { phoneKey } from '@nocgia/schemas/text/phone.ts';
import type { Position } from '../../event-store/port.ts';
import { runCommand } from '../../event-store/run-command.ts';
import { submitDossier, type HandedIn } from '../dossier/intake.ts';
import { publicEnv, type PublicContext } from './context.ts';
import { dossierStream } from '../dossier/dossier-state.ts';
import { questionOf, refuseToken } from './form-token.ts';
import { lookupCode } from './lookup-code.ts';

/** Submissions from one address in an hour: from here on each answers a question, and beyond the other none is taken. */
const limits = { unasked: 5, most: 60 } as const;

/** What comes back with a form beside what was filled in. */
export interface Proof {
  token: string;
  answer: string | null;
  trap: string | null;
}

export type Submission = Omit<HandedIn, 'channel'> & { dossierId: string };

/**
 * Sends a dossier in for somebody without an account, unless a machine seems to: PUBLIC_TRAP, PUBLIC_FORM_UNKNOWN, PUBLIC_TOO_FAST,
 * PUBLIC_FORM_OLD, PUBLIC_LIMIT, PUBLIC_QUESTION, each with a way to go on; CONTACT_NEEDED where nothing could open its page later. A repeat
 * answers as the first time did and counts as nothing.
 */
export async function sendIn(
  context: PublicContext,
  meta: { commandId: string },
  input: Submission,
  proof: Proof,
): Promise<{ position: Position; dossierId: string }> {
  const { dossierId, procedureId } = input;
  if (proof.trap) throw new RejectionError({ code: 'PUBLIC_TRAP', params: { label: 'Website' } });
  const refused = refuseToken(context.publicHash, { dossierId, procedureId }, proof.token, { now: context.now() });
  if (refused) throw new RejectionError(refused);
  if (!hasPhone(input.submitter) && !hasPhone(input.owner))
    throw new RejectionError({ code: 'CONTACT_NEEDED', field: input.submitter ? 'submitter.phone' : 'owner.phone' });
  const counted = await countSending(context, proof);
  const command = { ...input, channel: 'online' as const };
  const decide = submitDossier(command, publicEnv(context));
  try {
    const { position, repeated } = await runCommand(context, meta, 'submitDossier', command, decide);
    if (repeated) await counted.takeBack();
    await context.dossierSent(dossierId);
    return { position, dossierId };
  } catch (error) {
    if (error instanceof RejectionError) await counted.takeBack();
    throw await sentBefore(context, dossierId, error);
  }
}

/** Whoever sends a dossier twice, by another command or changed meanwhile, is told that it is there, and its code: its id is theirs. */
async function sentBefore(context: PublicContext, dossierId: string, error: unknown): Promise<unknown> {
  const codes: readonly string[] = ['DOSSIER_SENT', 'COMMAND_MISMATCH'];
  if (!(error instanceof RejectionError) || !codes.includes(error.rejection.code)) return error;
  if ((await context.log.readStream(dossierStream(dossierId))).length === 0) return error;
  return new RejectionError({ code: 'DOSSIER_SENT' }, { lookupCode: lookupCode(dossierId) });
}

/** The last four digits of a phone are the second factor of the dossier's page. */
function hasPhone(party: Party | null): boolean {
  return party?.phone !== null && party?.phone !== undefined && phoneKey(party.phone).length >= 8;
}

/** Counts a submission of this address; throws PUBLIC_LIMIT or PUBLIC_QUESTION. */
async function countSending(context: PublicContext, { token, answer }: Proof): Promise<{ takeBack(): Promise<void> }> {
  const all = await context.countFromAddress('submit', limits.most);
  if (all.wait > 0) throw new RejectionError({ code: 'PUBLIC_LIMIT', params: { minutes: Math.ceil(all.wait / 60) } });
  const unasked = await context.countFromAddress('submit-unasked', limits.unasked);
  const takeBack = async () => {
    await all.takeBack();
    if (unasked.wait === 0) await unasked.takeBack();
  };
  if (unasked.wait === 0) return { takeBack };
  const question = questionOf(context.publicHash, token);
  if (answer?.trim() === String(question.sum)) return { takeBack };
  const text = question.text(context.scope.locale);
  throw new RejectionError(
    { code: 'PUBLIC_QUESTION', field: 'answer', params: { question: text } },
    { question: text },
  );
}
