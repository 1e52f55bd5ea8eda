import { dictionary } from '#lib/messages.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  const [life, history, dossierTexts] = await Promise.all([
    dictionary(locale, 'life'),
    dictionary(locale, 'history'),
    dictionary(locale, 'dossiers'),
  ]);
  return { life, history, dossierTexts };
};
