import { error } from '@sveltejs/kit';
import { found, read } from '#lib/api/client.server.ts';
import { PopulationDocument, UnitPageDocument, UnitsDocument } from '#lib/api/generated.ts';
import { today } from '#lib/forms/today.server.ts';
import { askedFor } from './asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const unit = event.url.searchParams.get('unit') ?? viewer.activePosition?.unit.code ?? error(403, '');
  const now = today();
  const { sex: _, ...asked } = askedFor(event.url.searchParams, now);
  // The first day of the year, unless asked otherwise: the movement is half of what a figure says.
  const movementFrom = asked.movementFrom ?? `${asked.asOf.slice(0, 4)}-01-01`;
  const [{ population, behind }, { units }, { unit: shown }] = await Promise.all([
    read(event, PopulationDocument, { unit, ...asked, movementFrom }),
    read(event, UnitsDocument, {}),
    read(event, UnitPageDocument, { code: unit }),
  ]);
  return { population, units, unit: found(shown), asked: { ...asked, movementFrom }, today: now, behind };
};
