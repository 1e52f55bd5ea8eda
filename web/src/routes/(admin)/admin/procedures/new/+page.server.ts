import { openForm } from '#lib/forms/command.server.ts';
import { today } from '#lib/forms/today.server.ts';
import { publish } from '#lib/one-stop/publish.server.ts';
import { procedure } from '#lib/one-stop/schemas.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({
  form: await openForm(procedure, {
    ...{ version: 0, validFrom: today(), onlineLevel: 'full', competence: 'ward', proactiveLevel: '0' },
  }),
});

export const actions: Actions = { default: publish };
