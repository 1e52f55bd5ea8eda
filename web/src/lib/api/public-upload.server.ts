import type { RequestEvent } from '@sveltejs/kit';
import { formOf } from '#lib/dossiers/upload.ts';
import { ApiError, apiOrigin, readerHeaders } from './client.server.ts';

/** Where a file from home goes, and by which right: the form's token with its procedure, or a holder's. */
export interface UploadTo {
  dossierId: string;
  token: string;
  procedureId?: string;
  paper?: string;
}

/** Sends a file on to where uploads are received, as the page's own scripts do; answers its id. Throws ApiError where it is not taken. */
export async function sendUpload(event: RequestEvent, { dossierId, ...fields }: UploadTo, file: File): Promise<string> {
  let answer: { fileId?: string; error?: { code: string; message: string } };
  try {
    const url = `${apiOrigin()}/public/dossiers/${dossierId}/files`;
    const response = await fetch(url, { method: 'POST', headers: readerHeaders(event), body: formOf(fields, file) });
    answer = await response.json();
  } catch (cause) {
    throw new ApiError('unreachable', { code: 'UNREACHABLE', cause });
  }
  if (answer.fileId) return answer.fileId;
  throw new ApiError(answer.error?.message ?? 'unreachable', { code: answer.error?.code ?? 'UNREACHABLE' });
}
