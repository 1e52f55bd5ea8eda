import { found, read } from '#lib/api/client.server.ts';
import { SatisfactionDocument } from '#lib/api/generated.ts';
import { askedOf } from '#lib/satisfaction/asked.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const { ward, period, leads } = askedOf(event, viewer);
  const { satisfaction } = await read(event, SatisfactionDocument, { ward, period });
  return { figures: found(satisfaction), period, leads, accountId: viewer.accountId };
};
