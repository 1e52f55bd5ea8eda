import { fail, redirect } from '@sveltejs/kit';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import { DecideLikelyDocument, ImportLikelyDocument } from '#lib/api/generated.ts';
import { pageSize } from '#lib/people/page-size.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const after = event.url.searchParams.get('after');
  const answer = await read(event, ImportLikelyDocument, { id: event.params.id, after, first: pageSize });
  return { import: found(answer.import), behind: answer.behind };
};

export const actions: Actions = {
  default: async (event) => {
    const posted = await event.request.formData();
    const decisions = [...posted].flatMap(([name, said]) => {
      const line = /^row-(\d+)$/.exec(name)?.[1];
      return line === undefined || typeof said !== 'string' || said === ''
        ? []
        : [{ line: Number(line), citizenId: said === 'other' ? null : said }];
    });
    if (decisions.length === 0) return fail(400, { problem: null });
    try {
      await send(event, DecideLikelyDocument, { importId: event.params.id, decisions });
    } catch (cause) {
      if (cause instanceof ApiError) return fail(400, { problem: cause.message });
      throw cause;
    }
    redirect(303, `/imports/${event.params.id}`);
  },
};
