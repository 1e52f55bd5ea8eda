import { found, read } from '#lib/api/client.server.ts';
import { DwellingPageDocument } from '#lib/api/generated.ts';
import { today } from '#lib/forms/today.server.ts';
import { eventLabels } from '#lib/people/code-labels.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { dwelling, behind } = await read(event, DwellingPageDocument, { id: event.params.id });
  return {
    dwelling: found(dwelling),
    behind,
    commandId: crypto.randomUUID(),
    today: today(),
    codes: eventLabels(event.locals.locale),
  };
};
