import { redirect } from '@sveltejs/kit';
import { localPath } from '#lib/local-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

/** Language and theme, kept in this browser for a year. */
export const actions: Actions = {
  default: async ({ request, cookies, url }) => {
    const data = await request.formData();
    const lang = data.get('lang');
    const theme = data.get('theme');
    const kept = {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: url.protocol === 'https:',
      maxAge: 31_536_000,
    } as const;
    if (lang === 'vi' || lang === 'en') cookies.set('nocgia_locale', lang, kept);
    if (theme === 'light' || theme === 'dark' || theme === 'system') cookies.set('theme', theme, kept);
    redirect(303, localPath(data.get('back')));
  },
};
