import { relation as relations } from '@nocgia/schemas/events/citizen.ts';
import { importIssueEntries } from '@nocgia/schemas/import-issues.ts';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import {
  ApplyImportTemplateDocument,
  CancelImportDocument,
  CheckImportDocument,
  CommitImportDocument,
  DeleteImportTemplateDocument,
  EstablishNeighbourhoodsDocument,
  ImportPageDocument,
  SaveImportTemplateDocument,
  type ImportRowState,
  type Relation,
} from '#lib/api/generated.ts';
import { pageSize } from '#lib/people/page-size.ts';
import type { Actions, PageServerLoad } from './$types';

const isRelation = (value: unknown): value is Relation => relations.options.some((each) => each === value);
const rowStates = [
  'create',
  'update',
  'unchanged',
  'confirm',
  'warning',
  'error',
  'skipped',
] as const satisfies ImportRowState[];

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const state = rowStates.find((each) => each === searchParams.get('state')) ?? null;
  const answer = await read(event, ImportPageDocument, {
    id: event.params.id,
    state,
    after: searchParams.get('after'),
    first: pageSize,
  });
  const shown = found(answer.import);
  // The texts of what was found stand with the codes themselves; the page gets those it shows, in its reader's language.
  const codes = new Set(
    [...(shown.summary?.issues ?? []), ...shown.rows.items.flatMap(({ issues }) => issues)].map(({ code }) => code),
  );
  const texts: Readonly<Record<string, { vi: string; en: string }>> = importIssueEntries;
  const issueTexts = Object.fromEntries([...codes].map((code) => [code, texts[code]?.[event.locals.locale] ?? code]));
  return {
    import: shown,
    commandId: crypto.randomUUID(),
    importFields: answer.importFields,
    issueTexts,
    state,
    behind: answer.behind,
  };
};

async function step(event: RequestEvent<{ id: string }>, work: () => Promise<unknown>) {
  try {
    await work();
  } catch (cause) {
    if (cause instanceof ApiError) return fail(400, { problem: cause.message });
    throw cause;
  }
  redirect(303, `/imports/${event.params.id}`);
}

export const actions: Actions = {
  check: async (event) => {
    const posted = await event.request.formData();
    const relations = [...posted].flatMap(([name, relation]) => {
      const code = /^relation-(\d+)$/.exec(name)?.[1];
      return code !== undefined && isRelation(relation) ? [{ code, relation }] : [];
    });
    const mapping = [...posted].flatMap(([name, field]) => {
      const column = /^column-(\d+)$/.exec(name)?.[1];
      if (column === undefined || typeof field !== 'string' || field === '') return [];
      return [{ field, column: Number(column), ...(field === 'relation' && { relations }) }];
    });
    return step(event, () => send(event, CheckImportDocument, { importId: event.params.id, mapping }));
  },
  establish: async (event) => {
    const posted = await event.request.formData();
    const names = posted.getAll('name').filter((name) => typeof name === 'string');
    const meta = { commandId: String(posted.get('commandId')) };
    return step(event, () => send(event, EstablishNeighbourhoodsDocument, { meta, importId: event.params.id, names }));
  },
  saveTemplate: async (event) => {
    const name = String((await event.request.formData()).get('name') ?? '');
    return step(event, () => send(event, SaveImportTemplateDocument, { importId: event.params.id, name }));
  },
  template: async (event) => {
    const posted = await event.request.formData();
    const wanted = { importId: event.params.id, templateId: String(posted.get('template') ?? '') };
    return step(event, () =>
      posted.get('do') === 'delete'
        ? send(event, DeleteImportTemplateDocument, wanted)
        : send(event, ApplyImportTemplateDocument, wanted),
    );
  },
  commit: (event) =>
    step(event, () => send(event, CommitImportDocument, { importId: event.params.id, skipErrors: true })),
  cancel: (event) => step(event, () => send(event, CancelImportDocument, { importId: event.params.id })),
};
