import { dictionary } from '#lib/messages.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  const [householdTexts, history] = await Promise.all([dictionary(locale, 'household'), dictionary(locale, 'history')]);
  return { householdTexts, history };
};
