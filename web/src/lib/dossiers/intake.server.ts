import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import {
  IntakeOwnerDocument,
  IntakeProcedureDocument,
  LikelySameDossiersDocument,
  TakeInDossierDocument,
  type CheckedPaperInput,
  type FromRegister,
  type IntakeOwnerQuery,
  type IntakeProcedureQuery,
} from '#lib/api/generated.ts';
import { refused } from '#lib/forms/command.server.ts';
import { askedFrom } from './asked-answers.server.ts';
import { firstOnes } from './first.server.ts';
import { filesIn, handOver } from './handed-files.ts';
import { senderFor } from './handed-files.server.ts';
import { intake } from './intake-schema.ts';
import { requestKey } from './request-key.ts';

type Owner = NonNullable<IntakeOwnerQuery['citizen']>;
type Procedure = NonNullable<IntakeProcedureQuery['procedure']>;

/** A procedure as it is taken today; its absence is the page's 404. */
export async function intakeProcedure(event: RequestEvent, id: string): Promise<Procedure> {
  return found((await read(event, IntakeProcedureDocument, { id })).procedure);
}

/** Somebody of the register, with which of the papers that procedures ask for the ward holds already. */
export async function registerOwner(
  event: RequestEvent,
  id: string | null,
): Promise<{ owner: Owner; held: FromRegister[] } | null> {
  if (!id) return null;
  const { citizen } = await read(event, IntakeOwnerDocument, { id });
  return citizen ? { owner: citizen, held: heldOf(citizen) } : null;
}

function heldOf({ nationalId, maritalStatus, residences }: Owner): FromRegister[] {
  const known: Record<FromRegister, boolean> = {
    identity: nationalId !== null,
    residence: residences.length > 0,
    marital_status: maritalStatus !== null,
    household: residences.length > 0,
    poverty_status: residences.some(({ household }) => household.statuses.some(({ holds }) => holds)),
  };
  return (Object.keys(known) as FromRegister[]).filter((one) => known[one]);
}

/** What the register says of the owner, for the fields of the form; what is masked for this reader is left to be asked. */
export function ownerFields({ fullName, birth, nationalId, phone, email, masked, residences }: Owner) {
  const open = (field: string, value: string | null): string => (masked.includes(field) ? '' : (value ?? ''));
  const dwelling = residences[0]?.household.dwelling;
  return {
    kind: 'citizen' as const,
    name: fullName,
    nationalId: open('nationalId', nationalId),
    birth: open('birth', birth),
    phone: open('phone', phone),
    email: open('email', email),
    address: dwelling
      ? [dwelling.address, dwelling.neighbourhood?.name, dwelling.ward.name].filter(Boolean).join(', ')
      : '',
  };
}

/** How many of each paper were handed in, as the form's fields `copies-<key>` say. */
function copiesOf(posted: FormData): Record<string, number> {
  return Object.fromEntries(
    [...posted].flatMap(([name, value]) => {
      const copies = name.startsWith('copies-') ? Number(value) : Number.NaN;
      return Number.isInteger(copies) && copies >= 1 && copies <= 20 ? [[name.slice('copies-'.length), copies]] : [];
    }),
  );
}

/** The papers of the procedure as they were checked off: brought, held by the register, or still to come where they must. */
function checkedPapers(
  procedure: Procedure,
  held: readonly FromRegister[],
  brought: readonly string[],
  copies: Readonly<Record<string, number>>,
): CheckedPaperInput[] {
  return procedure.papers.flatMap(({ key, name, form, copies: asked, required, fromRegister }): CheckedPaperInput[] => {
    const paper = { key, name, form, copies: copies[key] ?? asked };
    if (brought.includes(key)) return [{ ...paper, source: 'brought' }];
    if (fromRegister !== null && held.includes(fromRegister)) return [{ ...paper, source: 'register' }];
    return required ? [{ ...paper, source: 'later' }] : [];
  });
}

/**
 * One post of the intake form. Dossiers of the same matter and owner are shown first; then the dossier is taken in and its page opens.
 * `submission`: the dossier that was sent in from home, with what was answered there.
 */
export async function takeIn(
  event: RequestEvent,
  procedureId: string,
  submission: { id: string; answers: readonly { key: string; value: string }[] } | null = null,
) {
  const posted = await event.request.formData();
  const copies = copiesOf(posted);
  const form = await superValidate(posted, intake);
  const page = await intakeProcedure(event, procedureId);
  const told = askedFrom(page, event.locals.locale, posted);
  const again = { form, copies, asked: told, same: [], first: [] };
  if (!form.valid || Object.keys(told.wrong).length > 0) {
    for (const [key, codes] of Object.entries(told.wrong)) Object.assign(form.errors, { [`answer-${key}`]: codes });
    return fail(400, again);
  }
  const { data } = form;
  const files = filesIn(posted);
  // What was scanned was brought.
  const brought = new Set([...data.papers, ...files.map(({ paper }) => paper)]);
  let dossierId: string;
  try {
    const known = await registerOwner(event, data.ownerId || null);
    const asked = { procedureId, ownerId: data.ownerId || null, nationalId: data.nationalId || null };
    if (!data.compared && (asked.ownerId || asked.nationalId)) {
      const { likelySameDossiers } = await send(event, LikelySameDossiersDocument, asked);
      const same = likelySameDossiers.filter(({ id }) => id !== submission?.id);
      if (same.length > 0) return fail(409, { ...again, same });
    }
    const party = (name: string, nationalId: string, phone: string, address: string) => ({
      ...{ name, nationalId: nationalId || null, phone: phone || null, address: address || null },
    });
    const { takeInDossier } = await send(event, TakeInDossierDocument, {
      meta: { commandId: data.commandId },
      input: {
        procedureId,
        submission: submission && { dossierId: submission.id, expectedVersion: data.version },
        channel: data.channel,
        returnBy: data.returnBy,
        owner: {
          kind: data.kind,
          ...party(data.name, data.nationalId, data.phone, data.address),
          birth: data.birth || null,
          email: data.email || null,
        },
        ownerId: asked.ownerId,
        submitter: data.submitterName
          ? {
              kind: 'citizen',
              ...party(data.submitterName, data.submitterId, data.submitterPhone, data.submitterAddress),
            }
          : null,
        answers: [
          ...(submission?.answers ?? []).filter(({ key }) => key !== requestKey && !(key in told.values)),
          ...Object.entries(told.values).flatMap(([key, value]) => (value ? [{ key, value }] : [])),
          ...(data.request ? [{ key: requestKey, value: data.request }] : []),
        ],
        papers: checkedPapers(page, known?.held ?? [], [...brought], copies),
        receivedAt: data.receivedOn ? instantOf(data.receivedOn, data.receivedTime) : null,
        ...{ handOn: data.handOn, mailNotices: data.mailNotices },
      },
    });
    dossierId = takeInDossier.dossierId;
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    const first = await firstOnes(cause, event.locals.locale);
    if (first) Object.assign(form.data, { version: data.version + first.length });
    else refused(form, cause);
    return fail(first ? 409 : 400, { ...again, first: first ?? [] });
  }
  const to = { to: `/dossiers/${dossierId}?taken`, commandId: data.commandId };
  redirect(303, await handOver(files, to, senderFor(event)));
}

/** A day and a time in Vietnam (07:30 when none was said) as an instant. */
function instantOf(day: string, time: string): string {
  return new Date(`${day}T${time || '07:30'}:00+07:00`).toISOString();
}

/** What the owner asked for, of the answers that came with a dossier. */
export function requestOf(answers: readonly { key: string; value: string }[]): string {
  return answers.find(({ key }) => key === requestKey)?.value ?? '';
}
