import { redirect } from '@sveltejs/kit';
import { askedOf } from '#lib/dossiers/asked-answers.server.ts';
import { intake } from '#lib/dossiers/intake-schema.ts';
import { intakeProcedure, ownerFields, registerOwner, takeIn } from '#lib/dossiers/intake.server.ts';
import { openForm } from '#lib/forms/command.server.ts';
import { today } from '#lib/forms/today.server.ts';
import { may } from '#lib/frame/destinations.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  if (!may(viewer, 'takeInDossier')) redirect(303, '/dossiers');
  const [procedure, known] = await Promise.all([
    intakeProcedure(event, event.params.procedure),
    registerOwner(event, event.url.searchParams.get('owner')),
  ]);
  const kind = event.url.searchParams.get('kind') === 'business' ? 'business' : 'citizen';
  const form = await openForm(intake, {
    ...(known ? { ownerId: known.owner.id, ...ownerFields(known.owner) } : { kind }),
    ...{ channel: 'desk', returnBy: 'desk', handOn: true },
  });
  return {
    procedure,
    owner: known && { id: known.owner.id, died: known.owner.died },
    held: known?.held ?? [],
    today: today(),
    asked: askedOf(procedure, event.locals.locale, [], known?.owner ?? null),
    form,
  };
};

export const actions: Actions = {
  default: (event) => takeIn(event, event.params.procedure),
};
