import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import { FieldTableDocument, NarrowFieldDocument, RestoreFieldDocument, ViewerDocument } from '#lib/api/generated.ts';
import { narrowField, restoreField } from '#lib/forms/admin-schemas.ts';
import { openForm, refused } from '#lib/forms/command.server.ts';
import { today } from '#lib/forms/today.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const unit = found(viewer.activePosition?.unit);
  const { fieldTable, behind } = await read(event, FieldTableDocument, { unit: unit.code });
  return {
    unit,
    table: found(fieldTable),
    behind,
    today: today(),
    narrow: await openForm(narrowField, { from: today() }),
    restore: await openForm(restoreField, { occurredOn: today() }),
  };
};

async function ownUnit(event: RequestEvent): Promise<string> {
  const { viewer } = await read(event, ViewerDocument, {});
  return found(viewer?.activePosition?.unit).code;
}

export const actions: Actions = {
  narrow: async (event) => {
    const form = await superValidate(event.request, narrowField);
    if (!form.valid) return fail(400, { narrow: form });
    const { commandId, role, group, right, from, until } = form.data;
    try {
      const input = { unit: await ownUnit(event), role, group, right, from, until: until || null };
      await send(event, NarrowFieldDocument, { meta: { commandId }, input });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      refused(form, cause);
      return fail(400, { narrow: form });
    }
    redirect(303, event.url.pathname);
  },
  restore: async (event) => {
    const form = await superValidate(event.request, restoreField);
    if (!form.valid) return fail(400, { restore: form });
    const { commandId, unit, narrowingId, occurredOn } = form.data;
    try {
      await send(event, RestoreFieldDocument, { meta: { commandId }, unit, narrowingId, occurredOn });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      refused(form, cause);
      return fail(400, { restore: form });
    }
    redirect(303, event.url.pathname);
  },
};
