import { dictionary } from '#lib/messages.ts';
import { deskWords } from '#lib/words/desk.ts';
import { adminWords } from '#lib/words/admin.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  const [desk, admin] = await Promise.all([dictionary(locale, deskWords), dictionary(locale, adminWords)]);
  return { desk, admin };
};
