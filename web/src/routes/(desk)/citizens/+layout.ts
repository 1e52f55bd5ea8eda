import { dictionary } from '#lib/messages.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  const [life, history] = await Promise.all([dictionary(locale, 'life'), dictionary(locale, 'history')]);
  return { life, history };
};
