import { found, read, send } from '#lib/api/client.server.ts';
import { DissolveHouseholdDocument, HouseholdFormDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { dissolve } from '#lib/forms/schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { household } = await read(event, HouseholdFormDocument, { id: event.params.id });
  return { household: found(household), form: await openForm(dissolve, { occurredOn: today() }) };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, dissolve, async ({ commandId, occurredOn, ...paper }) => {
      await send(event, DissolveHouseholdDocument, {
        meta: { commandId },
        householdId: event.params.id,
        occurredOn,
        evidence: evidenceInput(paper),
      });
      return `/households/${event.params.id}`;
    }),
};
