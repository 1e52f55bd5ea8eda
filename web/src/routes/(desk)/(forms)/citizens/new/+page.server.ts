import { error, fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import {
  HouseholdFormDocument,
  PossibleDuplicatesDocument,
  RegisterCitizenDocument,
  type PossibleDuplicatesQuery,
} from '#lib/api/generated.ts';
import { openForm, refused } from '#lib/forms/command.server.ts';
import { detailsInput } from '#lib/forms/details-input.ts';
import { residenceInput } from '#lib/forms/residence-input.ts';
import { citizen } from '#lib/forms/schemas.ts';
import { codeLabels } from '#lib/people/code-labels.server.ts';
import { today } from '#lib/forms/today.server.ts';
import type { Actions, PageServerLoad } from './$types';

const householdId = (url: URL) => url.searchParams.get('household') ?? error(404, '');

export const load: PageServerLoad = async (event) => {
  const household = found((await read(event, HouseholdFormDocument, { id: householdId(event.url) })).household);
  const relation = household.head ? '' : 'head';
  const form = await openForm(citizen, {
    relation,
    kind: 'permanent',
    cause: 'first_entry',
    since: today(),
    source: 'self_declared',
    sex: 'unknown',
    nationality: 'VNM',
  });
  return { household, codes: codeLabels(event.locals.locale), form };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await superValidate(event.request, citizen);
    const none: PossibleDuplicatesQuery['possibleDuplicates'] = [];
    if (!form.valid) return fail(400, { form, duplicates: none });
    const { commandId, compared, sinceEstimated, relation, kind, cause, since, until, source, ...rest } = form.data;
    const { cameFrom, fromWard, evidenceKind, evidenceNumber, evidenceIssuedOn, evidenceIssuedBy, ...details } = rest;
    const household = householdId(event.url);
    let id: string;
    try {
      const input = {
        details: detailsInput(details),
        householdId: household,
        sinceEstimated,
        ...residenceInput({
          ...{ relation, kind, cause, since, until, source, cameFrom, fromWard },
          ...{ evidenceKind, evidenceNumber, evidenceIssuedOn, evidenceIssuedBy },
        }),
      };
      if (!compared) {
        const asked = {
          fullName: details.fullName,
          birth: details.birth || null,
          nationalId: details.nationalId || null,
          phone: details.phone || null,
        };
        const { possibleDuplicates } = await send(event, PossibleDuplicatesDocument, asked);
        if (possibleDuplicates.length > 0) return fail(409, { form, duplicates: possibleDuplicates });
      }
      id = (await send(event, RegisterCitizenDocument, { meta: { commandId }, input })).registerCitizen.citizenId;
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      refused(form, cause);
      return fail(400, { form, duplicates: none });
    }
    redirect(303, `/citizens/${id}`);
  },
};
