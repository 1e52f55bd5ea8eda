import { dictionary } from '#lib/messages.ts';
import { dossiersWords } from '#lib/words/dossiers.ts';
import { proceduresWords } from '#lib/words/procedures.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  const [dossierTexts, procedureTexts] = await Promise.all([
    dictionary(locale, dossiersWords),
    dictionary(locale, proceduresWords),
  ]);
  return { ...data, dossierTexts, procedureTexts };
};
