import { error } from '@sveltejs/kit';
import { send } from '#lib/api/client.server.ts';
import { EndMarriageDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { marriageEnd } from '#lib/forms/life-schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import { loadLife } from '#lib/people/life.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const citizen = await loadLife(event);
  const id = event.url.searchParams.get('id');
  const marriage = citizen.marriages.find((each) => each.id === id && each.endedOn === null) ?? error(404, '');
  const form = await openForm(marriageEnd, {
    marriageId: marriage.id,
    cause: 'divorce',
    evidenceKind: 'court_judgment',
    occurredOn: today(),
  });
  return { citizen, marriage, form };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, marriageEnd, async ({ commandId, marriageId, cause, occurredOn, ...paper }) => {
      const { id: citizenId } = event.params;
      const end = { citizenId, marriageId, cause, occurredOn, evidence: evidenceInput(paper) };
      await send(event, EndMarriageDocument, { meta: { commandId }, ...end });
      return `/citizens/${citizenId}`;
    }),
};
