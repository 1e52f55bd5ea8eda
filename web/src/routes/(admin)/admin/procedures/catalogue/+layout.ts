import { dictionary } from '#lib/messages.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  return { catalogueTexts: await dictionary(locale, 'catalogue') };
};
