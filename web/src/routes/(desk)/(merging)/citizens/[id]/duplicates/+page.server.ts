import { found, read } from '#lib/api/client.server.ts';
import { DuplicatesOfDocument } from '#lib/api/generated.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { citizen, duplicatesOf } = await read(event, DuplicatesOfDocument, { citizenId: event.params.id });
  return { citizen: found(citizen), candidates: duplicatesOf };
};
