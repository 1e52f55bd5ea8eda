import { read, send } from '#lib/api/client.server.ts';
import { BoundaryChangesDocument, CancelBoundaryChangeDocument, ViewerDocument } from '#lib/api/generated.ts';
import { adminWard } from '#lib/admin-ward.server.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { cancelChange } from '#lib/forms/admin-schemas.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const ward = await adminWard(event, viewer);
  const { boundaryChanges, behind } = await read(event, BoundaryChangesDocument, { ward: ward.code });
  return { ward, changes: boundaryChanges, behind, form: await openForm(cancelChange) };
};

export const actions: Actions = {
  cancel: (event) =>
    submitForm(event, cancelChange, async ({ commandId, changeId, reason }) => {
      const { viewer } = await read(event, ViewerDocument, {});
      const ward = await adminWard(event, viewer);
      await send(event, CancelBoundaryChangeDocument, { meta: { commandId }, ward: ward.code, changeId, reason });
      return event.url.pathname;
    }),
};
