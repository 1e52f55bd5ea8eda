import { dictionary } from '#lib/messages.ts';
import { deskWords } from '#lib/words/desk.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  return { ...data, desk: await dictionary(locale, deskWords) };
};
