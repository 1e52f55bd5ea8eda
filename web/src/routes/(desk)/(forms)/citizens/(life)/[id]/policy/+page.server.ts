import { send } from '#lib/api/client.server.ts';
import { GrantPolicyStatusDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { policy } from '#lib/forms/life-schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import { loadLife } from '#lib/people/life.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  citizen: await loadLife(event),
  form: await openForm(policy, { occurredOn: today(), evidenceKind: 'decision' }),
});

export const actions: Actions = {
  default: (event) =>
    submitForm(event, policy, async ({ commandId, status, occurredOn, until, ...paper }) => {
      const { id: citizenId } = event.params;
      const input = { citizenId, status, occurredOn, until: until || null, evidence: evidenceInput(paper) };
      await send(event, GrantPolicyStatusDocument, { meta: { commandId }, input });
      return `/citizens/${citizenId}`;
    }),
};
