import { redirect } from '@sveltejs/kit';
import { read } from '#lib/api/client.server.ts';
import { UnitsDocument } from '#lib/api/generated.ts';
import type { PageServerLoad } from './$types';

/** Who holds one unit goes straight to it; others choose among those in their scope. */
export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const unit = viewer.activePosition?.unit;
  if (unit && unit.level !== 'city') redirect(303, `/units/${unit.code}`);
  return read(event, UnitsDocument, { level: 'ward' });
};
