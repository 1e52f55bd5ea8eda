import { found, read, send } from '#lib/api/client.server.ts';
import { GrantHouseholdStatusDocument, HouseholdStatusesDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { decisionInput } from '#lib/forms/decision.ts';
import { grantStatus } from '#lib/forms/household-schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { household } = await read(event, HouseholdStatusesDocument, { id: event.params.id });
  return { household: found(household), form: await openForm(grantStatus, { occurredOn: today() }) };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, grantStatus, async ({ commandId, status, occurredOn, until, ...decision }) => {
      const householdId = event.params.id;
      await send(event, GrantHouseholdStatusDocument, {
        meta: { commandId },
        input: { householdId, status, occurredOn, until: until || null, evidence: decisionInput(decision) },
      });
      return `/households/${householdId}`;
    }),
};
