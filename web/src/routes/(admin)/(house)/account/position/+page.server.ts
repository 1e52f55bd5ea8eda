import { error, redirect } from '@sveltejs/kit';
import { ApiError, send } from '#lib/api/client.server.ts';
import { ChoosePositionDocument } from '#lib/api/generated.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/account');

/** From here on the reader acts in another of their positions; what they saw in the former may be closed to them now. */
export const actions: Actions = {
  default: async (event) => {
    const positionId = (await event.request.formData()).get('positionId');
    try {
      await send(event, ChoosePositionDocument, { positionId: String(positionId) });
    } catch (cause) {
      if (cause instanceof ApiError) error(403, cause.message);
      throw cause;
    }
    redirect(303, '/');
  },
};
