import { error, type RequestEvent } from '@sveltejs/kit';
import { today as todayInVietnam } from '#lib/forms/today.server.ts';
import { may } from '#lib/frame/destinations.ts';
import type { ViewerQuery } from '#lib/api/generated.ts';

/** The ward of the reader, and the period that the address names: else the newest that this reader may ask for. */
export function askedOf(event: RequestEvent, viewer: NonNullable<ViewerQuery['viewer']>) {
  const ward = viewer.activePosition?.unit.code.slice(0, 5);
  if (!ward || !may(viewer, 'satisfaction')) error(404, '');
  const leads = may(viewer, 'ratingAnswers');
  const today = todayInVietnam();
  const period =
    event.url.searchParams.get('period')?.trim().toUpperCase() || (leads ? today.slice(0, 7) : before(today));
  return { ward, period, leads };
}

function before(today: string): string {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}
