import { dictionary } from '#lib/messages.ts';
import { oneStopWords } from '#lib/words/one-stop.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  return { oneStopTexts: await dictionary(locale, oneStopWords) };
};
