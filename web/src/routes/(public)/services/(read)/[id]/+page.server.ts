import { procedureAt } from '#lib/services/load.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => procedureAt(event, event.params.id);
