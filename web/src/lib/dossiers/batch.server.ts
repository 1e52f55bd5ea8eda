import { fail, type RequestEvent } from '@sveltejs/kit';
import { ApiError, send } from '#lib/api/client.server.ts';
import { WorkOnDossiersDocument, type DossierBatchAct, type ReturnBy } from '#lib/api/generated.ts';

const acts: readonly DossierBatchAct[] = ['hand_on', 'approve', 'assign', 'return'];
const ways: readonly ReturnBy[] = ['desk', 'post', 'online'];

/** The dossiers that were ticked, each with the version that the page showed (`<id>:<version>`). */
function chosen(posted: FormData): { dossierId: string; expectedVersion: number }[] {
  return posted.getAll('on').flatMap((value) => {
    const found = typeof value === 'string' ? /^([0-9a-f-]{36}):(\d{1,9})$/.exec(value) : null;
    return found ? [{ dossierId: found[1] ?? '', expectedVersion: Number(found[2]) }] : [];
  });
}

/** More than can be printed of one dossier at a time. */
const PAPERS = 12;

const text = (posted: FormData, name: string): string => String(posted.get(name) ?? '').trim();

/** One act on the dossiers that were ticked; answers what became of each. Printing changes nothing yet: each paper is then its own click. */
export async function workOnChosen(event: RequestEvent) {
  const posted = await event.request.formData();
  const on = chosen(posted);
  const nothing = { outcomes: null, print: null, message: null, printIds: [] };
  /** A command id for each paper that a dossier may have. */
  const printIds = on.map(() => Array.from({ length: PAPERS }, () => crypto.randomUUID()));
  if (on.length === 0 || on.length > 50) return fail(400, { ...nothing, message: 'none' });
  if (text(posted, 'act') === 'print') return { ...nothing, print: on.map(({ dossierId }) => dossierId), printIds };
  const act = acts.find((one) => one === text(posted, 'act'));
  if (!act) return fail(400, { ...nothing, message: 'none' });
  try {
    const { workOnDossiers } = await send(event, WorkOnDossiersDocument, {
      ...{ meta: { commandId: text(posted, 'commandId') }, on, act },
      note: text(posted, act === 'return' ? 'reference' : 'note') || null,
      accountId: text(posted, 'accountId') || null,
      by: ways.find((one) => one === text(posted, 'by')) ?? null,
    });
    const outcomes = workOnDossiers.outcomes.map(({ dossierId, refusal, dossier }) => ({
      ...{ id: dossierId, refusal, code: dossier?.code ?? null, name: dossier?.owner?.name ?? null },
      // What has not been done has nothing new to print.
      printable: refusal === null ? (dossier?.printable ?? []) : [],
    }));
    return { ...nothing, outcomes, printIds };
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    return fail(400, { ...nothing, message: cause.message });
  }
}
