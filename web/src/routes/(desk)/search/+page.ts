import { dictionary } from '#lib/messages.ts';
import { searchWords } from '#lib/words/search.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  return { ...data, searchTexts: await dictionary(locale, searchWords) };
};
