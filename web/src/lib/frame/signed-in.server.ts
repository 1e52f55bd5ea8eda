import { redirect } from '@sveltejs/kit';
import type { ViewerQuery } from '#lib/api/generated.ts';

interface Asked {
  parent(): Promise<{ viewer: ViewerQuery['viewer'] }>;
  url: URL;
  request: Request;
}

/** Lets on only who is signed in; a temporary password leads nowhere but to its change. */
export async function signedIn({ parent, url, request }: Asked) {
  const { viewer } = await parent();
  if (!viewer)
    redirect(303, request.headers.get('cookie')?.includes('nocgia_session') ? '/sign-in?ended=1' : '/sign-in');
  if (viewer.mustChangePassword && url.pathname !== '/account') redirect(303, '/account');
  return { viewer };
}
