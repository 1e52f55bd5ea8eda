import { found, read, send } from '#lib/api/client.server.ts';
import { CitizenResidencesDocument, RecordDeathDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { death } from '#lib/forms/schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { citizen } = await read(event, CitizenResidencesDocument, { id: event.params.id });
  return { citizen: found(citizen), form: await openForm(death, { occurredOn: today() }) };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, death, async ({ commandId, occurredOn }) => {
      await send(event, RecordDeathDocument, { meta: { commandId }, citizenId: event.params.id, occurredOn });
      return `/citizens/${event.params.id}`;
    }),
};
