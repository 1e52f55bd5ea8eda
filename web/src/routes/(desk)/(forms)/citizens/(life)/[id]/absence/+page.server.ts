import { send } from '#lib/api/client.server.ts';
import { StartAbsenceDocument } from '#lib/api/generated.ts';
import { openForm } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { absence } from '#lib/forms/life-schemas.ts';
import { submitNoticed } from '#lib/forms/noticed.server.ts';
import { today } from '#lib/forms/today.server.ts';
import { loadLife } from '#lib/people/life.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  citizen: await loadLife(event),
  form: await openForm(absence, { occurredOn: today(), source: 'self_declared', evidenceKind: 'declaration' }),
});

export const actions: Actions = {
  default: (event) => {
    const { id: citizenId } = event.params;
    return submitNoticed(
      event,
      absence,
      ({ occurredOn, until }) => ({ event: 'absence', citizenId, occurredOn, until: until || null }),
      async ({ commandId, occurredOn, until, destination, reason, source, ...paper }) => {
        const input = {
          ...{ citizenId, occurredOn, until: until || null, destination: destination || null },
          ...{ reason: reason || null, source, evidence: evidenceInput(paper) },
        };
        await send(event, StartAbsenceDocument, { meta: { commandId }, input });
        return `/citizens/${citizenId}`;
      },
    );
  },
};
