import { dictionary } from '#lib/messages.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  const [merging, history] = await Promise.all([dictionary(locale, 'merging'), dictionary(locale, 'history')]);
  return { merging, history };
};
