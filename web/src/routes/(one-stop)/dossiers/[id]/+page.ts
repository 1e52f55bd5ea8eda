import { dictionary } from '#lib/messages.ts';
import { dossierPageWords } from '#lib/words/dossier-page.ts';
import { papersWords } from '#lib/words/papers.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  const [dossierPageTexts, paperTexts] = await Promise.all([
    dictionary(locale, dossierPageWords),
    dictionary(locale, papersWords),
  ]);
  return { ...data, dossierPageTexts, paperTexts };
};
