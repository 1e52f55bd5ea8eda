import { found, read } from '#lib/api/client.server.ts';
import { FormerResidentDocument } from '#lib/api/generated.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { formerResident, behind } = await read(event, FormerResidentDocument, { id: event.params.id });
  return { former: found(formerResident), behind };
};
