import { matterLabels } from '#lib/people/code-labels.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({ matters: matterLabels(locals.locale) });
