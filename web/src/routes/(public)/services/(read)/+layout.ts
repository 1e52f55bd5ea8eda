import { dictionary } from '#lib/messages.ts';
import { servicesWords } from '#lib/words/services.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  return { ...data, serviceTexts: await dictionary(locale, servicesWords) };
};
