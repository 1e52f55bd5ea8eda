import { dictionary } from '#lib/messages.ts';
import { deskWords } from '#lib/words/desk.ts';
import { formsWords } from '#lib/words/forms.ts';
import { lifeWords } from '#lib/words/life.ts';
import { settlingWords } from '#lib/words/settling.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  const [desk, forms, life, settlingTexts] = await Promise.all([
    dictionary(locale, deskWords),
    dictionary(locale, formsWords),
    dictionary(locale, lifeWords),
    dictionary(locale, settlingWords),
  ]);
  return { ...data, desk, forms, life, settlingTexts };
};
