import { error } from '@sveltejs/kit';
import { send } from '#lib/api/client.server.ts';
import { EndPolicyStatusDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { policyEnd } from '#lib/forms/life-schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import { loadLife } from '#lib/people/life.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const citizen = await loadLife(event);
  const id = event.url.searchParams.get('id');
  const policy = citizen.policies.find((each) => each.id === id && each.endedOn === null) ?? error(404, '');
  const form = await openForm(policyEnd, {
    statusId: policy.id,
    cause: 'ended',
    evidenceKind: 'decision',
    occurredOn: today(),
  });
  return { citizen, policy, form };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, policyEnd, async ({ commandId, statusId, cause, occurredOn, ...paper }) => {
      const { id: citizenId } = event.params;
      const end = { citizenId, statusId, cause, occurredOn, evidence: evidenceInput(paper) };
      await send(event, EndPolicyStatusDocument, { meta: { commandId }, ...end });
      return `/citizens/${citizenId}`;
    }),
};
