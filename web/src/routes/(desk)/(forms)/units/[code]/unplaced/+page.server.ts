import { found, read, send } from '#lib/api/client.server.ts';
import { DwellingListDocument, PlaceDwellingsDocument, StreetsDocument, UnitPageDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { place } from '#lib/forms/schemas.ts';
import { today } from '#lib/forms/today.server.ts';
import { pageSize } from '#lib/people/page-size.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { code } = event.params;
  const street = event.url.searchParams.get('street');
  const after = event.url.searchParams.get('after');
  const [{ unit }, { dwellings, behind }, { streets }] = await Promise.all([
    read(event, UnitPageDocument, { code }),
    read(event, DwellingListDocument, { unit: code, street: street || null, unplaced: true, after, first: pageSize }),
    read(event, StreetsDocument, { unit: code }),
  ]);
  return {
    unit: found(unit),
    dwellings,
    streets,
    street,
    behind,
    form: await openForm(place, { dwellings: [], occurredOn: today() }),
  };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, place, async ({ commandId, dwellings, neighbourhood, occurredOn }) => {
      await send(event, PlaceDwellingsDocument, {
        meta: { commandId },
        dwellingIds: dwellings,
        neighbourhood,
        occurredOn,
      });
      return event.url.pathname + event.url.search;
    }),
};
