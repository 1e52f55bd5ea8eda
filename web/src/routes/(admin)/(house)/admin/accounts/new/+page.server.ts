import { fail } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import { ApiError, read, send } from '#lib/api/client.server.ts';
import { OpenAccountDocument, UnitsDocument } from '#lib/api/generated.ts';
import { openForm, refused } from '#lib/forms/command.server.ts';
import { account } from '#lib/forms/admin-schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { units } = await read(event, UnitsDocument, {});
  return { units, form: await openForm(account, { from: today(), unit: units[0]?.code ?? '' }) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await superValidate(event.request, account);
    if (!form.valid) return fail(400, { form });
    const { commandId, username, displayName, role, unit, title, from, until } = form.data;
    try {
      const input = { username, displayName, role, unit, title: title || null, from, until: until || null };
      const { openAccount } = await send(event, OpenAccountDocument, { meta: { commandId }, input });
      // Shown in this one answer and never again; nothing keeps it.
      return { form, opened: { id: openAccount.accountId, password: openAccount.oneTimePassword } };
    } catch (cause) {
      if (cause instanceof ApiError) return refused(form, cause);
      throw cause;
    }
  },
};
