import { json } from '@sveltejs/kit';
import { ApiError, send } from '#lib/api/client.server.ts';
import { DossierImportProgressDocument } from '#lib/api/generated.ts';
import type { RequestHandler } from './$types';

/** How far the work has come, for the bar on the import's page. */
export const GET: RequestHandler = async (event) => {
  try {
    const answer = await send(event, DossierImportProgressDocument, { id: event.params.id });
    return json(answer.dossierImport);
  } catch (cause) {
    if (cause instanceof ApiError) return json(null);
    throw cause;
  }
};
