import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import { ApiError, read, send } from '#lib/api/client.server.ts';
import {
  PlanBoundaryChangeDocument,
  StreetsDocument,
  ViewerDocument,
  type BoundaryChangeInput,
  type BoundaryChangeKind,
} from '#lib/api/generated.ts';
import { adminWard } from '#lib/admin-ward.server.ts';
import { openForm, refused } from '#lib/forms/command.server.ts';
import { establish, merge, rename, split } from '#lib/forms/admin-schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import type { Actions, PageServerLoad } from './$types';

const kinds = ['establish', 'rename', 'merge', 'split'] as const satisfies BoundaryChangeKind[];
const kindOf = (url: URL) => kinds.find((kind) => kind === url.searchParams.get('kind')) ?? error(404, '');
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export const load: PageServerLoad = async (event) => {
  const kind = kindOf(event.url);
  const { viewer } = await event.parent();
  const ward = await adminWard(event, viewer);
  const { streets } = await read(event, StreetsDocument, { unit: ward.code });
  const known = { effectiveOn: today() };
  const forms = {
    establish: await openForm(establish, known),
    rename: await openForm(rename, known),
    merge: await openForm(merge, { ...known, from: [] }),
    split: await openForm(split, known),
  };
  return { kind, ward, streets, ...forms };
};

type Change = Omit<BoundaryChangeInput, 'ward' | 'effectiveOn' | 'legalBasis'>;
interface Planned {
  commandId: string;
  effectiveOn: string;
  legalBasis: string;
}

async function plan(event: RequestEvent, { commandId, effectiveOn, legalBasis }: Planned, change: Change) {
  const { viewer } = await read(event, ViewerDocument, {});
  const ward = await adminWard(event, viewer);
  await send(event, PlanBoundaryChangeDocument, {
    meta: { commandId },
    input: { ward: ward.code, effectiveOn, legalBasis: legalBasis || null, ...change },
  });
}

/** One action a kind of change, each with its own form. */
export const actions: Actions = {
  establish: async (event) => {
    const form = await superValidate(event.request, establish);
    if (!form.valid) return fail(400, { establish: form });
    try {
      await plan(event, form.data, { establish: { code: form.data.code || null, name: form.data.name } });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      refused(form, cause);
      return fail(400, { establish: form });
    }
    redirect(303, '/admin/units');
  },
  rename: async (event) => {
    const form = await superValidate(event.request, rename);
    if (!form.valid) return fail(400, { rename: form });
    try {
      await plan(event, form.data, { rename: { code: form.data.unit, name: form.data.name } });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      refused(form, cause);
      return fail(400, { rename: form });
    }
    redirect(303, '/admin/units');
  },
  merge: async (event) => {
    const form = await superValidate(event.request, merge);
    if (!form.valid) return fail(400, { merge: form });
    try {
      await plan(event, form.data, {
        merge: { from: form.data.from, into: { code: form.data.code || null, name: form.data.name } },
      });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      refused(form, cause);
      return fail(400, { merge: form });
    }
    redirect(303, '/admin/units');
  },
  split: async (event) => {
    const form = await superValidate(event.request, split);
    if (!form.valid) return fail(400, { split: form });
    const { unit, ...parts } = form.data;
    const into = [
      { name: parts.name1, streets: parts.streets1 },
      { name: parts.name2, streets: parts.streets2 },
      { name: parts.name3, streets: parts.streets3 },
    ]
      .filter(({ name }) => name !== '')
      .map(({ name, streets }) => ({ unit: { name }, streets: lines(streets), dwellings: [] }));
    try {
      await plan(event, form.data, { split: { from: unit, into } });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      refused(form, cause);
      return fail(400, { split: form });
    }
    redirect(303, '/admin/units');
  },
};
