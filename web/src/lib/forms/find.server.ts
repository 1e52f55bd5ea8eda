import type { RequestEvent } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import type { ValidationAdapter } from 'sveltekit-superforms/adapters';
import { ApiError, send } from '#lib/api/client.server.ts';
import { SearchDocument, type SearchKind } from '#lib/api/generated.ts';
import { refused } from './command.server.ts';

export interface Hit {
  id: string;
  title: string;
  subtitle: string;
}

/** The "find" button of a form: keeps what was typed and adds what was found of one kind. Works without script. */
export async function findForForm<
  Out extends Record<string, unknown> & { find: string },
  In extends Record<string, unknown>,
>(event: RequestEvent, schema: ValidationAdapter<Out, In>, kind: SearchKind) {
  const form = await superValidate<Out, string, In>(event.request, schema, { errors: false });
  const text = form.data.find.trim();
  if (text === '') return { form, hits: undefined };
  try {
    const { search } = await send(event, SearchDocument, { text, first: 30 });
    const hits: Hit[] = search.hits
      .filter((hit) => hit.kind === kind)
      .map(({ id, title, subtitle }) => ({ id, title, subtitle }));
    return { form, hits };
  } catch (cause) {
    if (cause instanceof ApiError) return refused(form, cause);
    throw cause;
  }
}
