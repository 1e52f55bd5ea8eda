import { found, read } from '#lib/api/client.server.ts';
import { HouseholdListDocument, UnitPageDocument } from '#lib/api/generated.ts';
import { pageSize } from '#lib/people/page-size.ts';
import type { PageServerLoad } from './$types';

/** Without a head, or with a status today, as the unit's page counts them. */
const shown = ['headless', 'poor', 'near_poor'] as const;

export const load: PageServerLoad = async (event) => {
  const { code } = event.params;
  const after = event.url.searchParams.get('after');
  const show = shown.find((one) => one === event.url.searchParams.get('show')) ?? null;
  const withoutHead = show === 'headless';
  const status = show === null || withoutHead ? null : show;
  const [{ unit }, { households, behind }] = await Promise.all([
    read(event, UnitPageDocument, { code }),
    read(event, HouseholdListDocument, { unit: code, withoutHead, status, after, first: pageSize }),
  ]);
  return { unit: found(unit), households, show, behind };
};
