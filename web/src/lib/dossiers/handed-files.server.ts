import type { RequestEvent } from '@sveltejs/kit';
import { apiOrigin, readerHeaders } from '#lib/api/client.server.ts';
import type { SendFile } from './handed-files.ts';
import { refusalIn } from './upload.ts';

/** Sends a file on for this reader, as the page's own scripts do; the dossier may have been taken in a moment ago. */
export function senderFor(event: RequestEvent): SendFile {
  return async (address, fields, file) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    body.set('file', file, file.name);
    const after = event.cookies.get('nocgia-after');
    const headers = { ...readerHeaders(event), accept: 'application/json', ...(after && { 'nocgia-after': after }) };
    try {
      const response = await fetch(apiOrigin() + address, { method: 'POST', headers, body });
      return response.status === 201 ? { kept: true } : { kept: false, ...refusalIn(await response.text()) };
    } catch {
      return { kept: false, code: null, message: '' };
    }
  };
}
