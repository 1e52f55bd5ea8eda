import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { superValidate, type SuperValidated } from 'sveltekit-superforms/server';
import type { ValidationAdapter } from 'sveltekit-superforms/adapters';
import { ApiError } from '#lib/api/client.server.ts';

type Fields = Record<string, unknown>;

/** An empty form with its command id, and with what is already known. */
export async function openForm<Out extends Fields & { commandId: string }, In extends Fields>(
  schema: ValidationAdapter<Out, In>,
  known: Partial<In> = {},
) {
  const form = await superValidate<Out, string, In>(known, schema, { errors: false });
  Object.assign(form.data, { commandId: crypto.randomUUID() });
  return form;
}

/**
 * One post of a form: checks it by `schema`, lets `act` send the command, and goes where `act` says. A refusal of the API stands at
 * its field, or above the form when it belongs to none; what was typed stays.
 */
export async function submitForm<Out extends Fields, In extends Fields>(
  event: RequestEvent,
  schema: ValidationAdapter<Out, In>,
  act: (data: Out, form: SuperValidated<Out, string, In>) => Promise<string>,
) {
  const form = await superValidate<Out, string, In>(event.request, schema);
  if (!form.valid) return fail(400, { form });
  let to: string;
  try {
    to = await act(form.data, form);
  } catch (cause) {
    if (cause instanceof ApiError) return refused(form, cause);
    throw cause;
  }
  redirect(303, to);
}

/** Puts a refusal of the API into a form, at its field or above it, and answers with it. */
export function refused<Out extends Fields, In extends Fields>(
  form: SuperValidated<Out, string, In>,
  { field, message }: ApiError,
) {
  // The paper's fields stand in a form of their own under names of their own.
  const at = field
    ?.replace(/^evidence\.(.)/, (_, first: string) => `evidence${first.toUpperCase()}`)
    .split('.')
    .at(-1);
  form.valid = false;
  if (at !== undefined && at in form.data) Object.assign(form.errors, { [at]: [message] });
  else form.message = message;
  return fail(400, { form });
}
