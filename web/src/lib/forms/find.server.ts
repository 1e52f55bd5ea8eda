import type { RequestEvent } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import type { ValidationAdapter } from 'sveltekit-superforms/adapters';
import { ApiError, send } from '#lib/api/client.server.ts';
import { FindHouseholdsDocument, SearchDocument, type SearchKind } from '#lib/api/generated.ts';
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
    const hits = kind === 'household' ? await householdHits(event, text) : await ofKind(event, text, kind);
    return { form, hits };
  } catch (cause) {
    if (cause instanceof ApiError) return refused(form, cause);
    throw cause;
  }
}

async function ofKind(event: RequestEvent, text: string, kind: SearchKind): Promise<Hit[]> {
  const { search } = await send(event, SearchDocument, { text, first: 30 });
  return search.hits.filter((hit) => hit.kind === kind).map(({ id, title, subtitle }) => ({ id, title, subtitle }));
}

/** Households by their head, else their number; beneath, where they live. */
export async function householdHits(event: RequestEvent, text: string): Promise<Hit[]> {
  const { householdsFound } = await send(event, FindHouseholdsDocument, { text });
  return householdsFound.map(({ id, number, head, dwelling }) => ({
    id,
    title: head?.fullName ?? number ?? dwelling.address,
    subtitle: [dwelling.address, (dwelling.neighbourhood ?? dwelling.ward).name].join(' · '),
  }));
}
