import { fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import { ApiError, read, send } from '#lib/api/client.server.ts';
import {
  ChangePasswordDocument,
  KeepSigningKeyDocument,
  RemoveSigningKeyDocument,
  SigningMeansDocument,
  SignOutEverywhereDocument,
} from '#lib/api/generated.ts';
import { refused } from '#lib/forms/command.server.ts';
import { changePassword } from '#lib/forms/schemas.ts';
import { may } from '#lib/frame/destinations.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  // Who has a one-time password to change may ask nothing else, and who works on no dossiers signs none.
  const signs = !viewer.mustChangePassword && may(viewer, 'signFile');
  const means = signs ? await read(event, SigningMeansDocument, {}) : null;
  return { form: await superValidate(changePassword), means: means?.signingMeans ?? null };
};

/** A certificate file is some kilobytes. */
const MOST_BYTES = 64 * 1024;

export const actions: Actions = {
  password: async (event) => {
    const form = await superValidate(event.request, changePassword);
    const { current, next } = form.data;
    // Passwords are never sent back into the page.
    form.data = { current: '', next: '', again: '' };
    if (!form.valid) return fail(400, { form });
    try {
      await send(event, ChangePasswordDocument, { current, next });
    } catch (cause) {
      if (cause instanceof ApiError) return refused(form, cause);
      throw cause;
    }
    return { form, changed: true };
  },
  keepKey: async (event) => {
    const posted = await event.request.formData();
    const [file, passphrase] = [posted.get('file'), posted.get('passphrase')];
    if (!(file instanceof File) || file.size === 0 || typeof passphrase !== 'string')
      return fail(400, { key: { missing: 'needed' as const } });
    if (file.size > MOST_BYTES) return fail(400, { key: { missing: 'tooLarge' as const } });
    try {
      const bytes = Buffer.from(await file.arrayBuffer()).toString('base64');
      await send(event, KeepSigningKeyDocument, { file: bytes, passphrase });
    } catch (cause) {
      if (cause instanceof ApiError) return fail(400, { key: { problem: cause.message } });
      throw cause;
    }
    return { key: { done: 'kept' as const } };
  },
  removeKey: async (event) => {
    await send(event, RemoveSigningKeyDocument, {});
    return { key: { done: 'removed' as const } };
  },
  everywhere: async (event) => {
    await send(event, SignOutEverywhereDocument, {});
    redirect(303, '/sign-in');
  },
};
