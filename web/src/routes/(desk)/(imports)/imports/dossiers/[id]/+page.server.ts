import { dossierImportIssueEntries } from '@nocgia/schemas/dossier-import-issues.ts';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import {
  CancelDossierImportDocument,
  CheckDossierImportDocument,
  CommitDossierImportDocument,
  DossierImportPageDocument,
  WithdrawDossierImportDocument,
  type PastDossierState,
} from '#lib/api/generated.ts';
import { pageSize } from '#lib/people/page-size.ts';
import type { Actions, PageServerLoad } from './$types';

const states = ['create', 'unchanged', 'open', 'warning', 'error', 'skipped'] as const satisfies PastDossierState[];

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const state = states.find((each) => each === searchParams.get('state')) ?? null;
  const answer = await read(event, DossierImportPageDocument, {
    id: event.params.id,
    state,
    after: searchParams.get('after'),
    first: pageSize,
  });
  const shown = found(answer.dossierImport);
  // The texts of what was found stand with the codes themselves; the page gets those it shows, in its reader's language.
  const texts: Readonly<Record<string, { vi: string; en: string }>> = dossierImportIssueEntries;
  const issueTexts = Object.fromEntries(
    (shown.summary?.issues ?? []).map(({ code }) => [code, texts[code]?.[event.locals.locale] ?? code]),
  );
  return { import: shown, fields: answer.dossierImportFields, issueTexts, state, behind: answer.behind };
};

async function step(event: RequestEvent<{ id: string }>, work: () => Promise<unknown>) {
  try {
    await work();
  } catch (cause) {
    if (cause instanceof ApiError) return fail(400, { problem: cause.message });
    throw cause;
  }
  redirect(303, `/imports/dossiers/${event.params.id}`);
}

export const actions: Actions = {
  check: async (event) => {
    const mapping = [...(await event.request.formData())].flatMap(([name, field]) => {
      const column = /^column-(\d+)$/.exec(name)?.[1];
      return column === undefined || typeof field !== 'string' || field === ''
        ? []
        : [{ field, column: Number(column) }];
    });
    return step(event, () => send(event, CheckDossierImportDocument, { importId: event.params.id, mapping }));
  },
  commit: (event) => step(event, () => send(event, CommitDossierImportDocument, { importId: event.params.id })),
  cancel: (event) => step(event, () => send(event, CancelDossierImportDocument, { importId: event.params.id })),
  withdraw: (event) => step(event, () => send(event, WithdrawDossierImportDocument, { importId: event.params.id })),
};
