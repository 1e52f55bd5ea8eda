import { send } from '#lib/api/client.server.ts';
import { RecordEidDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { eid } from '#lib/forms/life-schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import { loadLife } from '#lib/people/life.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const citizen = await loadLife(event);
  const level = citizen.eidLevel === null ? '1' : '2';
  return { citizen, form: await openForm(eid, { level, occurredOn: today(), nature: 'change' }) };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, eid, async ({ commandId, level, occurredOn, nature, ...paper }) => {
      const { id: citizenId } = event.params;
      const change = { citizenId, level, occurredOn, nature, evidence: evidenceInput(paper) };
      await send(event, RecordEidDocument, { meta: { commandId }, ...change });
      return `/citizens/${citizenId}`;
    }),
};
