import { dictionary } from '#lib/messages.ts';
import { mergingWords } from '#lib/words/merging.ts';
import { historyWords } from '#lib/words/history.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  const [merging, history] = await Promise.all([dictionary(locale, mergingWords), dictionary(locale, historyWords)]);
  return { merging, history };
};
