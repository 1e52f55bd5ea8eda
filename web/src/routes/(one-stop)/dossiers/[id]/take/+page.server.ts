import { redirect } from '@sveltejs/kit';
import { found, read, send } from '#lib/api/client.server.ts';
import { DossierPageDocument, SearchDocument } from '#lib/api/generated.ts';
import { askedOf } from '#lib/dossiers/asked-answers.server.ts';
import { intake } from '#lib/dossiers/intake-schema.ts';
import { intakeProcedure, registerOwner, requestOf, takeIn } from '#lib/dossiers/intake.server.ts';
import { openForm } from '#lib/forms/command.server.ts';
import { today } from '#lib/forms/today.server.ts';
import { may } from '#lib/frame/destinations.ts';
import type { Actions, PageServerLoad } from './$types';

const sent = async (event: Parameters<PageServerLoad>[0] | Parameters<Actions[string]>[0]) =>
  found((await read(event, DossierPageDocument, { id: event.params.id })).dossier);

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const dossier = await sent(event);
  const { owner, submitter } = dossier;
  if (event.request.method === 'GET' && (dossier.status !== 'submitted' || !may(viewer, 'takeInDossier')))
    redirect(303, `/dossiers/${dossier.id}`);
  // Whoever gave their number and stands in the register is found there, so that nothing is asked for twice.
  const known = owner?.nationalId ? await byNationalId(event, owner.nationalId) : null;
  const form = await openForm(intake, {
    version: dossier.version,
    ownerId: known?.owner.id ?? '',
    kind: owner?.kind ?? 'citizen',
    name: owner?.name ?? '',
    nationalId: owner?.nationalId ?? '',
    birth: owner?.birth ?? '',
    phone: owner?.phone ?? '',
    email: owner?.email ?? '',
    address: owner?.address ?? '',
    submitterName: submitter?.name ?? '',
    submitterId: submitter?.nationalId ?? '',
    submitterPhone: submitter?.phone ?? '',
    submitterAddress: submitter?.address ?? '',
    ...{ channel: dossier.channel, returnBy: dossier.returnBy, request: requestOf(dossier.answers), handOn: true },
  });
  const procedure = await intakeProcedure(event, dossier.procedure.id);
  return {
    dossier,
    procedure,
    asked: askedOf(procedure, event.locals.locale, dossier.answers, known?.owner ?? null),
    owner: known && { id: known.owner.id, died: known.owner.died },
    held: known?.held ?? [],
    today: today(),
    form,
  };
};

async function byNationalId(event: Parameters<PageServerLoad>[0], nationalId: string) {
  const { search } = await send(event, SearchDocument, { text: nationalId, first: 3 });
  const people = search.hits.filter(({ kind }) => kind === 'citizen');
  return people.length === 1 ? registerOwner(event, people[0]?.id ?? null) : null;
}

export const actions: Actions = {
  default: async (event) => {
    const { id, procedure, answers } = await sent(event);
    return takeIn(event, procedure.id, { id, answers });
  },
};
