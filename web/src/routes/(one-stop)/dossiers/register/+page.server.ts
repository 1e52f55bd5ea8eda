import { redirect } from '@sveltejs/kit';
import { read } from '#lib/api/client.server.ts';
import { DossierRegisterDocument } from '#lib/api/generated.ts';
import { periods } from '#lib/dossiers/periods.ts';
import { today } from '#lib/forms/today.server.ts';
import { may } from '#lib/frame/destinations.ts';
import { readDay } from '#lib/read-day.ts';
import type { PageServerLoad } from './$types';

/** As many as the page shows of a period; the files hold them all. */
const SHOWN = 20;

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const ward = viewer.activePosition?.unit.code;
  if (!ward || !may(viewer, 'dossiers')) redirect(303, '/dossiers');
  const now = today();
  const asked = { from: event.url.searchParams.get('from') ?? '', to: event.url.searchParams.get('to') ?? '' };
  const usual = periods(now);
  const [from, to] = [readDay(asked.from) ?? usual.thisMonth.from, readDay(asked.to) ?? usual.thisMonth.to];
  const wrong = {
    from: asked.from !== '' && readDay(asked.from) === undefined,
    to: (asked.to !== '' && readDay(asked.to) === undefined) || to < from,
  };
  const answer =
    wrong.from || wrong.to ? null : await read(event, DossierRegisterDocument, { ward, from, to, first: SHOWN });
  return { ward, from, to, asked, wrong, usual, dossiers: answer?.dossierRegister ?? null };
};
