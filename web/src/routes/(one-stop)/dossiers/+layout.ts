import { dictionary } from '#lib/messages.ts';
import { dossiersWords } from '#lib/words/dossiers.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  return { ...data, dossierTexts: await dictionary(locale, dossiersWords) };
};
