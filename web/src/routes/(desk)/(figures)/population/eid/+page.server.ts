import { error } from '@sveltejs/kit';
import { found, read } from '#lib/api/client.server.ts';
import { EidFiguresDocument, UnitPageDocument, UnitsDocument } from '#lib/api/generated.ts';
import { today } from '#lib/forms/today.server.ts';
import { askedFor } from '../asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const unit = event.url.searchParams.get('unit') ?? viewer.activePosition?.unit.code ?? error(403, '');
  const { movementFrom: _, ...asked } = askedFor(event.url.searchParams, today());
  const [{ eidFigures, behind }, { units }, { unit: shown }] = await Promise.all([
    read(event, EidFiguresDocument, { unit, ...asked }),
    read(event, UnitsDocument, {}),
    read(event, UnitPageDocument, { code: unit }),
  ]);
  return { eid: eidFigures, units, unit: found(shown), asked, behind };
};
