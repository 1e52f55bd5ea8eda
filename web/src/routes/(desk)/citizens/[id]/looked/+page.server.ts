import { found, read } from '#lib/api/client.server.ts';
import { CitizenFormDocument, WhoLookedDocument } from '#lib/api/generated.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const [{ citizen }, { whoLooked }] = await Promise.all([
    read(event, CitizenFormDocument, { id }),
    read(event, WhoLookedDocument, { citizenId: id, after: event.url.searchParams.get('after'), first: 50 }),
  ]);
  return { citizen: found(citizen), looked: whoLooked };
};
