import { fail, type RequestEvent } from '@sveltejs/kit';
import { adminWard } from '#lib/admin-ward.server.ts';
import { apiOrigin, readerHeaders } from '#lib/api/client.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What a catalogue changes, or has changed, of the ward's procedures. */
export interface CatalogueAnswer {
  published: boolean;
  new: { code: string; name: string }[];
  changed: { code: string; name: string }[];
  unchanged: number;
  asked: {
    code: string;
    name: string;
    term: { why: 'no_unit' | 'none' | 'differs' | 'cut'; number: number | null } | null;
    fees: string[];
  }[];
  refused: { row: number; code: string; why: 'code' | 'twice' | 'content' }[];
}

/** Larger than any catalogue; in base64 it still fits the form that carries it from the check to the publication. */
const LARGEST = 2 << 20;

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const { code, name } = await adminWard(event, viewer);
  return { unit: { code, name } };
};

async function ask(event: RequestEvent, ward: string, csv: string | null, publish: boolean) {
  const response = await event.fetch(`${apiOrigin()}/api/wards/${encodeURIComponent(ward)}/catalogue`, {
    method: 'POST',
    headers: { ...readerHeaders(event), 'content-type': 'application/json' },
    body: JSON.stringify({ csv, publish }),
  });
  const answer = (await response.json()) as CatalogueAnswer | { error: { message: string } };
  return 'error' in answer
    ? fail(response.status, { problem: answer.error.message, report: null, csv })
    : { problem: null, report: answer, csv };
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const text = (name: string): string => String(form.get(name) ?? '');
    const file = form.get('file');
    const ward = text('ward');
    const publish = text('publish') === '1';
    if (text('of') === 'shipped') return ask(event, ward, null, publish);
    if (publish) return ask(event, ward, text('csv'), true);
    if (!(file instanceof File) || file.size === 0) return fail(400, { missing: true, report: null, csv: null });
    if (file.size > LARGEST) return fail(413, { tooLarge: true, report: null, csv: null });
    return ask(event, ward, Buffer.from(await file.arrayBuffer()).toString('base64'), false);
  },
};
