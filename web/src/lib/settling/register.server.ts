import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import {
  PossibleDuplicatesDocument,
  RegisterHouseholdByIdDocument,
  RegisterPageDocument,
  RegisterPersonByIdDocument,
  SearchDocument,
  WriteRegisterDocument,
  type LifeWarningsInput,
  type PossibleDuplicatesQuery,
  type RegisterHouseholdFragment,
  type RegisterInput,
  type WarnFragment,
} from '#lib/api/generated.ts';
import { firstOnes, type FirstOne } from '#lib/dossiers/first.server.ts';
import { refused } from '#lib/forms/command.server.ts';
import { householdHits, type Hit } from '#lib/forms/find.server.ts';
import { newWarnings } from '#lib/forms/noticed.server.ts';
import { registerForm, roleNames, type RegisterData, type RoleName } from './register-form.ts';
import { inputOf, type Chosen } from './register-input.ts';

/** The dossier and what is proposed of it; its absence is the page's 404. */
export async function registerPage(event: RequestEvent, id: string) {
  const { dossier, registerProposal: proposal } = await read(event, RegisterPageDocument, { id });
  return { dossier: found(dossier), proposal };
}

/** Who was chosen, as the register knows them now. */
async function chosenOf(event: RequestEvent, data: RegisterData): Promise<Chosen> {
  const chosen: Chosen = {};
  for (const role of roleNames) {
    if (data[role] === '') continue;
    const { citizen } = await send(event, RegisterPersonByIdDocument, { id: data[role] });
    if (citizen) chosen[role] = citizen;
  }
  return chosen;
}

/** The household that was chosen for a child, where it is not simply the parents'. */
async function householdOf(event: RequestEvent, { household: id }: RegisterData) {
  if (id === '') return null;
  const { household } = await send(event, RegisterHouseholdByIdDocument, { id });
  return household satisfies RegisterHouseholdFragment | null;
}

type Hits = Partial<Record<RoleName | 'household', Hit[]>>;

/** What the "find" buttons ask for, role by role. */
async function foundHits(event: RequestEvent, posted: FormData): Promise<Hits> {
  const hits: Hits = {};
  const home = String(posted.get('find-household') ?? '').trim();
  if (home !== '') hits.household = await householdHits(event, home);
  for (const role of roleNames) {
    const text = String(posted.get(`find-${role}`) ?? '').trim();
    if (text === '') continue;
    const { search } = await send(event, SearchDocument, { text, first: 20 });
    hits[role] = search.hits
      .filter(({ kind }) => kind === 'citizen')
      .map(({ id, title, subtitle }) => ({ id, title, subtitle }));
  }
  return hits;
}

async function posting(event: RequestEvent) {
  const posted = await event.request.formData();
  const form = await superValidate(posted, registerForm);
  const hits = await foundHits(event, posted);
  const chosen = await chosenOf(event, form.data);
  const household = await householdOf(event, form.data);
  return { form, hits, chosen, household };
}

const shown = { first: [] as FirstOne[], warnings: [] as WarnFragment[], duplicates: [] as Duplicates };
type Duplicates = PossibleDuplicatesQuery['possibleDuplicates'];

/** Looks people up and shows the form again as it was filled in. */
export async function findPeople(event: RequestEvent) {
  return { ...(await posting(event)), ...shown };
}

/** What is unusual about what is to be written; of a standard of living or a corrected field there is nothing. */
function unusual({ birth, death, marriage }: RegisterInput): LifeWarningsInput | null {
  if (birth) {
    const born = birth.details.birth ?? '';
    const { motherId = null, fatherId = null } = birth;
    return { event: 'birth', occurredOn: born, birth: born, motherId, fatherId };
  }
  if (death) return { event: 'death', occurredOn: death.occurredOn, citizenId: death.citizenId };
  if (!marriage) return null;
  const { occurredOn, citizenId, spouseId = null } = marriage;
  return { event: 'marriage', occurredOn, citizenId, spouseId };
}

/** One post of the page: what is unusual is shown once, then the dossier is written and its page opens. A refusal stands at its field. */
export async function writeRegister(event: RequestEvent, id: string, texts: Record<'noStatus' | 'agree', string>) {
  const { form, hits, chosen, household } = await posting(event);
  const again = { form, hits, chosen, household, ...shown };
  if (!form.valid) return fail(400, again);
  const { dossier, proposal } = await registerPage(event, id);
  const kind = dossier.register?.kind;
  if (!kind) return fail(409, again);
  const named = Object.fromEntries((proposal?.people ?? []).flatMap(({ role, name }) => (name ? [[role, name]] : [])));
  const made = inputOf(kind, form.data, chosen, named);
  if ('wrong' in made) {
    if (typeof made.wrong === 'string') form.message = texts[made.wrong];
    else {
      const { field, code } = made.wrong;
      Object.assign(form.errors, { [field]: [code === 'agree' ? texts.agree : code] });
    }
    form.valid = false;
    return fail(400, again);
  }
  const { commandId, version, noticed, compared } = form.data;
  try {
    const asked = unusual(made.input);
    const warnings = asked ? await newWarnings(event, noticed, asked) : [];
    const child = made.input.birth?.details;
    const wanted = child && { fullName: child.fullName, birth: child.birth ?? null, nationalId: null, phone: null };
    const duplicates: Duplicates =
      wanted && !compared ? (await send(event, PossibleDuplicatesDocument, wanted)).possibleDuplicates : [];
    if (warnings.length + duplicates.length > 0) return fail(409, { ...again, warnings, duplicates });
    const on = { dossierId: id, expectedVersion: version };
    await send(event, WriteRegisterDocument, { meta: { commandId }, on, input: made.input });
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    const first = await firstOnes(cause, event.locals.locale);
    if (first) Object.assign(form.data, { version: version + first.length });
    else refused(form, cause);
    return fail(first ? 409 : 400, { ...again, first: first ?? [] });
  }
  redirect(303, `/dossiers/${id}`);
}
