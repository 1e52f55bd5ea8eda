import { versionsOf } from '#lib/one-stop/publish.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => versionsOf(event, event.params.id);
