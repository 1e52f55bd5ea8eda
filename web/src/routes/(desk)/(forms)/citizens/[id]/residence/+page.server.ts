import { error } from '@sveltejs/kit';
import { found, read, send } from '#lib/api/client.server.ts';
import { CitizenResidencesDocument, CorrectResidenceDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { residenceEdit } from '#lib/forms/schemas.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const citizen = found((await read(event, CitizenResidencesDocument, { id: event.params.id })).citizen);
  const id = event.url.searchParams.get('id');
  const residence = citizen.residences.find((each) => each.id === id) ?? error(404, '');
  const { since, until, source } = residence;
  return {
    citizen,
    residence,
    form: await openForm(residenceEdit, { residenceId: residence.id, since, until: until ?? '', source }),
  };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, residenceEdit, async ({ commandId, residenceId, since, until, source }) => {
      const corrected = { residenceId, since, until: until || null, source };
      await send(event, CorrectResidenceDocument, { meta: { commandId }, citizenId: event.params.id, ...corrected });
      return `/citizens/${event.params.id}`;
    }),
};
