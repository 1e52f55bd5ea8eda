import { send } from '#lib/api/client.server.ts';
import { EndProcedureDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { today } from '#lib/forms/today.server.ts';
import { versionsOf } from '#lib/one-stop/publish.server.ts';
import { ending } from '#lib/one-stop/schemas.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { newest } = await versionsOf(event, event.params.id);
  return { newest, form: await openForm(ending, { occurredOn: today() }) };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, ending, async ({ commandId, reason, occurredOn }) => {
      const { id: procedureId } = event.params;
      await send(event, EndProcedureDocument, { meta: { commandId }, procedureId, reason, occurredOn });
      return `/admin/procedures/${procedureId}`;
    }),
};
