import { error } from '@sveltejs/kit';
import { send } from '#lib/api/client.server.ts';
import { LeaveHouseholdDocument } from '#lib/api/generated.ts';
import { openForm } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { findWardsForForm, wardInWords } from '#lib/forms/find-wards.server.ts';
import { leave } from '#lib/forms/life-schemas.ts';
import { submitNoticed } from '#lib/forms/noticed.server.ts';
import { today } from '#lib/forms/today.server.ts';
import { loadLife } from '#lib/people/life.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const citizen = await loadLife(event);
  const id = event.url.searchParams.get('id');
  const residence = citizen.residences.find((each) => each.id === id) ?? error(404, '');
  return {
    citizen,
    residence,
    form: await openForm(leave, { residenceId: residence.id, cause: 'departure', occurredOn: today() }),
  };
};

export const actions: Actions = {
  find: (event) => findWardsForForm(event, leave),
  leave: (event) => {
    const { id: citizenId } = event.params;
    return submitNoticed(
      event,
      leave,
      ({ occurredOn, residenceId }) => ({ event: 'departure', citizenId, occurredOn, residenceId }),
      async ({ commandId, residenceId, cause, occurredOn, wentTo, toWard, ...paper }) => {
        const place = wentTo || (toWard ? await wardInWords(event, toWard) : '');
        const fact = { citizenId, residenceId, cause, occurredOn, wentTo: place || null, toWard: toWard || null };
        const input = { ...fact, evidence: evidenceInput(paper) };
        await send(event, LeaveHouseholdDocument, { meta: { commandId }, input });
        return `/citizens/${citizenId}`;
      },
    );
  },
};
