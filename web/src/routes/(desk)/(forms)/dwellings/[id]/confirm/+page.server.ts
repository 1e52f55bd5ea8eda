import { found, read, send } from '#lib/api/client.server.ts';
import { ConfirmDwellingDocument, DwellingFormDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { confirm } from '#lib/forms/household-schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { dwelling } = await read(event, DwellingFormDocument, { id: event.params.id });
  return { dwelling: found(dwelling), form: await openForm(confirm, { method: 'visit', occurredOn: today() }) };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, confirm, async ({ commandId, method, occurredOn, ...paper }) => {
      const dwellingId = event.params.id;
      const evidence = evidenceInput(paper);
      await send(event, ConfirmDwellingDocument, { meta: { commandId }, dwellingId, method, occurredOn, evidence });
      return `/dwellings/${dwellingId}`;
    }),
};
