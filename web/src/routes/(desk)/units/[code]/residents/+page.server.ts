import { found, read } from '#lib/api/client.server.ts';
import { ResidentListDocument, UnitPageDocument } from '#lib/api/generated.ts';
import { pageSize } from '#lib/people/page-size.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { code } = event.params;
  const after = event.url.searchParams.get('after');
  const [{ unit }, { citizens, behind }] = await Promise.all([
    read(event, UnitPageDocument, { code }),
    read(event, ResidentListDocument, { unit: code, after, first: pageSize }),
  ]);
  return { unit: found(unit), citizens, behind };
};
