import { redirect } from '@sveltejs/kit';
import { send } from '#lib/api/client.server.ts';
import { SearchDocument } from '#lib/api/generated.ts';
import { intakeProcedure } from '#lib/dossiers/intake.server.ts';
import { may } from '#lib/frame/destinations.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  if (!may(viewer, 'takeInDossier')) redirect(303, '/dossiers');
  return { procedure: await intakeProcedure(event, event.params.procedure) };
};

export const actions: Actions = {
  // Posted, so that nobody's name or number stands in an address.
  default: async (event) => {
    const find = String((await event.request.formData()).get('find') ?? '').slice(0, 200);
    if (find.trim() === '') return { find, hits: undefined };
    const { search } = await send(event, SearchDocument, { text: find, first: 30 });
    return { find, hits: search.hits.filter(({ kind }) => kind === 'citizen') };
  },
};
