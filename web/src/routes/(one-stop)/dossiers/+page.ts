import { dictionary } from '#lib/messages.ts';
import { inboxWords } from '#lib/words/dossier-inbox.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  return { ...data, inboxTexts: await dictionary(locale, inboxWords) };
};
