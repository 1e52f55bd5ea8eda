import { dictionary } from '#lib/messages.ts';
import { followWords } from '#lib/words/follow.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  return { followTexts: await dictionary(locale, followWords) };
};
