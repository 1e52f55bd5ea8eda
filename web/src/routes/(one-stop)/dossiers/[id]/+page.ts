import { dictionary } from '#lib/messages.ts';
import { dossierPageWords } from '#lib/words/dossier-page.ts';
import { papersWords } from '#lib/words/papers.ts';
import { pastWords } from '#lib/words/past.ts';
import { signingWords } from '#lib/words/signing.ts';
import { satisfactionWords } from '#lib/words/satisfaction.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  const [dossierPageTexts, paperTexts, signingTexts] = await Promise.all([
    dictionary(locale, dossierPageWords),
    dictionary(locale, papersWords),
    dictionary(locale, signingWords),
  ]);
  const satisfactionTexts = data.dossier.rating ? await dictionary(locale, satisfactionWords) : undefined;
  // Most dossiers are led here, and need no words for those that were not.
  const pastTexts = data.dossier.past ? await dictionary(locale, pastWords) : undefined;
  return {
    ...{ ...data, dossierPageTexts, paperTexts, signingTexts },
    ...(satisfactionTexts && { satisfactionTexts }),
    ...(pastTexts && { pastTexts }),
  };
};
