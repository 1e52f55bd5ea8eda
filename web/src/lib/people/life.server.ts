import { error, type RequestEvent } from '@sveltejs/kit';
import { found, read } from '#lib/api/client.server.ts';
import { CitizenLifeDocument } from '#lib/api/generated.ts';

/**
 * The citizen that a form of an event of life is about, with what may be ended or goes on (residences that have run out among them);
 * the page's 404 beyond the reader's reach.
 */
export async function loadLife(event: RequestEvent) {
  const { expiredResidences, ...citizen } = found(
    (await read(event, CitizenLifeDocument, { id: event.params.id ?? error(404, '') })).citizen,
  );
  return { ...citizen, residences: [...citizen.residences, ...expiredResidences] };
}
