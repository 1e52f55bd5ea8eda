import { error, fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import { CitizenFormDocument, RevealFieldDocument } from '#lib/api/generated.ts';
import { openForm, refused } from '#lib/forms/command.server.ts';
import { reveal } from '#lib/forms/schemas.ts';
import { citizenFields, type CitizenField } from '#lib/people/field-groups.ts';
import type { Actions, PageServerLoad } from './$types';

function fieldOf(url: URL): CitizenField {
  return citizenFields.find((field) => field === url.searchParams.get('field')) ?? error(404, '');
}

export const load: PageServerLoad = async (event) => {
  const field = fieldOf(event.url);
  const citizen = found((await read(event, CitizenFormDocument, { id: event.params.id })).citizen);
  if (!citizen.masked.includes(field)) redirect(303, `/citizens/${citizen.id}`);
  return { citizen, field, form: await openForm(reveal) };
};

export const actions: Actions = {
  default: async (event) => {
    const field = fieldOf(event.url);
    const form = await superValidate(event.request, reveal);
    if (!form.valid) return fail(400, { form });
    const { commandId, purpose, note } = form.data;
    try {
      const { revealField } = await send(event, RevealFieldDocument, {
        meta: { commandId },
        citizenId: event.params.id,
        field,
        purpose,
        note: note || null,
      });
      return { form, revealed: { value: revealField.value } };
    } catch (cause) {
      if (cause instanceof ApiError) return refused(form, cause);
      throw cause;
    }
  },
};
