import { error } from '@sveltejs/kit';
import { procedureAt } from '#lib/services/load.server.ts';
import { qrPath } from '#lib/services/qr.server.ts';
import type { PageServerLoad } from './$types';

/** After a dossier was sent: `?code=` is what its slip and its QR say, which opens nothing without the second factor. */
export const load: PageServerLoad = async (event) => {
  const { searchParams, origin } = event.url;
  const code = searchParams.get('code') ?? '';
  if (!/^[0-9A-HJKMNP-TV-Z]{10}$/.test(code)) error(404, '');
  const follow = `/follow?code=${code}`;
  return {
    ...(await procedureAt(event, searchParams.get('procedure') ?? '')),
    ...{ code, follow, again: searchParams.has('again'), qr: qrPath(origin + follow) },
  };
};
