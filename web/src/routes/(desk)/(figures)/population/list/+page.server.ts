import { error } from '@sveltejs/kit';
import { found, read } from '#lib/api/client.server.ts';
import { PopulationListDocument, UnitPageDocument } from '#lib/api/generated.ts';
import { today } from '#lib/forms/today.server.ts';
import { pageSize } from '#lib/people/page-size.ts';
import { askedFor } from '../asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const code = event.url.searchParams.get('unit') ?? error(404, '');
  const { asOf, headcount, knownAt, sex } = askedFor(event.url.searchParams, today());
  const after = event.url.searchParams.get('after');
  const [{ unit }, { populationList, behind }] = await Promise.all([
    read(event, UnitPageDocument, { code }),
    read(event, PopulationListDocument, { unit: code, asOf, headcount, knownAt, boundaries: 'then', filter: { sex }, after, first: pageSize }),
  ]);
  return { unit: found(unit), list: populationList, asOf, headcount, sex, behind };
};
