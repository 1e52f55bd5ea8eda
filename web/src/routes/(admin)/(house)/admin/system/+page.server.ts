import { read } from '#lib/api/client.server.ts';
import { SystemStateDocument } from '#lib/api/generated.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => read(event, SystemStateDocument, {});
