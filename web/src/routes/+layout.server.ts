import { error } from '@sveltejs/kit';
import { ApiError, send } from '#lib/api/client.server.ts';
import { ViewerDocument } from '#lib/api/generated.ts';
import type { LayoutServerLoad } from './$types';

/** Who reads, in which language and theme; null when nobody is signed in, or when the server cannot say. */
export const load: LayoutServerLoad = async (event) => {
  const { locale, theme } = event.locals;
  const demo = process.env.NOCGIA_DEMO !== '0';
  // A reader without any cookie has no session to ask about.
  if (!event.request.headers.has('cookie')) return { locale, theme, demo, viewer: null };
  const viewer = await send(event, ViewerDocument, {}).then(
    ({ viewer }) => viewer,
    (cause: unknown) => {
      if (cause instanceof ApiError) error(503, '');
      return null;
    },
  );
  return { locale, theme, demo, viewer };
};
