import { error, redirect } from '@sveltejs/kit';
import { found, read, send } from '#lib/api/client.server.ts';
import { ArriveByNationalIdDocument, HouseholdFormDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { arrival } from '#lib/forms/life-schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import { may } from '#lib/frame/destinations.ts';
import type { Actions, PageServerLoad } from './$types';

const householdId = (url: URL) => url.searchParams.get('household') ?? error(404, '');

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const household = found((await read(event, HouseholdFormDocument, { id: householdId(event.url) })).household);
  if (!may(viewer, 'arriveByNationalId')) redirect(303, `/households/${household.id}`);
  const relation = household.head ? '' : 'head';
  const known = { relation, kind: 'permanent', since: today(), source: 'police', evidenceKind: 'residence_notice' };
  return { household, form: await openForm(arrival, known) };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, arrival, async ({ commandId, nationalId, fullName, birth, ...data }) => {
      const { relation, kind, since, until, source, ...paper } = data;
      const input = {
        ...{ nationalId, fullName, birth, householdId: householdId(event.url) },
        ...{ relation, kind, since, until: until || null, source, evidence: evidenceInput(paper) },
      };
      const { arriveByNationalId } = await send(event, ArriveByNationalIdDocument, { meta: { commandId }, input });
      return `/citizens/${arriveByNationalId.citizenId}`;
    }),
};
