import { dictionary } from '#lib/messages.ts';
import { intakeWords } from '#lib/words/dossier-intake.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  return { intakeTexts: await dictionary(locale, intakeWords) };
};
