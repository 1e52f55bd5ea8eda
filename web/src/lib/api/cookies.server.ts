import type { RequestEvent } from '@sveltejs/kit';

type SameSite = 'lax' | 'strict' | 'none';
const isSameSite = (text: string): text is SameSite => text === 'lax' || text === 'strict' || text === 'none';

/** Hands the cookies that the API set (the session, renewed or ended) on to the browser, as they are. */
export function forwardCookies(event: RequestEvent, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const cut = pair.indexOf('=');
    if (cut < 1) continue;
    const given = new Map(
      attributes.map((attribute) => {
        const at = attribute.indexOf('=');
        return at < 0
          ? ([attribute.toLowerCase(), ''] as const)
          : ([attribute.slice(0, at).toLowerCase(), attribute.slice(at + 1)] as const);
      }),
    );
    const sameSite = given.get('samesite')?.toLowerCase() ?? 'lax';
    const maxAge = given.get('max-age');
    const expires = given.get('expires');
    event.cookies.set(pair.slice(0, cut), pair.slice(cut + 1), {
      path: given.get('path') ?? '/',
      httpOnly: given.has('httponly'),
      secure: given.has('secure'),
      sameSite: isSameSite(sameSite) ? sameSite : 'lax',
      ...(maxAge === undefined ? {} : { maxAge: Number(maxAge) }),
      ...(expires === undefined ? {} : { expires: new Date(expires) }),
      encode: (value) => value,
    });
  }
}
