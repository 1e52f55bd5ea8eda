import { fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import { ApiError, send } from '#lib/api/client.server.ts';
import { ChangePasswordDocument, SignOutEverywhereDocument } from '#lib/api/generated.ts';
import { refused } from '#lib/forms/command.server.ts';
import { changePassword } from '#lib/forms/schemas.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ form: await superValidate(changePassword) });

export const actions: Actions = {
  password: async (event) => {
    const form = await superValidate(event.request, changePassword);
    const { current, next } = form.data;
    // Passwords are never sent back into the page.
    form.data = { current: '', next: '', again: '' };
    if (!form.valid) return fail(400, { form });
    try {
      await send(event, ChangePasswordDocument, { current, next });
    } catch (cause) {
      if (cause instanceof ApiError) return refused(form, cause);
      throw cause;
    }
    return { form, changed: true };
  },
  everywhere: async (event) => {
    await send(event, SignOutEverywhereDocument, {});
    redirect(303, '/sign-in');
  },
};
