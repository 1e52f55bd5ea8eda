import { redirect } from '@sveltejs/kit';
import { read } from '#lib/api/client.server.ts';
import { DossierByCodeDocument } from '#lib/api/generated.ts';
import type { RequestHandler } from './$types';

/** Where the code on a paper leads who works on its dossier: to its page, and there to the very version that was printed. */
export const GET: RequestHandler = async (event) => {
  const asked = event.url.searchParams;
  const code = asked.get('code')?.trim().slice(0, 60) ?? '';
  if (code === '') redirect(303, '/dossiers');
  const { dossierByCode } = await read(event, DossierByCodeDocument, { code });
  if (!dossierByCode) redirect(303, `/dossiers?${new URLSearchParams({ tab: 'unit', text: code })}`);
  const paper = asked.get('paper') ?? '';
  const version = /^[0-9a-f-]{36}$/.test(paper) ? `?paper=${paper}#print` : '';
  redirect(303, `/dossiers/${dossierByCode.id}${version}`);
};
