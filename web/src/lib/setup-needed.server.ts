import { error, type RequestEvent } from '@sveltejs/kit';
import { apiOrigin, readerHeaders } from '#lib/api/client.server.ts';

/** Whether nobody can sign in yet: the first-run set-up is still to be done. */
export async function setupNeeded(event: RequestEvent): Promise<boolean> {
  const response = await fetch(`${apiOrigin()}/setup/api/state`, { headers: readerHeaders(event) }).catch(() => null);
  if (!response?.ok) error(503, '');
  const state: { needed: boolean } = await response.json();
  return state.needed;
}
