import { error } from '@sveltejs/kit';
import { read } from '#lib/api/client.server.ts';
import { RatingAnswersDocument } from '#lib/api/generated.ts';
import { askedOf } from '#lib/satisfaction/asked.server.ts';
import type { PageServerLoad } from './$types';

const kinds = ['ward', 'officer', 'procedure'] as const;

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const { ward, period, leads } = askedOf(event, viewer);
  if (!leads) error(404, '');
  const query = event.url.searchParams;
  const of = kinds.find((one) => one === query.get('of')) ?? 'ward';
  const asked = { ward, period, of, subject: query.get('subject'), after: query.get('after') };
  const { ratingAnswers, satisfaction } = await read(event, RatingAnswersDocument, asked);
  return { answers: ratingAnswers, criteria: satisfaction?.criteria ?? [], period };
};
