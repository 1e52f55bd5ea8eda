import { redirect } from '@sveltejs/kit';
import { message, superValidate } from 'sveltekit-superforms/server';
import { apiOrigin, readerHeaders } from '#lib/api/client.server.ts';
import { forwardCookies } from '#lib/api/cookies.server.ts';
import { signIn } from '#lib/forms/schemas.ts';
import { setupNeeded } from '#lib/setup-needed.server.ts';
import { localPath } from '#lib/local-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewer, demo } = await event.parent();
  if (viewer) redirect(303, '/');
  if (!demo && (await setupNeeded(event))) redirect(303, '/setup');
  return { form: await superValidate(signIn), ended: event.url.searchParams.has('ended') };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await superValidate(event.request, signIn);
    const { username, password } = form.data;
    // The password is never sent back into the page.
    form.data.password = '';
    if (!form.valid) return message(form, undefined, { status: 400 });
    let answer: { mustChangePassword?: boolean; error?: { message: string } };
    let status: number;
    try {
      const response = await fetch(`${apiOrigin()}/auth/sign-in`, {
        method: 'POST',
        headers: { ...readerHeaders(event), 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ username, password }),
      });
      forwardCookies(event, response);
      status = response.status;
      answer = await response.json();
    } catch {
      return message(form, 'unreachable', { status: 503 });
    }
    if (status !== 200)
      return message(form, answer.error?.message ?? 'unreachable', { status: status === 429 ? 429 : 401 });
    redirect(303, answer.mustChangePassword ? '/account' : localPath(event.url.searchParams.get('to')));
  },
};
