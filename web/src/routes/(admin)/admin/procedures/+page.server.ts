import { matters } from '@nocgia/schemas/code-lists/matters.ts';
import { adminWard } from '#lib/admin-ward.server.ts';
import { read } from '#lib/api/client.server.ts';
import { ProcedureCatalogueDocument } from '#lib/api/generated.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const unit = await adminWard(event, viewer);
  const asked = event.url.searchParams;
  const text = asked.get('text')?.trim() ?? '';
  const matter = matters.find(({ code }) => code === asked.get('matter'))?.code ?? null;
  const { procedures, behind } = await read(event, ProcedureCatalogueDocument, { ward: unit.code, text, matter });
  return { unit, text, matter, procedures, behind };
};
