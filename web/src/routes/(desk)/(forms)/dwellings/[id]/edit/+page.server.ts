import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import { CorrectDwellingDocument, DwellingFormDocument } from '#lib/api/generated.ts';
import { openForm, submitForm } from '#lib/forms/command.server.ts';
import { dwellingEdit, readPoint } from '#lib/forms/schemas.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const current = async (event: RequestEvent) =>
  found((await read(event, DwellingFormDocument, { id: event.params.id })).dwelling);
const pointText = (point: { lat: number; lon: number } | null) => (point ? `${point.lat}; ${point.lon}` : '');

export const load: PageServerLoad = async (event) => {
  const dwelling = await current(event);
  const { houseNumber, oldNumber, street, kind, point, version } = dwelling;
  const form = await openForm(dwellingEdit, {
    houseNumber: houseNumber ?? '',
    oldNumber: oldNumber ?? '',
    street: street ?? '',
    kind,
    point: pointText(point),
    version,
  });
  return { dwelling, form };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, dwellingEdit, async (data, form) => {
      const { commandId, kind, version } = data;
      const changes = {
        houseNumber: data.houseNumber || null,
        oldNumber: data.oldNumber || null,
        street: data.street || null,
        kind,
        point: readPoint(data.point),
      };
      try {
        await send(event, CorrectDwellingDocument, {
          meta: { commandId },
          dwellingId: event.params.id,
          expectedVersion: version,
          changes,
        });
      } catch (cause) {
        // Somebody was faster: what stands now is shown beside what was typed, and the next save is against that.
        if (cause instanceof ApiError && cause.code === 'CONFLICT') form.data.version = (await current(event)).version;
        throw cause;
      }
      return `/dwellings/${event.params.id}`;
    }),
};
