import { dictionary } from '#lib/messages.ts';
import { figuresWords } from '#lib/words/figures.ts';
import { definitionsWords } from '#lib/words/definitions.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  const [figures, definitions] = await Promise.all([
    dictionary(locale, figuresWords),
    dictionary(locale, definitionsWords),
  ]);
  return { figures, definitions };
};
