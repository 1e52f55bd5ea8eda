import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { askedIn } from '@nocgia/schemas/settlement/asked-fields.ts';
import { procedureAt } from '#lib/services/load.server.ts';
import { freshSubmission, submission } from '#lib/services/submit.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The procedure, if it can be sent in from home today; its page says how else where it cannot. */
async function takenOnline(event: RequestEvent, id: string) {
  const { procedure, ward } = await procedureAt(event, id);
  if (!procedure.takenOnline) redirect(303, `/services/${id}`);
  return { procedure, ward, asked: askedIn(procedure.settlement, event.locals.locale) };
}

export const load: PageServerLoad = async (event) => {
  const found = await takenOnline(event, event.params.id);
  return { ...found, fresh: await freshSubmission(event, found.procedure.id) };
};

export const actions: Actions = {
  default: async (event) => {
    const { procedure, asked } = await takenOnline(event, event.params.id);
    const now = await submission(event, { procedureId: procedure.id, asked });
    return now.failure !== null || Object.keys(now.errors).length > 0 ? fail(400, { now }) : { now };
  },
};
