import { send } from '#lib/api/client.server.ts';
import { RecordMarriageDocument } from '#lib/api/generated.ts';
import { openForm } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { findForForm } from '#lib/forms/find.server.ts';
import { marriage } from '#lib/forms/life-schemas.ts';
import { submitNoticed } from '#lib/forms/noticed.server.ts';
import { today } from '#lib/forms/today.server.ts';
import { loadLife } from '#lib/people/life.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  citizen: await loadLife(event),
  form: await openForm(marriage, { occurredOn: today(), evidenceKind: 'marriage_certificate' }),
});

export const actions: Actions = {
  find: (event) => findForForm(event, marriage, 'citizen'),
  record: (event) => {
    const { id: citizenId } = event.params;
    return submitNoticed(
      event,
      marriage,
      ({ occurredOn, spouseId }) => ({ event: 'marriage', citizenId, occurredOn, spouseId: spouseId || null }),
      async ({ commandId, spouseId, spouseName, occurredOn, ...paper }) => {
        const spouse = { spouseId: spouseId || null, spouseName: spouseName || null };
        const input = { citizenId, occurredOn, ...spouse, evidence: evidenceInput(paper) };
        await send(event, RecordMarriageDocument, { meta: { commandId }, input });
        return `/citizens/${citizenId}`;
      },
    );
  },
};
