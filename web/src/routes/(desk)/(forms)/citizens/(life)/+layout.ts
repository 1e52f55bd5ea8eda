import { dictionary } from '#lib/messages.ts';
import { lifeWords } from '#lib/words/life.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  return { life: await dictionary(locale, lifeWords) };
};
