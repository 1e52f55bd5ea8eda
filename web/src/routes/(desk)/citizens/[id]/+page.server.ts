import { redirect } from '@sveltejs/kit';
import { found, read } from '#lib/api/client.server.ts';
import { CitizenPageDocument, FormerResidentDocument, WhoLookedDocument } from '#lib/api/generated.ts';
import { codeLabels } from '#lib/people/code-labels.server.ts';
import { today } from '#lib/forms/today.server.ts';
import { may } from '#lib/frame/destinations.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const { viewer } = await event.parent();
  const { citizen, behind } = await read(event, CitizenPageDocument, { id });
  // Whoever lives elsewhere now is still a name and a day to the unit they left.
  if (!citizen && (await read(event, FormerResidentDocument, { id })).formerResident)
    redirect(303, `/citizens/${id}/former`);
  const shown = found(citizen);
  // The record was found to be of somebody else: the address of that person is the one to keep.
  if (shown.id !== id) redirect(303, `/citizens/${shown.id}`);
  const mayAsk =
    viewer.rights.some(({ group, right }) => group === 'accessLog' && right !== 'none') && may(viewer, 'whoLooked');
  const looked = mayAsk
    ? (await read(event, WhoLookedDocument, { citizenId: id, after: null, first: 8 })).whoLooked
    : null;
  return { citizen: shown, looked, today: today(), codes: codeLabels(event.locals.locale), behind };
};
