import { send } from '#lib/api/client.server.ts';
import { RecordDeathDocument } from '#lib/api/generated.ts';
import { openForm } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { death } from '#lib/forms/life-schemas.ts';
import { submitNoticed } from '#lib/forms/noticed.server.ts';
import { today } from '#lib/forms/today.server.ts';
import { loadLife } from '#lib/people/life.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  citizen: await loadLife(event),
  form: await openForm(death, { occurredOn: today(), evidenceKind: 'death_certificate' }),
});

export const actions: Actions = {
  default: (event) => {
    const { id: citizenId } = event.params;
    return submitNoticed(
      event,
      death,
      ({ occurredOn }) => ({ event: 'death', citizenId, occurredOn }),
      async ({ commandId, occurredOn, ...paper }) => {
        const evidence = evidenceInput(paper);
        await send(event, RecordDeathDocument, { meta: { commandId }, citizenId, occurredOn, evidence });
        return `/citizens/${citizenId}`;
      },
    );
  },
};
