import { found, read } from '#lib/api/client.server.ts';
import { CitizenPageDocument, WhoLookedDocument } from '#lib/api/generated.ts';
import { codeLabels } from '#lib/people/code-labels.server.ts';
import { may } from '#lib/frame/destinations.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const { viewer } = await event.parent();
  const { citizen, behind } = await read(event, CitizenPageDocument, { id });
  const shown = found(citizen);
  const mayAsk =
    viewer.rights.some(({ group, right }) => group === 'accessLog' && right !== 'none') && may(viewer, 'whoLooked');
  const looked = mayAsk
    ? (await read(event, WhoLookedDocument, { citizenId: id, after: null, first: 8 })).whoLooked
    : null;
  return { citizen: shown, looked, codes: codeLabels(event.locals.locale), behind };
};
