import { dictionary } from '#lib/messages.ts';
import { intakeWords } from '#lib/words/dossier-intake.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  return { ...data, intakeTexts: await dictionary(locale, intakeWords) };
};
