import { redirect } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

/** Only for who is signed in; a temporary password leads nowhere but to its change. */
export const load: LayoutServerLoad = async ({ parent, url, request }) => {
  const { viewer } = await parent();
  if (!viewer) redirect(303, request.headers.get('cookie')?.includes('session') ? '/sign-in?ended=1' : '/sign-in');
  if (viewer.mustChangePassword && url.pathname !== '/account') redirect(303, '/account');
  return { viewer };
};
