import { found, read } from '#lib/api/client.server.ts';
import { HouseholdPageDocument } from '#lib/api/generated.ts';
import { today } from '#lib/forms/today.server.ts';
import { eventLabels } from '#lib/people/code-labels.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { household, behind } = await read(event, HouseholdPageDocument, { id: event.params.id });
  return { household: found(household), behind, today: today(), codes: eventLabels(event.locals.locale) };
};
