import { found, read } from '#lib/api/client.server.ts';
import { DwellingListDocument, StreetsDocument, UnitGlanceDocument, UnitPageDocument } from '#lib/api/generated.ts';
import { pageSize } from '#lib/people/page-size.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { code } = event.params;
  const street = event.url.searchParams.get('street');
  const after = event.url.searchParams.get('after');
  // So many days without a confirmation; 0 = all, the longest first.
  const asked = event.url.searchParams.get('unconfirmed') ?? '';
  const unconfirmed = /^\d{1,4}$/.test(asked) ? Number(asked) : null;
  const { unit, behind } = await read(event, UnitPageDocument, { code });
  const shown = found(unit);
  if (shown.counts === null) return { ...nothing, unit: shown, behind, street, unconfirmed };
  const listed = shown.level === 'neighbourhood' || (shown.level === 'ward' && unconfirmed !== null);
  if (!listed) {
    const ward = shown.level === 'ward' ? (await read(event, UnitGlanceDocument, { code })).unit : null;
    return { ...nothing, unit: shown, behind, street, unconfirmed, glance: ward?.glance ?? null };
  }
  const [{ dwellings }, { streets }, { unit: looked }] = await Promise.all([
    read(event, DwellingListDocument, {
      unit: code,
      street: street || null,
      unplaced: false,
      unconfirmedDays: unconfirmed,
      after,
      first: pageSize,
    }),
    read(event, StreetsDocument, { unit: code }),
    read(event, UnitGlanceDocument, { code }),
  ]);
  return { unit: shown, behind, dwellings, streets, street, unconfirmed, glance: looked?.glance ?? null };
};

const nothing = { dwellings: null, streets: [], glance: null };
