import { found, read } from '#lib/api/client.server.ts';
import { HouseholdListDocument, UnitPageDocument } from '#lib/api/generated.ts';
import { pageSize } from '#lib/people/page-size.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { code } = event.params;
  const after = event.url.searchParams.get('after');
  const withoutHead = event.url.searchParams.get('show') === 'headless';
  const [{ unit }, { households, behind }] = await Promise.all([
    read(event, UnitPageDocument, { code }),
    read(event, HouseholdListDocument, { unit: code, withoutHead, after, first: pageSize }),
  ]);
  return { unit: found(unit), households, withoutHead, behind };
};
