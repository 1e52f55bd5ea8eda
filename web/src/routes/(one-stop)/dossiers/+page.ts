import { dictionary } from '#lib/messages.ts';
import { inboxWords } from '#lib/words/dossier-inbox.ts';
import { papersWords } from '#lib/words/papers.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  const [inboxTexts, paperTexts] = await Promise.all([dictionary(locale, inboxWords), dictionary(locale, papersWords)]);
  return { ...data, inboxTexts, paperTexts };
};
