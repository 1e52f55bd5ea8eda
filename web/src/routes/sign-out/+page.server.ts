import { redirect } from '@sveltejs/kit';
import { apiOrigin, readerHeaders } from '#lib/api/client.server.ts';
import { forwardCookies } from '#lib/api/cookies.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
  default: async (event) => {
    const response = await fetch(`${apiOrigin()}/auth/sign-out`, { method: 'POST', headers: readerHeaders(event) });
    forwardCookies(event, response);
    redirect(303, '/sign-in');
  },
};
