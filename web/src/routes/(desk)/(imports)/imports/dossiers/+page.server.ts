import { read } from '#lib/api/client.server.ts';
import { DossierImportsDocument } from '#lib/api/generated.ts';
import { pageSize } from '#lib/people/page-size.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  read(event, DossierImportsDocument, { after: event.url.searchParams.get('after'), first: pageSize });
