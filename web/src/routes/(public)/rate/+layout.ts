import { dictionary } from '#lib/messages.ts';
import { rateWords } from '#lib/words/rate.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  return { rateTexts: await dictionary(locale, rateWords) };
};
