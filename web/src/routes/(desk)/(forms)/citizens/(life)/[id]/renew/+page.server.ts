import { error } from '@sveltejs/kit';
import { send } from '#lib/api/client.server.ts';
import { RenewResidenceDocument } from '#lib/api/generated.ts';
import { openForm } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { renewal } from '#lib/forms/life-schemas.ts';
import { submitNoticed } from '#lib/forms/noticed.server.ts';
import { today } from '#lib/forms/today.server.ts';
import { loadLife } from '#lib/people/life.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const citizen = await loadLife(event);
  const id = event.url.searchParams.get('id');
  const residence = citizen.residences.find((each) => each.id === id && each.kind === 'temporary') ?? error(404, '');
  const known = { residenceId: residence.id, occurredOn: today(), source: 'police', evidenceKind: 'residence_notice' };
  return { citizen, residence, form: await openForm(renewal, known) };
};

export const actions: Actions = {
  default: (event) => {
    const { id: citizenId } = event.params;
    return submitNoticed(
      event,
      renewal,
      ({ occurredOn, residenceId, until }) => ({ event: 'renewal', citizenId, occurredOn, residenceId, until }),
      async ({ commandId, residenceId, until, occurredOn, source, ...paper }) => {
        const input = { citizenId, residenceId, until, occurredOn, source, evidence: evidenceInput(paper) };
        await send(event, RenewResidenceDocument, { meta: { commandId }, input });
        return `/citizens/${citizenId}`;
      },
    );
  },
};
