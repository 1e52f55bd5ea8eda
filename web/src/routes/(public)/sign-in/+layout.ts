import { dictionary } from '#lib/messages.ts';
import { publicPagesWords } from '#lib/words/public.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  return { public: await dictionary(locale, publicPagesWords) };
};
