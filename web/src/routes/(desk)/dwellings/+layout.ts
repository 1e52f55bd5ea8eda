import { dictionary } from '#lib/messages.ts';
import { householdWords } from '#lib/words/household.ts';
import { historyWords } from '#lib/words/history.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  const [householdTexts, history] = await Promise.all([
    dictionary(locale, householdWords),
    dictionary(locale, historyWords),
  ]);
  return { householdTexts, history };
};
