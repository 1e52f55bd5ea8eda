import { dictionary } from '#lib/messages.ts';
import { submissionWords } from '#lib/words/submission.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  return { submissionTexts: await dictionary(locale, submissionWords) };
};
