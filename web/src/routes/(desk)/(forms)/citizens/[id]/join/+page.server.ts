import { send } from '#lib/api/client.server.ts';
import { JoinHouseholdDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { findForForm } from '#lib/forms/find.server.ts';
import { residenceInput } from '#lib/forms/residence-input.ts';
import { join } from '#lib/forms/schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import { loadLife } from '#lib/people/life.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const citizen = await loadLife(event);
  const permanent = citizen.residences.some(({ kind }) => kind === 'permanent');
  const form = await openForm(join, {
    kind: 'permanent',
    cause: permanent ? 'move' : 'arrival',
    since: today(),
    source: 'self_declared',
  });
  return { citizen, form };
};

export const actions: Actions = {
  find: (event) => findForForm(event, join, 'household'),
  join: (event) =>
    submitForm(event, join, async ({ commandId, householdId, ...residence }) => {
      await send(event, JoinHouseholdDocument, {
        meta: { commandId },
        input: { citizenId: event.params.id, householdId, ...residenceInput(residence) },
      });
      return `/citizens/${event.params.id}`;
    }),
};
