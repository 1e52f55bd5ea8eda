import { read, send } from '#lib/api/client.server.ts';
import { CompareCitizensDocument, MergeCitizensDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { merge } from '#lib/forms/schemas.ts';
import { codeLabels } from '#lib/people/code-labels.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const other = event.url.searchParams.get('with') ?? '';
  const { first, second } = await read(event, CompareCitizensDocument, { first: event.params.id, second: other });
  const form = await openForm(merge, { survivor: first?.id ?? '', first: first?.id ?? '', second: second?.id ?? '' });
  return { first, second, codes: codeLabels(event.locals.locale), form };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, merge, async ({ commandId, survivor, first, second }) => {
      const absorbedId = survivor === first ? second : first;
      await send(event, MergeCitizensDocument, { meta: { commandId }, survivorId: survivor, absorbedId });
      return `/citizens/${survivor}`;
    }),
};
