import { matters } from '@nocgia/schemas/code-lists/matters.ts';
import { adminWard } from '#lib/admin-ward.server.ts';
import { read } from '#lib/api/client.server.ts';
import { ProcedureCatalogueDocument } from '#lib/api/generated.ts';
import type { PageServerLoad } from './$types';

/** Procedures on a page; one more is asked for, which tells whether there is a next page. */
const SIZE = 100;

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const unit = await adminWard(event, viewer);
  const asked = event.url.searchParams;
  const text = asked.get('text')?.trim() ?? '';
  const matter = matters.find(({ code }) => code === asked.get('matter'))?.code ?? null;
  const withoutTerm = asked.has('without-term');
  const turned = Math.min(Math.max(Math.trunc(Number(asked.get('n'))) || 0, 0), 1000);
  const filter = { ward: unit.code, text, matter, withoutTerm, skip: turned * SIZE };
  const { procedures, behind } = await read(event, ProcedureCatalogueDocument, filter);
  const nextCursor = procedures.length > SIZE ? 'next' : null;
  return { unit, text, matter, withoutTerm, procedures: procedures.slice(0, SIZE), size: SIZE, nextCursor, behind };
};
