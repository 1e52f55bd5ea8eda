import { eventLabels } from '#lib/people/code-labels.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({ codes: eventLabels(locals.locale) });
