import { error, fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import {
  BirthFormDocument,
  PossibleDuplicatesDocument,
  RegisterBirthDocument,
  type BirthFormQuery,
  type PossibleDuplicatesQuery,
  type WarnFragment,
} from '#lib/api/generated.ts';
import { openForm, refused } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { birthOf } from '#lib/forms/life-schemas.ts';
import { newWarnings } from '#lib/forms/noticed.server.ts';
import { today } from '#lib/forms/today.server.ts';
import { codeLabels } from '#lib/people/code-labels.server.ts';
import type { Actions, PageServerLoad } from './$types';

type Member = NonNullable<BirthFormQuery['household']>['members'][number];
const householdId = (url: URL) => url.searchParams.get('household') ?? error(404, '');

/** A value of a parent that is shown in the clear. */
function shown({ citizen }: Member, field: 'ethnicity' | 'nationality' | 'homeTown'): string | null {
  return citizen.masked.includes(field) || citizen.withheld.includes(field) ? null : citizen[field];
}

/** What is likely of a child: it goes by the head's couple, and by the father in what is handed down (Luật Hộ tịch 2014, Điều 4.8). */
function proposed(members: readonly Member[]) {
  const couple = members.filter(({ relation }) => ['head', 'wife', 'husband'].includes(relation));
  const of = (sex: string) => couple.find(({ citizen }) => citizen.sex === sex);
  const [father, mother] = [of('male'), of('female')];
  const said = (field: 'ethnicity' | 'nationality' | 'homeTown') =>
    (father && shown(father, field)) ?? (mother && shown(mother, field)) ?? '';
  return {
    ...{ motherId: mother?.citizen.id ?? '', fatherId: father?.citizen.id ?? '', relation: 'child' },
    ...{ ethnicity: said('ethnicity'), nationality: said('nationality') || 'VNM', homeTown: said('homeTown') },
  };
}

export const load: PageServerLoad = async (event) => {
  const household = found((await read(event, BirthFormDocument, { id: householdId(event.url) })).household);
  const known = { ...proposed(household.members), sex: 'unknown', birth: today(), evidenceKind: 'birth_certificate' };
  return { household, codes: codeLabels(event.locals.locale), form: await openForm(birthOf, known) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await superValidate(event.request, birthOf);
    const duplicates: PossibleDuplicatesQuery['possibleDuplicates'] = [];
    const warnings: WarnFragment[] = [];
    if (!form.valid) return fail(400, { form, duplicates, warnings });
    const { commandId, noticed, compared, motherId, fatherId, relation, fullName, sex, birth } = form.data;
    const { evidenceKind, evidenceNumber, evidenceIssuedOn, evidenceIssuedBy, ...rest } = form.data;
    const { nationalId, birthPlace, homeTown, ethnicity, nationality } = rest;
    const parents = { motherId: motherId || null, fatherId: fatherId || null };
    let id: string;
    try {
      const asked = { event: 'birth' as const, occurredOn: birth, birth, ...parents };
      const unusual = await newWarnings(event, noticed, asked);
      const wanted = { fullName, birth, nationalId: nationalId || null, phone: null };
      const alike = compared ? [] : (await send(event, PossibleDuplicatesDocument, wanted)).possibleDuplicates;
      if (unusual.length + alike.length > 0) return fail(409, { form, duplicates: alike, warnings: unusual });
      const input = {
        ...{ householdId: householdId(event.url), ...parents, relation },
        details: { fullName, sex, birth, nationalId, birthPlace, homeTown, ethnicity, nationality },
        evidence: evidenceInput({ evidenceKind, evidenceNumber, evidenceIssuedOn, evidenceIssuedBy }),
      };
      id = (await send(event, RegisterBirthDocument, { meta: { commandId }, input })).registerBirth.citizenId;
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      refused(form, cause);
      return fail(400, { form, duplicates, warnings });
    }
    redirect(303, `/citizens/${id}`);
  },
};
