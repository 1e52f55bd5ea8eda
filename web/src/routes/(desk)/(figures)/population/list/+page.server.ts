import { error } from '@sveltejs/kit';
import { found, read } from '#lib/api/client.server.ts';
import { PopulationListDocument, UnitPageDocument } from '#lib/api/generated.ts';
import { today } from '#lib/forms/today.server.ts';
import { pageSize } from '#lib/people/page-size.ts';
import { askedFor, filterOf, periodOf } from '../asked.ts';
import { filterWords } from './filter-words.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams;
  const code = search.get('unit') ?? error(404, '');
  const { knownOn: _, ...asked } = askedFor(search, today());
  const filter = filterOf(search);
  const movementFrom = filter.cause ? periodOf(asked) : null;
  const [{ unit }, { populationList, behind }] = await Promise.all([
    read(event, UnitPageDocument, { code }),
    read(event, PopulationListDocument, {
      unit: code,
      ...asked,
      movementFrom,
      filter,
      after: search.get('after'),
      first: pageSize,
    }),
  ]);
  const words = filterWords(filter, event.locals.locale);
  return { unit: found(unit), list: populationList, asked: { ...asked, movementFrom }, filter, words, behind };
};
