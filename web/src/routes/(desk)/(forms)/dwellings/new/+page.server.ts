import { error } from '@sveltejs/kit';
import { found, read, send } from '#lib/api/client.server.ts';
import { RegisterDwellingDocument, UnitPageDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { dwelling, readPoint } from '#lib/forms/schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The ward that the address names, or that its neighbourhood lies in. */
async function place(event: RequestEvent) {
  const { unit } = await read(event, UnitPageDocument, { code: event.url.searchParams.get('unit') ?? error(404, '') });
  const named = found(unit);
  if (named.level === 'ward') return { ward: named, neighbourhoods: named.children, neighbourhood: '' };
  if (named.level !== 'neighbourhood' || !named.parent) error(404, '');
  return { ward: named.parent, neighbourhoods: [{ code: named.code, name: named.name }], neighbourhood: named.code };
}

export const load: PageServerLoad = async (event) => {
  const { ward, neighbourhoods, neighbourhood } = await place(event);
  return {
    ward,
    neighbourhoods,
    form: await openForm(dwelling, { neighbourhood, kind: 'house', occurredOn: today() }),
  };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, dwelling, async ({ commandId, kind, point, occurredOn, ...given }) => {
      const { ward } = await place(event);
      const { registerDwelling } = await send(event, RegisterDwellingDocument, {
        meta: { commandId },
        input: {
          ward: ward.code,
          neighbourhood: given.neighbourhood || null,
          houseNumber: given.houseNumber || null,
          oldNumber: given.oldNumber || null,
          street: given.street || null,
          kind,
          point: readPoint(point),
          occurredOn,
        },
      });
      return `/dwellings/${registerDwelling.dwellingId}`;
    }),
};
