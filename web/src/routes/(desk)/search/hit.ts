import type { SearchQuery } from '#lib/api/generated.ts';

type Hit = SearchQuery['search']['hits'][number];
const folders = { citizen: 'citizens', household: 'households', dwelling: 'dwellings' };

/** The page of what was found. */
export function hitHref({ kind, id }: Hit): string {
  return `/${folders[kind]}/${id}`;
}
