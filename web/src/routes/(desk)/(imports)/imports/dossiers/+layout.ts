import { dictionary } from '#lib/messages.ts';
import { pastWords } from '#lib/words/past.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  return { pastTexts: await dictionary(locale, pastWords) };
};
