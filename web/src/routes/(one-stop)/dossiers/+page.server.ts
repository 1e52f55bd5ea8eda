import { matters } from '@nocgia/schemas/code-lists/matters.ts';
import { read } from '#lib/api/client.server.ts';
import { DossierOfficersDocument, InboxDocument } from '#lib/api/generated.ts';
import { workOnChosen } from '#lib/dossiers/batch.server.ts';
import { tabNames, tabs } from '#lib/dossiers/tabs.ts';
import { pageSize } from '#lib/people/page-size.ts';
import type { Actions, PageServerLoad } from './$types';

const paces = ['late', 'due_soon', 'likely_late', 'stuck'] as const;

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const tab = tabNames.find((name) => name === asked.get('tab')) ?? 'mine';
  const pace = paces.find((one) => one === asked.get('pace')) ?? null;
  const matter = matters.find(({ code }) => code === asked.get('matter'))?.code ?? null;
  const text = asked.get('text')?.trim() ?? '';
  const { drawer, whose } = tabs[tab];
  const filter = { drawer, whose, pace: drawer === 'open' ? pace : null, matter, text };
  const after = asked.get('after');
  const { dossiers, dossierCounts, behind } = await read(event, InboxDocument, { ...filter, after, first: pageSize });
  const { viewer } = await event.parent();
  const role = viewer.activePosition?.role;
  const gives = drawer === 'open' && (role === 'leader' || role === 'desk');
  const { dossierOfficers: officers } = gives
    ? await read(event, DossierOfficersDocument, {})
    : { dossierOfficers: [] };
  return {
    officers,
    commandId: crypto.randomUUID(),
    tab,
    pace: filter.pace,
    matter,
    text,
    dossiers,
    counts: dossierCounts,
    behind,
  };
};

export const actions: Actions = { batch: workOnChosen };
