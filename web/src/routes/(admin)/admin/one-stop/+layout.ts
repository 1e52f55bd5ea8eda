import { dictionary } from '#lib/messages.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  const [dossierTexts, oneStopTexts] = await Promise.all([
    dictionary(locale, 'dossiers'),
    dictionary(locale, 'oneStop'),
  ]);
  return { dossierTexts, oneStopTexts };
};
