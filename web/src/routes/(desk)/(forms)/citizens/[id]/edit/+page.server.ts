import { fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import {
  ChangeCitizenDocument,
  CitizenClashDocument,
  CitizenFormDocument,
  type CitizenDetailsFragment,
  type EntryFragment,
} from '#lib/api/generated.ts';
import { openForm, refused } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { writableGroups } from '#lib/forms/details-input.ts';
import { citizenEdit } from '#lib/forms/schemas.ts';
import { codeLabels } from '#lib/people/code-labels.server.ts';
import { today } from '#lib/forms/today.server.ts';
import { citizenFields, fieldGroups, type CitizenField } from '#lib/people/field-groups.ts';
import type { Actions, PageServerLoad } from './$types';

type Values = Partial<Record<CitizenField, string>>;
/** Two people changed one field: what each wrote, who and when. */
export interface Clash {
  field: CitizenField;
  yours: string;
  theirs: string;
  before: string;
  who: string | null;
  when: string | null;
}

const valuesOf = (citizen: CitizenDetailsFragment, fields: readonly CitizenField[]): Values =>
  Object.fromEntries(fields.map((field) => [field, citizen[field] ?? '']));

/** Fields that this reader may write and sees unmasked. */
function editable(citizen: CitizenDetailsFragment, groups: readonly string[]): CitizenField[] {
  const open = fieldGroups
    .filter(({ group }) => groups.includes(group))
    .flatMap(({ fields }): readonly CitizenField[] => fields);
  return open.filter((field) => !citizen.masked.includes(field) && !citizen.withheld.includes(field));
}

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const citizen = found((await read(event, CitizenFormDocument, { id: event.params.id })).citizen);
  if (!citizen.mayEdit) redirect(303, `/citizens/${citizen.id}`);
  const shown = valuesOf(citizen, editable(citizen, writableGroups(viewer)));
  return {
    citizen,
    shown,
    codes: codeLabels(event.locals.locale),
    form: await openForm(citizenEdit, { ...shown, nature: 'correction', occurredOn: today() }),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const posted = await event.request.formData();
    const form = await superValidate(posted, citizenEdit);
    const shown: Values = {};
    for (const field of citizenFields) {
      const value = posted.get(`shown-${field}`);
      if (typeof value === 'string') shown[field] = value;
    }
    if (!form.valid) return fail(400, { form, shown, clashes: [] as Clash[] });
    const { commandId, nature, occurredOn, reason, ...rest } = form.data;
    const { evidenceKind, evidenceNumber, evidenceIssuedOn, evidenceIssuedBy, ...given } = rest;
    const changes = citizenFields.flatMap((field) => {
      const before = shown[field];
      const value = given[field];
      return before === undefined || value === undefined || value === before
        ? []
        : [{ field, shown: before || null, value: value || null }];
    });
    if (changes.length === 0) {
      form.message = 'nothingChanged';
      return fail(400, { form, shown, clashes: [] as Clash[] });
    }
    try {
      await send(event, ChangeCitizenDocument, {
        meta: { commandId },
        citizenId: event.params.id,
        nature,
        occurredOn,
        reason: reason || null,
        changes,
        evidence: evidenceInput({ evidenceKind, evidenceNumber, evidenceIssuedOn, evidenceIssuedBy }),
      });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      if (cause.code !== 'CLASH' && cause.code !== 'CONFLICT') {
        refused(form, cause);
        return fail(400, { form, shown, clashes: [] as Clash[] });
      }
      const current = found((await read(event, CitizenClashDocument, { id: event.params.id })).citizen);
      const clashes = changes.flatMap(({ field }) =>
        clashOf(field, { yours: given[field] ?? '', before: shown[field] ?? '' }, current),
      );
      // The next save is against what stands now; a field that only the other changed takes their value.
      for (const field of citizenFields) {
        const now = current[field] ?? '';
        if (shown[field] === undefined) continue;
        if (given[field] === shown[field]) Object.assign(form.data, { [field]: now });
        shown[field] = now;
      }
      form.message = clashes.length > 0 ? undefined : cause.message;
      return fail(409, { form, shown, clashes });
    }
    redirect(303, `/citizens/${event.params.id}`);
  },
};

function clashOf(
  field: CitizenField,
  { yours, before }: { yours: string; before: string },
  current: CitizenDetailsFragment & { timeline: readonly EntryFragment[] },
): Clash[] {
  const theirs = current[field] ?? '';
  if (theirs === before || theirs === yours) return [];
  const entry = current.timeline
    .filter(({ type, fields }) => type === 'CitizenDetailsChanged' && fields.some(({ name }) => name === field))
    .sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))[0];
  return [{ field, yours, theirs, before, who: entry?.actorName ?? null, when: entry?.recordedAt ?? null }];
}
