import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import { ApiError, found, read } from '#lib/api/client.server.ts';
import { DossierAssigneesDocument, DossierPageDocument } from '#lib/api/generated.ts';
import { acts } from '#lib/dossiers/acts.server.ts';
import { actsOf, isAct, stepsAround, type ActName, type ShownDossier } from '#lib/dossiers/acts.ts';
import { besideFees } from '#lib/dossiers/asked-fees.ts';
import { askedPapers } from '#lib/dossiers/asked-papers.ts';
import { firstOnes } from '#lib/dossiers/first.server.ts';
import { openForm, refused } from '#lib/forms/command.server.ts';
import { today } from '#lib/forms/today.server.ts';
import { may } from '#lib/frame/destinations.ts';
import { dictionary } from '#lib/messages.ts';
import { actHintsWords } from '#lib/words/act-hints.ts';
import type { Actions, PageServerLoad } from './$types';

function named(name: string): Exclude<ActName, 'take' | 'sign' | 'register'> {
  if (!isAct(name) || name === 'take' || name === 'sign' || name === 'register') error(404, '');
  return name;
}

/** Who may do the step that this act gives to somebody. */
async function assignees(event: RequestEvent, name: ActName, dossier: ShownDossier) {
  const step = name === 'assign' ? dossier.step : name === 'hand-on' ? stepsAround(dossier).next : null;
  if (!step) return [];
  return (await read(event, DossierAssigneesDocument, { dossierId: dossier.id, step: step.key })).dossierAssignees;
}

export const load: PageServerLoad = async (event) => {
  const name = named(event.params.act);
  const { viewer } = await event.parent();
  const dossier = found((await read(event, DossierPageDocument, { id: event.params.id })).dossier);
  const actor = {
    role: viewer.activePosition?.role ?? null,
    accountId: viewer.accountId,
    writes: may(viewer, 'handOnDossier'),
  };
  const offered = actsOf(dossier, actor).includes(name);
  const { schema, known } = acts[name];
  return {
    act: name,
    hint: (await dictionary(event.locals.locale, actHintsWords))[name],
    dossier,
    /** False where somebody was first: what was typed still stands on the page. */
    offered,
    assignees: offered ? await assignees(event, name, dossier) : [],
    today: today(),
    form: await openForm(schema, { ...known?.(dossier, event), version: dossier.version }),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { schema, wrong, send } = acts[named(event.params.act)];
    const posted = await event.request.formData();
    const form = await superValidate(posted, schema);
    const again = { form, beside: besideFees(posted), asked: askedPapers(posted), first: [] };
    const missing = form.valid ? (wrong?.(form.data, posted) ?? null) : null;
    if (missing !== null) form.message = missing;
    if (!form.valid || missing !== null) return fail(400, again);
    const { data } = form;
    const on = { dossierId: event.params.id, expectedVersion: data.version };
    try {
      await send(event, { meta: { commandId: data.commandId }, on, data, posted });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      const first = await firstOnes(cause, event.locals.locale);
      // The next post is against what stands now.
      if (first) Object.assign(form.data, { version: data.version + first.length });
      else refused(form, cause);
      return fail(first ? 409 : 400, { ...again, first: first ?? [] });
    }
    redirect(303, `/dossiers/${event.params.id}`);
  },
};
