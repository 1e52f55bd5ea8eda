import type { RequestEvent } from '@sveltejs/kit';
import { adminWard } from '#lib/admin-ward.server.ts';
import { read } from '#lib/api/client.server.ts';
import { ViewerDocument } from '#lib/api/generated.ts';

/** Code of the ward that the administrator or leader of this request sets up. */
export async function ownWard(event: RequestEvent): Promise<string> {
  const { viewer } = await read(event, ViewerDocument, {});
  return (await adminWard(event, viewer)).code;
}
