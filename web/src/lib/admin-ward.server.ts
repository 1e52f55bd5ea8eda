import { error } from '@sveltejs/kit';
import { found, read } from '#lib/api/client.server.ts';
import { UnitPageDocument, type ViewerQuery } from '#lib/api/generated.ts';
import type { RequestEvent } from '@sveltejs/kit';

/** The ward that an administrator works on: that of the position, or the one the address names. */
export async function adminWard(event: RequestEvent, viewer: ViewerQuery['viewer']) {
  const unit = viewer?.activePosition?.unit;
  const code = event.url.searchParams.get('ward') ?? (unit?.level === 'neighbourhood' ? unit.parent?.code : unit?.code);
  if (code === undefined) error(404, '');
  return found((await read(event, UnitPageDocument, { code })).unit);
}
