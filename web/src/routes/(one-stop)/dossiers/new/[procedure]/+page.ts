import { dictionary } from '#lib/messages.ts';
import { intakeChoiceWords } from '#lib/words/intake-choice.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  return { ...data, intakeChoiceTexts: await dictionary(locale, intakeChoiceWords) };
};
