import { found, read } from '#lib/api/client.server.ts';
import { DuplicatesDocument, UnitPageDocument } from '#lib/api/generated.ts';
import { codeLabels } from '#lib/people/code-labels.server.ts';
import type { PageServerLoad } from './$types';

const PAIRS = 10;

export const load: PageServerLoad = async (event) => {
  const { code } = event.params;
  const after = event.url.searchParams.get('after');
  const [{ unit }, { duplicates }] = await Promise.all([
    read(event, UnitPageDocument, { code }),
    read(event, DuplicatesDocument, { unit: code, after, first: PAIRS }),
  ]);
  return { unit: found(unit), duplicates, codes: codeLabels(event.locals.locale) };
};
