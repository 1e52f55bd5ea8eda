import { redirect } from '@sveltejs/kit';
import { matters } from '@nocgia/schemas/code-lists/matters.ts';
import { read } from '#lib/api/client.server.ts';
import { IntakeProceduresDocument } from '#lib/api/generated.ts';
import { isTheirs } from '#lib/dossiers/acts.ts';
import { may } from '#lib/frame/destinations.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const position = viewer.activePosition;
  if (!position || !may(viewer, 'takeInDossier')) redirect(303, '/dossiers');
  const asked = event.url.searchParams;
  const text = asked.get('text')?.trim() ?? '';
  const matter = matters.find(({ code }) => code === asked.get('matter'))?.code ?? null;
  const { procedures, oneStop } = await read(event, IntakeProceduresDocument, {
    ward: position.unit.code,
    text,
    matter,
  });
  return {
    text,
    matter,
    owner: asked.get('owner'),
    deskIsSet: oneStop?.settings !== null && oneStop?.settings !== undefined,
    // Those that the ward runs and that this position takes in; the others are shown to say where they belong.
    procedures: procedures.map((one) => ({
      ...one,
      taken: one.competence === 'ward' && isTheirs(one.steps[0], position.role),
    })),
  };
};
