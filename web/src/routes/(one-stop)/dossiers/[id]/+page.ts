import { dictionary } from '#lib/messages.ts';
import { dossierPageWords } from '#lib/words/dossier-page.ts';
import { papersWords } from '#lib/words/papers.ts';
import { satisfactionWords } from '#lib/words/satisfaction.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  const [dossierPageTexts, paperTexts] = await Promise.all([
    dictionary(locale, dossierPageWords),
    dictionary(locale, papersWords),
  ]);
  const satisfactionTexts = data.dossier.rating ? await dictionary(locale, satisfactionWords) : undefined;
  return { ...data, dossierPageTexts, paperTexts, ...(satisfactionTexts && { satisfactionTexts }) };
};
