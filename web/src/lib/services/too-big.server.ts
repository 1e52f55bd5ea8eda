import { submissionWords } from '#lib/words/submission.ts';

/** What a page without script says of files that are too large for one post, with the way back to where they were chosen. */
export async function tooBigPage(locale: 'vi' | 'en', path: string): Promise<Response> {
  const { tooBig, back } = (await submissionWords[locale]()).submit;
  const page = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" /><title>413 · Nóc Gia</title></head>
<body><h1>${tooBig}</h1><p><a href="${path}">${back}</a></p></body></html>`;
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' };
  return new Response(page, { status: 413, headers });
}
