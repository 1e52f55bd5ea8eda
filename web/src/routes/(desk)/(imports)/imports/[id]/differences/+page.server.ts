import { fail, redirect } from '@sveltejs/kit';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import {
  ConfirmDifferencesDocument,
  ImportDifferencesDocument,
  type DifferenceKind,
  type DifferenceResolution,
} from '#lib/api/generated.ts';
import { dayOf } from '#lib/forms/today.server.ts';
import { pageSize } from '#lib/people/page-size.ts';
import { readDay } from '#lib/read-day.ts';
import type { Actions, PageServerLoad } from './$types';

const kinds = ['missing', 'birth', 'arrival', 'move', 'address', 'details'] as const satisfies DifferenceKind[];
const resolutions = ['departure', 'death', 'correction', 'change'] as const satisfies DifferenceResolution[];

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const asked = kinds.find((each) => each === searchParams.get('kind'));
  const variables = { id: event.params.id, after: searchParams.get('after'), first: pageSize };
  let answer = await read(event, ImportDifferencesDocument, { ...variables, kind: asked ?? null });
  const counts = found(answer.import).differences.counts;
  // Without a choice the first kind that there is anything of.
  const kind = asked ?? kinds.find((each) => counts.some((one) => one.kind === each)) ?? 'missing';
  if (!asked) answer = await read(event, ImportDifferencesDocument, { ...variables, kind });
  const shown = found(answer.import);
  return { import: shown, kind, kinds, day: dayOf(shown.createdAt), behind: answer.behind };
};

export const actions: Actions = {
  default: async (event) => {
    const posted = await event.request.formData();
    const kind = kinds.find((each) => each === posted.get('kind')) ?? 'missing';
    const resolution = resolutions.find((each) => each === posted.get('resolution')) ?? null;
    const numbers = posted.get('all') === null ? posted.getAll('number').map(Number) : null;
    const occurredOn = readDay(String(posted.get('occurredOn') ?? ''));
    if (occurredOn === undefined) return fail(400, { problem: null, day: true, none: false });
    if (numbers?.length === 0) return fail(400, { problem: null, day: false, none: true });
    const wanted = { importId: event.params.id, kind, numbers, resolution, occurredOn };
    try {
      await send(event, ConfirmDifferencesDocument, wanted);
    } catch (cause) {
      if (cause instanceof ApiError) return fail(400, { problem: cause.message, day: false, none: false });
      throw cause;
    }
    redirect(303, `/imports/${event.params.id}/differences?kind=${kind}`);
  },
};
