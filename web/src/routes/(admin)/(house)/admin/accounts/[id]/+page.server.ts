import { fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import {
  AccountPageDocument,
  CloseAccountDocument,
  EndPositionDocument,
  GrantPositionDocument,
  RenameAccountDocument,
  ResetPasswordDocument,
  UnitsDocument,
} from '#lib/api/generated.ts';
import { openForm, refused } from '#lib/forms/command.server.ts';
import { endPosition, grant, renameAccount } from '#lib/forms/admin-schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [{ account, behind }, { units }] = await Promise.all([
    read(event, AccountPageDocument, { id: event.params.id }),
    read(event, UnitsDocument, {}),
  ]);
  const shown = found(account);
  const forms = {
    grant: await openForm(grant, { from: today() }),
    end: await openForm(endPosition, { occurredOn: today() }),
    rename: await openForm(renameAccount, { displayName: shown.displayName }),
  };
  return { account: shown, units, behind, closeId: crypto.randomUUID(), ...forms };
};

export const actions: Actions = {
  grant: async (event) => {
    const form = await superValidate(event.request, grant);
    if (!form.valid) return fail(400, { grant: form });
    const { commandId, role, unit, title, from, until } = form.data;
    try {
      const input = { accountId: event.params.id, role, unit, title: title || null, from, until: until || null };
      await send(event, GrantPositionDocument, { meta: { commandId }, input });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      refused(form, cause);
      return fail(400, { grant: form });
    }
    redirect(303, event.url.pathname);
  },
  end: async (event) => {
    const form = await superValidate(event.request, endPosition);
    if (!form.valid) return fail(400, { end: form });
    const { commandId, positionId, occurredOn } = form.data;
    try {
      await send(event, EndPositionDocument, {
        meta: { commandId },
        accountId: event.params.id,
        positionId,
        occurredOn,
      });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      refused(form, cause);
      return fail(400, { end: form });
    }
    redirect(303, event.url.pathname);
  },
  rename: async (event) => {
    const form = await superValidate(event.request, renameAccount);
    if (!form.valid) return fail(400, { rename: form });
    const { commandId, displayName } = form.data;
    try {
      await send(event, RenameAccountDocument, { meta: { commandId }, accountId: event.params.id, displayName });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      refused(form, cause);
      return fail(400, { rename: form });
    }
    redirect(303, event.url.pathname);
  },
  reset: async (event) => {
    try {
      const { resetPassword } = await send(event, ResetPasswordDocument, { accountId: event.params.id });
      return { password: resetPassword.password };
    } catch (cause) {
      if (cause instanceof ApiError) return fail(400, { problem: cause.message });
      throw cause;
    }
  },
  close: async (event) => {
    const commandId = (await event.request.formData()).get('commandId');
    try {
      await send(event, CloseAccountDocument, { meta: { commandId: String(commandId) }, accountId: event.params.id });
    } catch (cause) {
      if (cause instanceof ApiError) return fail(400, { problem: cause.message });
      throw cause;
    }
    redirect(303, event.url.pathname);
  },
};
