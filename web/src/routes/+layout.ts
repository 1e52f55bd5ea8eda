import { dictionary } from '#lib/messages.ts';
import { commonWords } from '#lib/words/common.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data }) => ({ ...data, common: await dictionary(data.locale, commonWords) });
