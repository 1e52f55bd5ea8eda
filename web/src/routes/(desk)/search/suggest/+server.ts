import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { send } from '#lib/api/client.server.ts';
import { SearchDocument } from '#lib/api/generated.ts';
import type { Suggestion } from '#lib/frame/suggestion.ts';
import { hitHref } from '../hit.ts';
import type { RequestHandler } from './$types';

const question = v.object({ text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)) });

/** Suggestions as one types: posted, so that no name stands in an address or a log of addresses. */
export const POST: RequestHandler = async (event) => {
  const asked = v.safeParse(question, await event.request.json().catch(() => null));
  if (!asked.success) return json([]);
  const { search } = await send(event, SearchDocument, { text: asked.output.text, first: 8 });
  const suggestions: Suggestion[] = search.hits.map((hit) => ({
    kind: hit.kind,
    href: hitHref(hit),
    title: hit.title,
    subtitle: hit.subtitle,
  }));
  return json(suggestions);
};
