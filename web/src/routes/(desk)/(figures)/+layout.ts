import { dictionary } from '#lib/messages.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  const [figures, definitions] = await Promise.all([dictionary(locale, 'figures'), dictionary(locale, 'definitions')]);
  return { figures, definitions };
};
