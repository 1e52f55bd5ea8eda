import { error } from '@sveltejs/kit';
import { send } from '#lib/api/client.server.ts';
import { EndAbsenceDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { absenceEnd } from '#lib/forms/life-schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import { loadLife } from '#lib/people/life.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const citizen = await loadLife(event);
  const id = event.url.searchParams.get('id');
  const absence = citizen.absences.find((each) => each.id === id && each.endedOn === null) ?? error(404, '');
  const form = await openForm(absenceEnd, { absenceId: absence.id, cause: 'returned', occurredOn: today() });
  return { citizen, absence, form };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, absenceEnd, async ({ commandId, absenceId, cause, occurredOn, ...paper }) => {
      const { id: citizenId } = event.params;
      const end = { citizenId, absenceId, cause, occurredOn, evidence: evidenceInput(paper) };
      await send(event, EndAbsenceDocument, { meta: { commandId }, ...end });
      return `/citizens/${citizenId}`;
    }),
};
