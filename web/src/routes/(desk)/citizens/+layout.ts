import { dictionary } from '#lib/messages.ts';
import { lifeWords } from '#lib/words/life.ts';
import { historyWords } from '#lib/words/history.ts';
import { dossiersWords } from '#lib/words/dossiers.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  const [life, history, dossierTexts] = await Promise.all([
    dictionary(locale, lifeWords),
    dictionary(locale, historyWords),
    dictionary(locale, dossiersWords),
  ]);
  return { life, history, dossierTexts };
};
