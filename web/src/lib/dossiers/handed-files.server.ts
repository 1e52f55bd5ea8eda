import type { RequestEvent } from '@sveltejs/kit';
import { apiOrigin, readerHeaders } from '#lib/api/client.server.ts';
import type { SendFile } from './handed-files.ts';
import { formOf, refusalIn } from './upload.ts';

/** Sends a file on for this reader, as the page's own scripts do. */
export function senderFor(event: RequestEvent): SendFile {
  return async (address, fields, file) => {
    const headers = { ...readerHeaders(event), accept: 'application/json' };
    try {
      const response = await fetch(apiOrigin() + address, { method: 'POST', headers, body: formOf(fields, file) });
      return response.status === 201 ? { kept: true } : { kept: false, ...refusalIn(await response.text()) };
    } catch {
      return { kept: false, code: null, message: '' };
    }
  };
}
