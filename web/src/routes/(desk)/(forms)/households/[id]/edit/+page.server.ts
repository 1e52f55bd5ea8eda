import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import { ChangeHouseholdDocument, HouseholdFormDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { householdEdit } from '#lib/forms/schemas.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const current = async (event: RequestEvent) =>
  found((await read(event, HouseholdFormDocument, { id: event.params.id })).household);

export const load: PageServerLoad = async (event) => {
  const household = await current(event);
  const { number, phone, note, version } = household;
  return {
    household,
    form: await openForm(householdEdit, { number: number ?? '', phone: phone ?? '', note: note ?? '', version }),
  };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, householdEdit, async ({ commandId, number, phone, note, version }, form) => {
      const given = { number: number || null, phone: phone || null, note: note || null };
      try {
        await send(event, ChangeHouseholdDocument, {
          meta: { commandId },
          householdId: event.params.id,
          expectedVersion: version,
          ...given,
        });
      } catch (cause) {
        // Somebody was faster: what stands now is shown beside what was typed, and the next save is against that.
        if (cause instanceof ApiError && cause.code === 'CONFLICT') form.data.version = (await current(event)).version;
        throw cause;
      }
      return `/households/${event.params.id}`;
    }),
};
