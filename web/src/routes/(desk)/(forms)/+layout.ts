import { dictionary } from '#lib/messages.ts';
import { formsWords } from '#lib/words/forms.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  return { ...data, forms: await dictionary(locale, formsWords) };
};
