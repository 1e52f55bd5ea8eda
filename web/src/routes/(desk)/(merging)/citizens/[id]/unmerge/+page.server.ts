import { found, read, send } from '#lib/api/client.server.ts';
import { UnmergeCitizensDocument, UnmergePreviewDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { unmerge } from '#lib/forms/schemas.ts';
import { codeLabels } from '#lib/people/code-labels.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const mergeId = event.url.searchParams.get('merge') ?? '';
  const { citizen, unmergePreview } = await read(event, UnmergePreviewDocument, {
    survivorId: event.params.id,
    mergeId,
  });
  const preview = found(unmergePreview);
  return {
    citizen: found(citizen),
    preview,
    codes: codeLabels(event.locals.locale),
    form: await openForm(unmerge, { mergeId: preview.record.mergeId }),
  };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, unmerge, async ({ commandId, mergeId }) => {
      await send(event, UnmergeCitizensDocument, { meta: { commandId }, survivorId: event.params.id, mergeId });
      return `/citizens/${event.params.id}`;
    }),
};
