import { dictionary } from '#lib/messages.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  const [desk, admin] = await Promise.all([dictionary(locale, 'desk'), dictionary(locale, 'admin')]);
  return { ...data, desk, admin };
};
