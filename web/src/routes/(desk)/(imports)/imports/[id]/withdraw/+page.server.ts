import { withdrawalReason } from '@nocgia/schemas/events/import.ts';
import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import { ImportWithdrawDocument, WithdrawImportDocument } from '#lib/api/generated.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const answer = await read(event, ImportWithdrawDocument, { id: event.params.id });
  return { import: found(answer.import), behind: answer.behind };
};

export const actions: Actions = {
  default: async (event) => {
    const posted = v.safeParse(withdrawalReason, (await event.request.formData()).get('reason'));
    if (!posted.success) return fail(400, { problem: null, missing: true });
    try {
      await send(event, WithdrawImportDocument, { importId: event.params.id, reason: posted.output });
    } catch (cause) {
      if (cause instanceof ApiError) return fail(400, { problem: cause.message, missing: false });
      throw cause;
    }
    redirect(303, `/imports/${event.params.id}`);
  },
};
