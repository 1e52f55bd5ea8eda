import { found, read } from '#lib/api/client.server.ts';
import { DwellingListDocument, StreetsDocument, UnitPageDocument } from '#lib/api/generated.ts';
import { pageSize } from '#lib/people/page-size.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { code } = event.params;
  const street = event.url.searchParams.get('street');
  const after = event.url.searchParams.get('after');
  const { unit, behind } = await read(event, UnitPageDocument, { code });
  const shown = found(unit);
  if (shown.level !== 'neighbourhood' || shown.counts === null)
    return { unit: shown, behind, dwellings: null, streets: [], street };
  const [{ dwellings }, { streets }] = await Promise.all([
    read(event, DwellingListDocument, { unit: code, street: street || null, unplaced: false, after, first: pageSize }),
    read(event, StreetsDocument, { unit: code }),
  ]);
  return { unit: shown, behind, dwellings, streets, street };
};
