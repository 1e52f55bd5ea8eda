import { dictionary } from '#lib/messages.ts';
import { todayWords } from '#lib/words/today.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  return { ...data, todayTexts: await dictionary(locale, todayWords) };
};
