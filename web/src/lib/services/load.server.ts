import type { RequestEvent } from '@sveltejs/kit';
import { found, read } from '#lib/api/client.server.ts';
import { PublicProcedureDocument, PublicWardsDocument, type PublicDeskFragment } from '#lib/api/generated.ts';
import type { PublicProcedure } from './words.ts';

/** A procedure with the desk that takes it, by id, or by code and `?ward=`; its absence is the page's 404. */
export async function procedureAt(
  event: RequestEvent,
  id: string,
): Promise<{ procedure: PublicProcedure; ward: PublicDeskFragment }> {
  const ward = event.url.searchParams.get('ward');
  const [{ publicProcedure }, { publicWards }] = await Promise.all([
    read(event, PublicProcedureDocument, { id, ward }),
    read(event, PublicWardsDocument, {}),
  ]);
  const procedure = found(publicProcedure);
  return { procedure, ward: found(publicWards.find((one) => one.ward === procedure.ward)) };
}
