import { found, read, send } from '#lib/api/client.server.ts';
import { EndHouseholdStatusDocument, HouseholdStatusesDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { decisionInput } from '#lib/forms/decision.ts';
import { endStatus } from '#lib/forms/household-schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const household = found((await read(event, HouseholdStatusesDocument, { id: event.params.id })).household);
  const open = household.statuses.filter(({ endedOn }) => endedOn === null);
  const asked = event.url.searchParams.get('id');
  const chosen = open.find(({ id }) => id === asked) ?? open[0];
  return {
    household,
    open,
    form: await openForm(endStatus, { statusId: chosen?.id ?? '', cause: 'ended', occurredOn: today() }),
  };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, endStatus, async ({ commandId, statusId, cause, occurredOn, ...decision }) => {
      const householdId = event.params.id;
      await send(event, EndHouseholdStatusDocument, {
        meta: { commandId },
        householdId,
        statusId,
        cause,
        occurredOn,
        evidence: decisionInput(decision),
      });
      return `/households/${householdId}`;
    }),
};
