import { error } from '@sveltejs/kit';
import { found, read, send } from '#lib/api/client.server.ts';
import { DwellingFormDocument, FormHouseholdDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { household } from '#lib/forms/schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import type { Actions, PageServerLoad } from './$types';

const dwellingId = (url: URL) => url.searchParams.get('dwelling') ?? error(404, '');

export const load: PageServerLoad = async (event) => {
  const { dwelling } = await read(event, DwellingFormDocument, { id: dwellingId(event.url) });
  return { dwelling: found(dwelling), form: await openForm(household, { occurredOn: today() }) };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, household, async ({ commandId, number, phone, note, occurredOn, ...paper }) => {
      const input = {
        dwellingId: dwellingId(event.url),
        number: number || null,
        phone: phone || null,
        note: note || null,
        occurredOn,
        evidence: evidenceInput(paper),
      };
      const { formHousehold } = await send(event, FormHouseholdDocument, { meta: { commandId }, input });
      return `/households/${formHousehold.householdId}`;
    }),
};
