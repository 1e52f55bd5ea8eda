import type { RequestEvent } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import type { ValidationAdapter } from 'sveltekit-superforms/adapters';
import { ApiError, send } from '#lib/api/client.server.ts';
import { FindWardsDocument } from '#lib/api/generated.ts';
import { refused } from './command.server.ts';
import type { Hit } from './find.server.ts';

/** Wards of the national list that a name or a code finds. */
async function wards(event: RequestEvent, text: string): Promise<Hit[]> {
  const { referenceUnits } = await send(event, FindWardsDocument, { text });
  return referenceUnits
    .filter(({ code }) => code.length === 5)
    .map(({ code, name, parentName }) => ({ id: code, title: name, subtitle: [parentName, code].join(' · ') }));
}

/** The "find" button of a form that asks for a ward: keeps what was typed and adds what was found. Works without script. */
export async function findWardsForForm<
  Out extends Record<string, unknown> & { find: string },
  In extends Record<string, unknown>,
>(event: RequestEvent, schema: ValidationAdapter<Out, In>) {
  const form = await superValidate<Out, string, In>(event.request, schema, { errors: false });
  const text = form.data.find.trim();
  if (text === '') return { form, hits: undefined, warnings: [] };
  try {
    return { form, hits: await wards(event, text), warnings: [] };
  } catch (cause) {
    if (cause instanceof ApiError) return refused(form, cause);
    throw cause;
  }
}

/** A ward of the national list as words: its name and that of its province; the code itself when nobody knows it. */
export async function wardInWords(event: RequestEvent, code: string): Promise<string> {
  const known = (await wards(event, code)).find(({ id }) => id === code);
  return known ? [known.title, known.subtitle.split(' · ')[0]].join(', ') : code;
}
