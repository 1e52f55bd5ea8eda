import { found, read } from '#lib/api/client.server.ts';
import { ImportKeptDocument } from '#lib/api/generated.ts';
import { pageSize } from '#lib/people/page-size.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const after = event.url.searchParams.get('after');
  const answer = await read(event, ImportKeptDocument, { id: event.params.id, after, first: pageSize });
  return { import: found(answer.import), behind: answer.behind };
};
