import { error } from '@sveltejs/kit';
import { found, read, send } from '#lib/api/client.server.ts';
import { CitizenResidencesDocument, LeaveHouseholdDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { leave } from '#lib/forms/schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const citizen = found((await read(event, CitizenResidencesDocument, { id: event.params.id })).citizen);
  const id = event.url.searchParams.get('id');
  const residence = citizen.residences.find((each) => each.id === id) ?? error(404, '');
  return {
    citizen,
    residence,
    form: await openForm(leave, { residenceId: residence.id, cause: 'departure', occurredOn: today() }),
  };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, leave, async ({ commandId, residenceId, cause, occurredOn, wentTo }) => {
      const input = { citizenId: event.params.id, residenceId, cause, occurredOn, wentTo: wentTo || null };
      await send(event, LeaveHouseholdDocument, { meta: { commandId }, input });
      return `/citizens/${event.params.id}`;
    }),
};
