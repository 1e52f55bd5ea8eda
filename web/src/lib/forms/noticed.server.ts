import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { superValidate, type SuperValidated } from 'sveltekit-superforms/server';
import type { ValidationAdapter } from 'sveltekit-superforms/adapters';
import { ApiError, send } from '#lib/api/client.server.ts';
import { LifeWarningsDocument, type LifeWarningsInput, type WarnFragment } from '#lib/api/generated.ts';
import { refused } from './command.server.ts';

/** Warnings of an event that somebody is about to record and has not been shown yet; `noticed` are codes that they have been shown. */
export async function newWarnings(event: RequestEvent, noticed: string, asked: LifeWarningsInput) {
  const { lifeWarnings } = await send(event, LifeWarningsDocument, { input: asked });
  const known = noticed.split(',');
  return lifeWarnings.some(({ code }) => !known.includes(code)) ? lifeWarnings : [];
}

/**
 * One post of a form about an event of life. What is unusual is shown first, once; posted again, the command is sent by `act`, which says
 * where to go. A refusal stands at its field, and what was typed stays.
 */
export async function submitNoticed<Out extends { noticed: string }, In extends Record<string, unknown>>(
  event: RequestEvent,
  schema: ValidationAdapter<Out, In>,
  ask: (data: Out) => LifeWarningsInput,
  act: (data: Out, form: SuperValidated<Out, string, In>) => Promise<string>,
) {
  const form = await superValidate<Out, string, In>(event.request, schema);
  const warnings: WarnFragment[] = [];
  if (!form.valid) return fail(400, { form, warnings });
  let to: string;
  try {
    const found = await newWarnings(event, form.data.noticed, ask(form.data));
    if (found.length > 0) return fail(409, { form, warnings: found });
    to = await act(form.data, form);
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    refused(form, cause);
    return fail(400, { form, warnings });
  }
  redirect(303, to);
}
