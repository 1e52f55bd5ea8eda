import { error } from '@sveltejs/kit';
import { found, read } from '#lib/api/client.server.ts';
import { PopulationDocument, UnitPageDocument, UnitsDocument } from '#lib/api/generated.ts';
import { today } from '#lib/forms/today.server.ts';
import { askedFor, periodOf } from './asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const unit = event.url.searchParams.get('unit') ?? viewer.activePosition?.unit.code ?? error(403, '');
  const now = today();
  const asked = askedFor(event.url.searchParams, now);
  const movementFrom = periodOf(asked);
  const [{ population, behind }, { units }, { unit: shown }] = await Promise.all([
    read(event, PopulationDocument, { unit, ...asked, movementFrom }),
    read(event, UnitsDocument, {}),
    read(event, UnitPageDocument, { code: unit }),
  ]);
  return { population, units, unit: found(shown), asked: { ...asked, movementFrom }, today: now, behind };
};
