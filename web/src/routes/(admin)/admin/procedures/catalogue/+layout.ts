import { dictionary } from '#lib/messages.ts';
import { catalogueWords } from '#lib/words/catalogue.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  return { catalogueTexts: await dictionary(locale, catalogueWords) };
};
