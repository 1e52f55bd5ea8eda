import { found, read, send } from '#lib/api/client.server.ts';
import { HouseholdFormDocument, JoinHouseholdDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { findForForm } from '#lib/forms/find.server.ts';
import { residenceInput } from '#lib/forms/residence-input.ts';
import { joinMember } from '#lib/forms/schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const household = found((await read(event, HouseholdFormDocument, { id: event.params.id })).household);
  const relation = household.head ? '' : 'head';
  return {
    household,
    form: await openForm(joinMember, {
      relation,
      kind: 'permanent',
      cause: 'move',
      since: today(),
      source: 'self_declared',
    }),
  };
};

export const actions: Actions = {
  find: (event) => findForForm(event, joinMember, 'citizen'),
  join: (event) =>
    submitForm(event, joinMember, async ({ commandId, citizenId, ...residence }) => {
      await send(event, JoinHouseholdDocument, {
        meta: { commandId },
        input: { citizenId, householdId: event.params.id, ...residenceInput(residence) },
      });
      return `/households/${event.params.id}`;
    }),
};
