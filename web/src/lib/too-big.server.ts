import { tooBigWords } from '#lib/words/too-big.ts';

/** What a page without script says of a form, or of its files, that are too large for one post, with the way back to where they were. */
export async function tooBigPage(locale: 'vi' | 'en', what: 'files' | 'form', url: URL): Promise<Response> {
  const asked = new URL(url);
  // The names of actions, which are for posts.
  for (const name of url.searchParams.keys()) if (name.startsWith('/')) asked.searchParams.delete(name);
  const path = (asked.pathname + asked.search).replaceAll('&', '&amp;');
  const { back, ...said } = await tooBigWords[locale]();
  const page = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" /><title>413 · Nóc Gia</title></head>
<body><main><h1>${said[what]}</h1><p><a href="${path}">${back}</a></p></main></body></html>`;
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' };
  return new Response(page, { status: 413, headers });
}
