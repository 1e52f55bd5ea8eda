import { error } from '@sveltejs/kit';
import { found, read } from '#lib/api/client.server.ts';
import { PopulationDwellingsDocument, UnitPageDocument } from '#lib/api/generated.ts';
import { today } from '#lib/forms/today.server.ts';
import { pageSize } from '#lib/people/page-size.ts';
import { askedFor } from '../asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams;
  const unit = search.get('unit') ?? error(404, '');
  const { asOf, boundaries, knownAt, headcount } = askedFor(search, today());
  const after = search.get('after');
  const [{ unit: shown }, { populationDwellings: list, behind }] = await Promise.all([
    read(event, UnitPageDocument, { code: unit }),
    read(event, PopulationDwellingsDocument, { unit, asOf, boundaries, knownAt, after, first: pageSize }),
  ]);
  return { unit: found(shown), list, asked: { asOf, boundaries, knownAt, headcount }, behind };
};
