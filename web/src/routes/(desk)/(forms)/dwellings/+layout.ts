import { dictionary } from '#lib/messages.ts';
import { householdWords } from '#lib/words/household.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  return { householdTexts: await dictionary(locale, householdWords) };
};
