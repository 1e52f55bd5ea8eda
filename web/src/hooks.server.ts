import { tooBigPage } from '#lib/too-big.server.ts';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';

/** Every field of the longest form filled with ten thousand letters, so that the form itself can say which is too long; in bytes. */
const LARGEST_FORM = 4 << 20;
/** Photos that go through the page itself, where its scripts do not send them one by one; the server cuts off at 16 MB. */
const LARGEST_WITH_FILES = 15 << 20;
const withFiles = new Set([
  '/(public)/services/[id]/submit',
  '/(public)/follow',
  '/(one-stop)/dossiers/new/[procedure]/form',
  '/(one-stop)/dossiers/[id]/take',
]);

const themes: readonly string[] = ['light', 'dark', 'system', 'wall'] satisfies Theme[];
const isTheme = (text: string | undefined): text is Theme => text !== undefined && themes.includes(text);

/** Language and theme of the reader, from their cookies; Vietnamese and the device's own theme when they have not chosen. */
export const handle: Handle = async ({ event, resolve }) => {
  // Said here: a form's reader takes a body that was cut off for an empty one.
  const files = withFiles.has(event.route.id ?? '');
  const locale = event.cookies.get('nocgia_locale') === 'en' ? 'en' : 'vi';
  if (Number(event.request.headers.get('content-length') ?? 0) > (files ? LARGEST_WITH_FILES : LARGEST_FORM)) {
    if (event.request.headers.get('x-sveltekit-action') === 'true')
      return Response.json({ type: 'error', status: 413, error: { message: '' } });
    return tooBigPage(locale, files ? 'files' : 'form', event.url);
  }
  const theme = event.cookies.get('theme');
  event.locals.locale = locale;
  event.locals.theme = isTheme(theme) ? theme : 'system';
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%nocgia.lang%', locale).replace('%nocgia.theme%', event.locals.theme),
  });
  // A page holds personal data: no shared or local cache may keep it.
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  return response;
};

/** Where it broke, without the message, which may quote what somebody typed. */
function placeOf(error: unknown): string[] {
  return error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => line.trimStart().startsWith('at '))
        .slice(0, 8)
    : [];
}

/** What the browser learns of a failure is its kind; the place of the cause goes to the log. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === 'unknown')
    console.error(
      JSON.stringify({
        level: 'error',
        route: event.route.id,
        kind: error instanceof Error ? error.name : 'unknown',
        stack: placeOf(error),
      }),
    );
};
