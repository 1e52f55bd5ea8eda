import { fail } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import { apiOrigin, readerHeaders } from '#lib/api/client.server.ts';
import type { ReferenceUnitsQuery } from '#lib/api/generated.ts';
import { setup } from '#lib/forms/admin-schemas.ts';
import { setupNeeded } from '#lib/setup-needed.server.ts';
import type { Actions, PageServerLoad } from './$types';

type ReferenceUnit = ReferenceUnitsQuery['referenceUnits'][number];

export const load: PageServerLoad = async (event) => ({
  needed: await setupNeeded(event),
  form: await superValidate(setup),
});

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.normalize('NFC').trim())
    .filter(Boolean);

/** Passwords are never sent back into the page. */
function withoutPasswords<T extends { data: { password: string; again: string } }>(form: T): T {
  form.data.password = '';
  form.data.again = '';
  return form;
}

export const actions: Actions = {
  find: async (event) => {
    const form = withoutPasswords(await superValidate(event.request, setup, { errors: false }));
    const none: ReferenceUnit[] = [];
    if (form.data.find === '') return { form, wards: none };
    const asked = new URLSearchParams({ text: form.data.find });
    const response = await fetch(`${apiOrigin()}/setup/api/wards?${asked}`, { headers: readerHeaders(event) }).catch(
      () => null,
    );
    const wards: ReferenceUnit[] = response?.ok ? await response.json() : none;
    return { form, wards };
  },
  complete: async (event) => {
    const form = await superValidate(event.request, setup);
    const { wardCode, neighbourhoods, username, displayName, password, token } = form.data;
    withoutPasswords(form);
    if (!form.valid) return fail(400, { form });
    const response = await fetch(`${apiOrigin()}/setup/api/complete`, {
      method: 'POST',
      headers: { ...readerHeaders(event), 'content-type': 'application/json' },
      body: JSON.stringify({
        wardCode,
        neighbourhoods: lines(neighbourhoods),
        admin: { username, displayName, password },
        token,
      }),
    }).catch(() => null);
    const answer: { recoveryKey?: string; error?: { field?: string; message?: string } } =
      (await response?.json().catch(() => null)) ?? {};
    if (response?.ok && answer.recoveryKey) return { form, recoveryKey: answer.recoveryKey };
    const field = answer.error?.field?.split('.').at(-1);
    const text = answer.error?.message ?? 'unreachable';
    if (field !== undefined && field in form.data) Object.assign(form.errors, { [field]: [text] });
    else form.message = text;
    return fail(400, { form });
  },
};
