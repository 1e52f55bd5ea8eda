import { superValidate } from 'sveltekit-superforms/server';
import { fail, redirect } from '@sveltejs/kit';
import { relation as relations } from '@nocgia/schemas/events/citizen.ts';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import { ChangeHeadDocument, HouseholdFormDocument, type Relation } from '#lib/api/generated.ts';
import { openForm, refused } from '#lib/forms/command.server.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { head } from '#lib/forms/schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const current = async (event: RequestEvent) =>
  found((await read(event, HouseholdFormDocument, { id: event.params.id })).household);

const isRelation = (value: FormDataEntryValue | null): value is Relation =>
  typeof value === 'string' && relations.options.some((each) => each === value);

export const load: PageServerLoad = async (event) => {
  const household = await current(event);
  return { household, form: await openForm(head, { citizenId: '', occurredOn: today() }) };
};

export const actions: Actions = {
  default: async (event) => {
    const posted = await event.request.formData();
    const form = await superValidate(posted, head);
    const household = await current(event);
    const given: Record<string, string> = {};
    const confirmed: { citizenId: string; relation: Relation }[] = [];
    for (const { citizen } of household.members) {
      if (citizen.id === form.data.citizenId) continue;
      const value = posted.get(`relation-${citizen.id}`);
      if (!isRelation(value) || value === 'head') continue;
      given[citizen.id] = value;
      confirmed.push({ citizenId: citizen.id, relation: value });
    }
    if (!form.valid) return fail(400, { form, given });
    const { commandId, citizenId, occurredOn, ...paper } = form.data;
    try {
      await send(event, ChangeHeadDocument, {
        meta: { commandId },
        householdId: household.id,
        citizenId,
        occurredOn,
        relations: confirmed,
        evidence: evidenceInput(paper),
      });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      refused(form, cause);
      return fail(400, { form, given });
    }
    redirect(303, `/households/${household.id}`);
  },
};
