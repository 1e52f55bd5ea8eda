import { dictionary } from '#lib/messages.ts';
import { satisfactionWords } from '#lib/words/satisfaction.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  return { satisfactionTexts: await dictionary(locale, satisfactionWords) };
};
