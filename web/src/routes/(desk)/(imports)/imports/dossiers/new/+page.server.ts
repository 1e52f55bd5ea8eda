import { read } from '#lib/api/client.server.ts';
import { UnitsDocument } from '#lib/api/generated.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => read(event, UnitsDocument, { level: 'ward' });
