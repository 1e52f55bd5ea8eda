import { redirect } from '@sveltejs/kit';
import { read } from '#lib/api/client.server.ts';
import { SearchDocument } from '#lib/api/generated.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was asked is a person's name or number: it stands in a cookie of this path for a quarter of an hour, never in an address. */
const asked = 'asked';

export const load: PageServerLoad = async (event) => {
  const text = event.cookies.get(asked) ?? '';
  if (text === '') return { text, result: null };
  const { search, behind } = await read(event, SearchDocument, { text, first: 50 });
  return { text, result: search, behind };
};

export const actions: Actions = {
  default: async ({ request, cookies, url }) => {
    const text = (await request.formData()).get('text');
    const kept = {
      path: '/search',
      httpOnly: true,
      sameSite: 'lax',
      secure: url.protocol === 'https:',
      maxAge: 900,
    } as const;
    if (typeof text === 'string') cookies.set(asked, text.normalize('NFC').trim().slice(0, 200), kept);
    redirect(303, '/search');
  },
};
