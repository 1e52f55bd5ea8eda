import { fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import { AskSigningDocument, DossierPageDocument, SignFileDocument, SigningMeansDocument } from '#lib/api/generated.ts';
import { actsOf, toSign } from '#lib/dossiers/acts.ts';
import { firstOnes } from '#lib/dossiers/first.server.ts';
import { signing } from '#lib/dossiers/sign-schema.ts';
import { openForm, refused } from '#lib/forms/command.server.ts';
import { may } from '#lib/frame/destinations.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const dossier = found((await read(event, DossierPageDocument, { id: event.params.id })).dossier);
  const { signingMeans } = await read(event, SigningMeansDocument, {});
  const actor = {
    role: viewer.activePosition?.role ?? null,
    accountId: viewer.accountId,
    writes: may(viewer, 'signFile'),
  };
  const waiting = toSign(dossier);
  const { key, service } = signingMeans;
  return {
    dossier,
    means: signingMeans,
    files: waiting.map(({ fileId, name }) => ({ value: fileId, label: name })),
    offered: actsOf(dossier, actor).includes('sign'),
    form: await openForm(signing, {
      version: dossier.version,
      fileId: event.url.searchParams.get('file') ?? waiting.at(-1)?.fileId ?? '',
      by: key === null && service ? 'service' : 'file',
    }),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await superValidate(event.request, signing);
    const { commandId, version: expectedVersion, fileId, by, passphrase } = form.data;
    // It is never sent back into the page.
    form.data.passphrase = '';
    if (!form.valid) return fail(400, { form, first: [] });
    const on = { dossierId: event.params.id, expectedVersion };
    try {
      const asked = { meta: { commandId }, on, fileId };
      if (by === 'service') await send(event, AskSigningDocument, asked);
      else await send(event, SignFileDocument, { ...asked, passphrase });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      const first = await firstOnes(cause, event.locals.locale);
      // The next post is against what stands now.
      if (first) Object.assign(form.data, { version: expectedVersion + first.length });
      else if (cause.code === 'SIGNING_PASSPHRASE') Object.assign(form.errors, { passphrase: [cause.message] });
      else refused(form, cause);
      return fail(first ? 409 : 400, { form, first: first ?? [] });
    }
    redirect(303, `/dossiers/${event.params.id}`);
  },
};
