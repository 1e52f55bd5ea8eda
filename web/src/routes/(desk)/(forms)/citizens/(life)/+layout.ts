import { dictionary } from '#lib/messages.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
  const { locale } = await parent();
  return { life: await dictionary(locale, 'life') };
};
