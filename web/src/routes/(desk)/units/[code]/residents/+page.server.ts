import { found, read } from '#lib/api/client.server.ts';
import { ResidentListDocument, UnitPageDocument } from '#lib/api/generated.ts';
import { pageSize } from '#lib/people/page-size.ts';
import type { PageServerLoad } from './$types';

/** Temporary residences that have run out, or soon will. */
const stays = ['expired', 'expiring'] as const;

export const load: PageServerLoad = async (event) => {
  const { code } = event.params;
  const after = event.url.searchParams.get('after');
  const stay = stays.find((one) => one === event.url.searchParams.get('show')) ?? null;
  const [{ unit }, { citizens, behind }] = await Promise.all([
    read(event, UnitPageDocument, { code }),
    read(event, ResidentListDocument, { unit: code, stay, after, first: pageSize }),
  ]);
  return { unit: found(unit), citizens, stay, behind };
};
