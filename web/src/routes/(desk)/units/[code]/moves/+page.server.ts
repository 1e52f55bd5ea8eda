import { found, read } from '#lib/api/client.server.ts';
import { UnitPageDocument, UnmatchedMovesDocument } from '#lib/api/generated.ts';
import { pageSize } from '#lib/people/page-size.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { code } = event.params;
  const { searchParams } = event.url;
  const side = searchParams.get('side') === 'arrival' ? 'arrival' : 'departure';
  const [{ unit }, { unmatchedMoves: moves, behind }] = await Promise.all([
    read(event, UnitPageDocument, { code }),
    read(event, UnmatchedMovesDocument, { ward: code, side, after: searchParams.get('after'), first: pageSize }),
  ]);
  return { unit: found(unit), side, moves, behind };
};
