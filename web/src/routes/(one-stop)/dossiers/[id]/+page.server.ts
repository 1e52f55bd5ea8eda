import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import { CancelSigningDocument, DossierPageDocument, SetDossierNoticesDocument } from '#lib/api/generated.ts';
import { actsOf } from '#lib/dossiers/acts.ts';
import { refusalOf } from '#lib/dossiers/refused.server.ts';
import { shownAnswers } from '#lib/dossiers/shown-answers.ts';
import { may } from '#lib/frame/destinations.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const { dossier, behind } = await read(event, DossierPageDocument, { id: event.params.id });
  const shown = found(dossier);
  const actor = {
    role: viewer.activePosition?.role ?? null,
    accountId: viewer.accountId,
    writes: may(viewer, 'handOnDossier'),
  };
  const works = actor.writes && !shown.past;
  return {
    dossier: shown,
    answers: shownAnswers(shown.procedure.settlement, shown.answers, event.locals.locale),
    // What another software has led is looked at, and nothing is done with it.
    acts: shown.past ? [] : actsOf(shown, actor),
    works,
    taken: event.url.searchParams.has('taken'),
    left: Number(event.url.searchParams.get('left')) || 0,
    uploadId: crypto.randomUUID(),
    printing: works ? shown.printable.map((one) => ({ ...one, commandId: crypto.randomUUID() })) : [],
    noticesId: crypto.randomUUID(),
    refusal: refusalOf(event.url.searchParams, event.locals.locale),
    behind,
  };
};

/** Does what a small form of the page asks, and goes back to the page, with the code of a refusal. */
async function small(event: RequestEvent<{ id: string }>, act: (posted: FormData) => Promise<unknown>) {
  const posted = await event.request.formData();
  let refused = '';
  try {
    await act(posted);
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    refused = `?refused=${cause.code}`;
  }
  redirect(303, `/dossiers/${event.params.id}${refused}`);
}

const said = (posted: FormData, name: string): string => {
  const value = posted.get(name);
  return typeof value === 'string' ? value : '';
};

export const actions: Actions = {
  cancelSigning: (event) =>
    small(event, (posted) =>
      send(event, CancelSigningDocument, { dossierId: event.params.id, signingId: said(posted, 'signingId') }),
    ),
  notices: (event) =>
    small(event, (posted) =>
      send(event, SetDossierNoticesDocument, {
        meta: { commandId: said(posted, 'commandId') },
        on: { dossierId: event.params.id, expectedVersion: Number(said(posted, 'version')) || 0 },
        mail: said(posted, 'mail') === 'on',
      }),
    ),
};
