import { askedFields } from '@nocgia/schemas/settlement/asked-fields.ts';
import { dictionary } from '#lib/messages.ts';
import { openForm } from '#lib/forms/command.server.ts';
import { codeLabels } from '#lib/people/code-labels.server.ts';
import { registerForm, type RegisterData } from '#lib/settling/register-form.ts';
import type { Chosen } from '#lib/settling/register-input.ts';
import { findPeople, registerPage, writeRegister } from '#lib/settling/register.server.ts';
import { settlingWords } from '#lib/words/settling.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals;
  const { dossier, proposal } = await registerPage(event, event.params.id);
  const people = proposal?.people ?? [];
  const chosen: Chosen = Object.fromEntries(people.flatMap(({ role, citizen }) => (citizen ? [[role, citizen]] : [])));
  const { evidence } = proposal ?? {};
  const known: Partial<RegisterData> = {
    ...Object.fromEntries((proposal?.values ?? []).map(({ name, value }) => [name, value])),
    ...Object.fromEntries(Object.entries(chosen).map(([role, { id }]) => [role, id])),
    ...(evidence && {
      ...{ evidenceKind: evidence.kind, evidenceNumber: evidence.number ?? '' },
      ...{ evidenceIssuedOn: evidence.issuedOn ?? '', evidenceIssuedBy: evidence.issuedBy ?? '' },
    }),
    version: dossier.version,
  };
  const fields = proposal ? askedFields[proposal.kind] : [];
  const choicesOf = (...keys: string[]) =>
    (fields.find(({ key }) => keys.includes(key))?.choices ?? []).map(({ code, [locale]: label }) => ({
      value: code,
      label,
    }));
  return {
    dossier,
    kind: proposal?.kind ?? null,
    people: people.map(({ role, name, nationalId }) => ({
      role,
      said: [name, nationalId].filter(Boolean).join(' · '),
    })),
    chosen,
    choices: { status: choicesOf('status', 'marital_status'), nature: choicesOf('nature'), field: choicesOf('field') },
    codes: codeLabels(locale),
    form: await openForm(registerForm, known),
  };
};

export const actions: Actions = {
  find: (event) => findPeople(event),
  write: async (event) => writeRegister(event, event.params.id, await dictionary(event.locals.locale, settlingWords)),
};
