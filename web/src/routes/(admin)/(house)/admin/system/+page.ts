import { dictionary } from '#lib/messages.ts';
import { signingWords } from '#lib/words/signing.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  return { ...data, signingTexts: await dictionary(locale, signingWords) };
};
