import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { ShownField } from '@nocgia/schemas/settlement/asked-fields.ts';
import * as v from 'valibot';
import { ApiError, send } from '#lib/api/client.server.ts';
import {
  DropUploadDocument,
  PublicFormDocument,
  PublicUploadsDocument,
  SubmitDossierDocument,
  type PartyKind,
  type ReturnBy,
} from '#lib/api/generated.ts';
import { sendUpload } from '#lib/api/public-upload.server.ts';
import { requestKey } from '#lib/dossiers/request-key.ts';
import { readBirth } from '#lib/forms/read-birth.ts';
import { answerOf, firstWrong, wrongIn } from './check.server.ts';
import { steps, type SentFile, type Step, type Submission } from './submission.ts';

const isStep = (text: string): text is Step => steps.some((step) => step === text);
const sentFile = v.object({ fileId: v.pipe(v.string(), v.uuid()), paper: v.string(), name: v.string() });
const uuid = v.pipe(v.string(), v.uuid());

/** A form for a dossier that begins now, under ids of its own. */
export async function freshSubmission(event: RequestEvent, procedureId: string): Promise<Submission> {
  const dossierId = crypto.randomUUID();
  return {
    ...{ step: 'who', dossierId, commandId: crypto.randomUUID(), token: await tokenFor(event, procedureId, dossierId) },
    ...{ values: { kind: 'citizen', returnBy: 'desk' }, files: [], errors: {}, failure: null, question: null },
  };
}

async function tokenFor(event: RequestEvent, procedureId: string, dossierId: string): Promise<string> {
  return (await send(event, PublicFormDocument, { procedureId, dossierId })).publicForm.token;
}

/** What came back with a post; ids that are none are made anew. */
function posted(data: FormData): Submission & { go: string; photos: [string, File][] } {
  const values: Record<string, string> = {};
  const files: SentFile[] = [];
  const photos: [string, File][] = [];
  for (const [name, value] of data) {
    if (typeof value !== 'string') {
      if (value.size > 0 && name.startsWith('file-')) photos.push([name.slice('file-'.length), value]);
    } else if (name === 'upload') {
      const file = v.safeParse(v.pipe(v.string(), v.parseJson(), sentFile), value);
      if (file.success) files.push({ ...file.output, state: 'waiting', reason: null });
    } else values[name] = value;
  }
  const { go = 'next', step = '', dossierId = '', commandId = '', token = '', ...rest } = values;
  const idOf = (text: string): string => (v.is(uuid, text) ? text : crypto.randomUUID());
  return {
    ...{ go, photos, step: isStep(step) ? step : 'who', dossierId: idOf(dossierId), commandId: idOf(commandId), token },
    ...{ values: rest, files, errors: {}, failure: null, question: null },
  };
}

/** Sends a photo on, which becomes a file of the form. */
async function forward(event: RequestEvent, to: Submission & { procedureId: string }, paper: string, file: File) {
  const { dossierId, token, procedureId } = to;
  const fileId = await sendUpload(event, { dossierId, token, procedureId, paper }, file);
  return { fileId, paper, name: file.name, state: 'waiting' as const, reason: null };
}

/** What became of the files that were sent ahead; those that nobody knows any more are left out. */
async function withStates(event: RequestEvent, now: Submission, procedureId: string): Promise<SentFile[]> {
  if (now.files.length === 0) return [];
  const { publicUploads } = await send(event, PublicUploadsDocument, { ...now, procedureId });
  return now.files.flatMap((file) => {
    const known = publicUploads.find((one) => one.fileId === file.fileId);
    return known ? [{ ...file, state: known.state, reason: known.reason }] : [];
  });
}

/** Codes after which the form needs another token, and can then go on as it is. */
const renewing: readonly string[] = ['PUBLIC_FORM_OLD', 'PUBLIC_FORM_UNKNOWN', 'UPLOAD_TOKEN'];

/** One post of the form: a step on or back, a photo added or taken out, or all of it sent. Answers the form as it stands then. */
export async function submission(
  event: RequestEvent,
  { procedureId, asked }: { procedureId: string; asked: readonly ShownField[] },
): Promise<Submission> {
  const { go, photos, ...now } = posted(await event.request.formData());
  try {
    for (const [paper, file] of photos) now.files.push(await forward(event, { ...now, procedureId }, paper, file));
    if (go.startsWith('drop:')) {
      const fileId = go.slice('drop:'.length);
      await send(event, DropUploadDocument, { ...now, procedureId, fileId });
      now.files = now.files.filter((file) => file.fileId !== fileId);
    }
    now.files = await withStates(event, now, procedureId);
    if (go === 'send') return await sendIn(event, now, { procedureId, asked });
    return { ...now, ...stepAfter(go, now, asked) };
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    return refusedAs(event, now, cause, procedureId);
  }
}

function stepAfter(go: string, { step, values }: Submission, asked: readonly ShownField[]): Partial<Submission> {
  const at = steps.indexOf(step);
  const to = go.startsWith('to:') ? go.slice('to:'.length) : '';
  if (isStep(to)) return { step: to };
  if (go === 'back') return { step: steps[Math.max(0, at - 1)] ?? step };
  if (go !== 'next') return {};
  const errors = wrongIn(step, values, asked);
  return Object.keys(errors).length > 0 ? { errors } : { step: steps[at + 1] ?? step };
}

async function sendIn(
  event: RequestEvent,
  now: Submission,
  { procedureId, asked }: { procedureId: string; asked: readonly ShownField[] },
): Promise<Submission> {
  const wrong = firstWrong(now.values, asked);
  if (wrong) return { ...now, ...wrong };
  const { values, dossierId, token } = now;
  const said = (name: string): string | null => values[name]?.normalize('NFC').trim() || null;
  const digits = (name: string): string | null => said(name)?.replace(/\s/g, '') ?? null;
  const answers = [
    ...asked.map((field) => ({ key: field.key, value: answerOf(field, values) })),
    { key: requestKey, value: said('request') ?? '' },
  ].filter(({ value }) => value !== '');
  const { submitDossier } = await send(event, SubmitDossierDocument, {
    meta: { commandId: now.commandId },
    input: {
      ...{ dossierId, procedureId, token, answers, answer: said('answer'), trap: said('website') },
      // Without an address there is nowhere to write to.
      mailNotices: Boolean(values.mailNotices) && said('email') !== null,
      // The check above has found it among the list.
      returnBy: values.returnBy as ReturnBy,
      owner: {
        kind: values.kind as PartyKind,
        name: said('name') ?? '',
        ...{ nationalId: digits('nationalId'), phone: said('phone'), email: said('email'), address: said('address') },
        birth: readBirth(values.birth ?? '') || null,
      },
      submitter: values.another
        ? {
            ...{ kind: 'citizen', name: said('submitterName') ?? '' },
            ...{ nationalId: digits('submitterId'), phone: said('submitterPhone') },
          }
        : null,
    },
  });
  redirect(303, `/services/sent?code=${submitDossier.lookupCode}&procedure=${procedureId}`);
}

/** A refusal in words, with what is needed to go on: another token, or the question that was asked. */
async function refusedAs(
  event: RequestEvent,
  now: Submission,
  cause: ApiError,
  procedureId: string,
): Promise<Submission> {
  const { lookupCode, question } = cause.extensions;
  if (cause.code === 'DOSSIER_SENT' && typeof lookupCode === 'string')
    redirect(303, `/services/sent?code=${lookupCode}&procedure=${procedureId}&again`);
  const token = renewing.includes(cause.code)
    ? await tokenFor(event, procedureId, now.dossierId).catch(() => now.token)
    : now.token;
  return { ...now, token, failure: cause.message, question: typeof question === 'string' ? question : null };
}
