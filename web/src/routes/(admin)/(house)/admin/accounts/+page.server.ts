import { read } from '#lib/api/client.server.ts';
import { AccountsDocument } from '#lib/api/generated.ts';
import { pageSize } from '#lib/people/page-size.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const after = event.url.searchParams.get('after');
  const { accounts, behind } = await read(event, AccountsDocument, { text: null, after, first: pageSize });
  return { accounts, behind };
};
