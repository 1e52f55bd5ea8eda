import { dictionary } from '#lib/messages.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  return { ...data, paperTexts: await dictionary(locale, 'papers') };
};
