import { error } from '@sveltejs/kit';
import { found, read } from '#lib/api/client.server.ts';
import { PopulationHouseholdsDocument, UnitPageDocument } from '#lib/api/generated.ts';
import { today } from '#lib/forms/today.server.ts';
import { pageSize } from '#lib/people/page-size.ts';
import { askedFor, filterOf } from '../asked.ts';
import { filterWords } from '../list/filter-words.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams;
  const unit = search.get('unit') ?? error(404, '');
  const { asOf, boundaries, knownAt, headcount } = askedFor(search, today());
  const after = search.get('after');
  const status = filterOf(new URLSearchParams({ householdStatus: search.get('status') ?? '' })).householdStatus;
  const { ageFrom, ageTo, ethnicity, unplaced } = filterOf(search);
  const eid = (['any', 'some', 'all'] as const).find((each) => each === search.get('eid')) ?? null;
  const among = eid ? { ageFrom, ageTo, ethnicity, unplaced } : null;
  const [{ unit: shown }, { populationHouseholds: list, behind }] = await Promise.all([
    read(event, UnitPageDocument, { code: unit }),
    read(event, PopulationHouseholdsDocument, {
      unit,
      asOf,
      knownAt,
      headcount,
      boundaries,
      status,
      eid,
      among,
      after,
      first: pageSize,
    }),
  ]);
  return {
    unit: found(shown),
    list,
    asked: { asOf, boundaries, knownAt, headcount },
    status,
    eid,
    among,
    words: filterWords({ householdStatus: status, ethnicity: among?.ethnicity ?? null }, event.locals.locale),
    behind,
  };
};
