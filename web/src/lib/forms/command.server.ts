import { redirect, type RequestEvent } from '@sveltejs/kit';
import { message, superValidate, type SuperValidated } from 'sveltekit-superforms/server';
import { valibot } from 'sveltekit-superforms/adapters';
import type * as v from 'valibot';
import { ApiError } from '#lib/api/client.server.ts';

type FormSchema = v.GenericSchema<Record<string, unknown>, Record<string, unknown>>;

/** An empty form with its command id, and with what is already known. */
export function openForm<S extends FormSchema>(schema: S, known: Partial<v.InferInput<S>> = {}) {
  return superValidate({ ...known, commandId: crypto.randomUUID() }, valibot(schema), { errors: false });
}

/**
 * One post of a form: checks it by `schema`, lets `act` send the command, and goes where `act` says. A refusal of the API stands at
 * its field, or above the form when it belongs to none; what was typed stays.
 */
export async function submitForm<S extends FormSchema>(
  event: RequestEvent,
  schema: S,
  act: (data: v.InferOutput<S>, form: SuperValidated<v.InferOutput<S>>) => Promise<string>,
) {
  const form = await superValidate(event.request, valibot(schema));
  if (!form.valid) return message(form, undefined, { status: 400 });
  let to: string;
  try {
    to = await act(form.data, form);
  } catch (cause) {
    if (cause instanceof ApiError) return refused(form, cause);
    throw cause;
  }
  redirect(303, to);
}

/** Puts a refusal of the API into a form. */
export function refused<T extends Record<string, unknown>>(form: SuperValidated<T>, { field, message: text }: ApiError) {
  const at = field?.split('.').at(-1);
  if (at !== undefined && at in form.data) {
    form.valid = false;
    Object.assign(form.errors, { [at]: [text] });
    return message(form, undefined, { status: 400 });
  }
  return message(form, text, { status: 400 });
}
