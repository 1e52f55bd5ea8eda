import { dictionary } from '#lib/messages.ts';
import { importsWords } from '#lib/words/imports.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  return { importing: await dictionary(locale, importsWords) };
};
