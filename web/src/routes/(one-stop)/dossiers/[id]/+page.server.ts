import { found, read } from '#lib/api/client.server.ts';
import { DossierPageDocument } from '#lib/api/generated.ts';
import { actsOf } from '#lib/dossiers/acts.ts';
import { refusalOf } from '#lib/dossiers/refused.server.ts';
import { may } from '#lib/frame/destinations.ts';
import type { PageServerLoad } from './$types';

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
    // What another software has led is looked at, and nothing is done with it.
    acts: shown.past ? [] : actsOf(shown, actor),
    works,
    taken: event.url.searchParams.has('taken'),
    uploadId: crypto.randomUUID(),
    printing: works ? shown.printable.map((one) => ({ ...one, commandId: crypto.randomUUID() })) : [],
    refusal: refusalOf(event.url.searchParams, event.locals.locale),
    behind,
  };
};
