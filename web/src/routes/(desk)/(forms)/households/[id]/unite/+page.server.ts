import { superValidate } from 'sveltekit-superforms/server';
import { fail, redirect } from '@sveltejs/kit';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import { HouseholdFormDocument, JoinHouseholdsDocument } from '#lib/api/generated.ts';
import { openForm, refused } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { findForForm } from '#lib/forms/find.server.ts';
import { unite } from '#lib/forms/household-schemas.ts';
import { saidRelations } from '#lib/forms/relations.server.ts';
import { today } from '#lib/forms/today.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { household } = await read(event, HouseholdFormDocument, { id: event.params.id });
  return { household: found(household), form: await openForm(unite, { occurredOn: today() }) };
};

export const actions: Actions = {
  find: async (event) => {
    const { given } = saidRelations(await event.request.clone().formData());
    const answer = await findForForm(event, unite, 'household');
    return 'form' in answer ? { ...answer, given } : answer;
  },
  unite: async (event) => {
    const posted = await event.request.formData();
    const { given, relations } = saidRelations(posted);
    const form = await superValidate(posted, unite);
    if (!form.valid) return fail(400, { form, given });
    const { commandId, intoHouseholdId, occurredOn, ...paper } = form.data;
    try {
      await send(event, JoinHouseholdsDocument, {
        meta: { commandId },
        input: {
          ...{ householdId: event.params.id, intoHouseholdId, relations, occurredOn },
          evidence: evidenceInput(paper),
        },
      });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      refused(form, cause);
      return fail(400, { form, given });
    }
    redirect(303, `/households/${intoHouseholdId}`);
  },
};
