import { error, fail, redirect } from '@sveltejs/kit';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import { SatisfactionDocument, SetRatingCriteriaDocument } from '#lib/api/generated.ts';
import { may } from '#lib/frame/destinations.ts';
import { askedOf } from '#lib/satisfaction/asked.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** As many as a ward may ask about. */
const MOST = 8;

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  if (!may(viewer, 'setRatingCriteria')) error(404, '');
  const { ward, period } = askedOf(event, viewer);
  const satisfaction = found((await read(event, SatisfactionDocument, { ward, period })).satisfaction);
  const { criteria, days, rankFrom } = satisfaction;
  const empty = Array.from({ length: MOST - criteria.length }, () => ({ key: '', vi: '', en: '' }));
  return { ward, rows: [...criteria, ...empty], days, rankFrom, commandId: crypto.randomUUID() };
};

export const actions: Actions = {
  default: async (event) => {
    const sent = await event.request.formData();
    const text = (name: string): string => String(sent.get(name) ?? '').trim();
    const rows = Array.from({ length: MOST }, (_, at) => ({
      key: text(`key-${at}`),
      vi: text(`vi-${at}`),
      en: text(`en-${at}`),
    }));
    const [days, rankFrom] = [Number(text('days')), Number(text('rankFrom'))];
    const typed = { rows, days, rankFrom };
    const kept = rows.filter(({ vi, en }) => vi !== '' || en !== '');
    const taken = new Set(kept.map(({ key }) => key));
    // A new criterion gets a key that none had: an old one's marks were given to another question.
    const fresh = (at: number): string => `muc_${at + 1}_${crypto.randomUUID().slice(0, 8)}`;
    const criteria = kept.map((one, at) => ({
      ...one,
      key: one.key || fresh(at),
      en: one.en || one.vi,
      vi: one.vi || one.en,
    }));
    if (taken.size === 0 || !Number.isInteger(days) || !Number.isInteger(rankFrom))
      return fail(400, { typed, message: null });
    try {
      await send(event, SetRatingCriteriaDocument, {
        ...{ meta: { commandId: text('commandId') }, ward: text('ward') },
        settings: { criteria, days, rankFrom },
      });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      return fail(400, { typed, message: cause.message });
    }
    redirect(303, '/satisfaction');
  },
};
