import { found, read, send } from '#lib/api/client.server.ts';
import { HouseholdFormDocument, MoveHouseholdDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { findForForm } from '#lib/forms/find.server.ts';
import { householdMove } from '#lib/forms/schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { household } = await read(event, HouseholdFormDocument, { id: event.params.id });
  return { household: found(household), form: await openForm(householdMove, { occurredOn: today() }) };
};

export const actions: Actions = {
  find: (event) => findForForm(event, householdMove, 'dwelling'),
  move: (event) =>
    submitForm(event, householdMove, async ({ commandId, dwellingId, occurredOn, ...paper }) => {
      await send(event, MoveHouseholdDocument, {
        meta: { commandId },
        householdId: event.params.id,
        dwellingId,
        occurredOn,
        evidence: evidenceInput(paper),
      });
      return `/households/${event.params.id}`;
    }),
};
