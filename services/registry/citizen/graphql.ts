import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { CitizenDetails } from '@nocgia/schemas/events/citizen.ts';
import type {
  Citizen,
  CitizenDetailsInput,
  CitizenPage,
  JoinHouseholdInput,
  Residence,
  Resolvers,
  SearchHit,
} from '@nocgia/schemas/generated/resolvers.ts';
import { batched, completing } from '../../access/batch.ts';
import { isId, pageSize, knownId } from '../../access/paging.ts';
import { rowUnits } from '../../access/row-units.ts';
import { citizenFieldGroups, maskFields } from '../../access/masking.ts';
import { fieldView } from '../../access/where-scope.ts';
import { resultText, runCommand } from '../../event-store/run-command.ts';
import { commandEnv, type RegistryContext } from '../context.ts';
import { evidenceOf } from '@nocgia/schemas/events/evidence.ts';
import { householdById, householdLine, householdType } from '../household/type.ts';
import { possibleDuplicates } from '../search/duplicates.ts';
import { search, type CitizenHit, type DwellingHit } from '../search/search.ts';
import { histories } from '../timeline/queries.ts';
import { changeCitizen } from './change.ts';
import { registerCitizen } from './citizen.ts';
import { withClash } from './clash.ts';
import { recordDeath } from './life/death.ts';
import { addressing } from './merge.ts';
import { survivorsOf } from './merged.ts';
import { withNumber } from './number-in-use.ts';
import { citizenPage, citizensByIds, countCitizens, type CitizenEntry, type CitizenFilter } from './queries.ts';
import { correctResidence, joinHousehold, leaveHousehold } from './residence.ts';
import { citizenLine, citizenType, relationNow, residenceType, type CitizenParent } from './type.ts';

/** Citizens asked for by id within one operation, read together. */
export const citizenById = batched((context: RegistryContext, ids: string[]) =>
  citizensByIds(context.scope, context.db, ids.filter(isId)),
);

/** A citizen by id; by that of a record that was found to be of somebody else, whom it was found to be. */
export async function citizenOrSurvivor(context: RegistryContext, id: string): Promise<CitizenEntry | undefined> {
  const own = await citizenById(context, id);
  if (own) return own;
  const survivor = (await survivorsOf(context.scope, context.db, [id])).get(id);
  return survivor === undefined ? undefined : citizenOrSurvivor(context, survivor);
}

/** The row behind a citizen of the API, read when only the id is known; NOT_FOUND beyond the reader's reach. */
export async function entryFor(parent: CitizenParent, context: RegistryContext): Promise<CitizenEntry> {
  const entry = parent.entry ?? (await citizenById(context, parent.id ?? ''));
  if (!entry) throw new RejectionError({ code: 'NOT_FOUND' });
  return entry;
}

const field = completing<Citizen, RegistryContext>(async (parent, context) =>
  citizenType(context.scope, await entryFor(parent, context)),
);

const timelineOf = batched(
  async ({ scope, db, log }: RegistryContext, ids: string[]) =>
    (await histories(scope, db, log, 'citizen', ids)).entries,
);

/** A page with what it takes to count the whole list, which is done only when asked for. */
type CountedPage = Partial<CitizenPage> & { filter?: CitizenFilter };

/** Details as the API takes them: what was left empty was not said. */
export function detailsOf(input: CitizenDetailsInput): CitizenDetails {
  const { fullName, sex, birth = null, ...others } = input;
  const said = Object.entries(others).filter(
    ([, value]) => value !== undefined && value !== null && value.trim() !== '',
  );
  return { fullName, sex, birth, ...Object.fromEntries(said) };
}

/** Where somebody came from and by what paper it is known. */
function origin({ cameFrom, fromWard, evidence }: Pick<JoinHouseholdInput, 'cameFrom' | 'fromWard' | 'evidence'>) {
  return { cameFrom: cameFrom || null, fromWard: fromWard || null, evidence: evidenceOf(evidence) };
}

function joinInput({ until = null, cameFrom, fromWard, evidence, ...input }: JoinHouseholdInput) {
  return { ...input, until, ...origin({ cameFrom, fromWard, evidence }), estimated: false };
}

/** Residences of a citizen for the API. A second home in a unit that the reader has nothing to do with is not theirs to see. */
export async function seenResidences(
  context: RegistryContext,
  { citizen_id: id }: CitizenEntry,
  residences: CitizenEntry['residences'],
): Promise<Partial<Residence>[]> {
  const found = await Promise.all(
    residences.map(async (one) => ({ one, household: await householdById(context, one.householdId) })),
  );
  return found.flatMap(({ one, household }) => (household ? [residenceType(one, household.head_id === id)] : []));
}

function hitType(context: RegistryContext, hit: CitizenHit | DwellingHit): SearchHit {
  const { id, kind } = hit;
  const subtitle = (address: string | null, neighbourhood: string | null): string =>
    [address, neighbourhood].filter(Boolean).join(' · ');
  if (hit.kind === 'dwelling') {
    const { address, neighbourhood } = hit;
    return { kind, id, title: address, subtitle: neighbourhood ?? '', address, neighbourhood, died: false };
  }
  const { row } = maskFields(context.scope, citizenFieldGroups, hit.details);
  const placed = fieldView(context.scope, 'residence') !== 'withheld';
  const address = placed ? hit.address : null;
  const neighbourhood = placed ? hit.neighbourhood : null;
  return {
    kind,
    id,
    title: row.fullName ?? '—',
    subtitle: subtitle(address, neighbourhood),
    birth: row.birth ?? null,
    sex: row.sex ?? null,
    nationalId: row.nationalId ?? null,
    address,
    neighbourhood,
    died: hit.died,
  };
}

export const citizenResolvers = {
  Query: {
    citizen: async (_, { id }, context) => {
      const entry = isId(id) ? await citizenOrSurvivor(context, id) : undefined;
      if (!entry) return null;
      await context.logAccess({ action: 'open', citizenIds: [entry.citizen_id] });
      return citizenType(context.scope, entry);
    },
    citizens: async (_, { unit, text, stay, after, first }, context): Promise<CountedPage> => {
      const { scope, db, cursors } = context;
      const filter = { ...(await rowUnits(db, unit)), text: text ?? null, stay: stay ?? null };
      const { items, next } = await citizenPage(scope, db, filter, {
        after: cursors.open(after, 2),
        first: pageSize(first),
      });
      await context.logAccess({ action: 'list', citizenIds: items.map((line) => line.citizen_id) });
      const rows = items.map((line) => ({
        citizen: citizenLine(scope, line),
        household: householdLine(scope, line),
        relation: line.relation && relationNow(line.relation, line.household_head === line.citizen_id),
      }));
      return { items: rows as CitizenPage['items'], nextCursor: next && cursors.seal(next), filter };
    },
    search: async (_, { text, first }, context) => {
      const { hits, more } = await search(context.scope, context.db, text, Math.min(pageSize(first), 50));
      const citizenIds = hits.flatMap((hit) => (hit.kind === 'citizen' ? [hit.id] : []));
      if (citizenIds.length > 0) await context.logAccess({ action: 'search', citizenIds });
      return { hits: hits.map((hit) => hitType(context, hit)), more };
    },
    possibleDuplicates: async (_, { fullName, birth, nationalId, phone }, context) => {
      const found = await possibleDuplicates(context.scope, context.db, { fullName, birth, nationalId, phone });
      if (found.length > 0)
        await context.logAccess({ action: 'search', citizenIds: found.map(({ entry }) => entry.citizen_id) });
      return found.map(({ entry, likeness }) => ({
        citizen: citizenType(context.scope, entry) as Citizen,
        ...likeness,
      }));
    },
  },
  CitizenPage: {
    total: async (page: CountedPage, _, { scope, db }) => (page.filter ? countCitizens(scope, db, page.filter) : 0),
  },
  Citizen: {
    fullName: field('fullName'),
    otherName: field('otherName'),
    sex: field('sex'),
    birth: field('birth'),
    age: field('age'),
    nationalId: field('nationalId'),
    earlierId: field('earlierId'),
    birthPlace: field('birthPlace'),
    homeTown: field('homeTown'),
    ethnicity: field('ethnicity'),
    religion: field('religion'),
    nationality: field('nationality'),
    phone: field('phone'),
    email: field('email'),
    education: field('education'),
    occupation: field('occupation'),
    workplace: field('workplace'),
    maritalStatus: field('maritalStatus'),
    disability: field('disability'),
    healthInsurance: field('healthInsurance'),
    eidLevel: field('eidLevel'),
    eidSince: field('eidSince'),
    note: field('note'),
    masked: field('masked'),
    withheld: field('withheld'),
    died: field('died'),
    warnings: field('warnings'),
    version: field('version'),
    mayEdit: field('mayEdit'),
    residences: async (parent: CitizenParent, _, context) => {
      if (fieldView(context.scope, 'residence') === 'withheld') return [];
      const entry = await entryFor(parent, context);
      const current = entry.residences.filter(
        (one) => one.endedOn === null && (one.until === null || one.until >= context.today),
      );
      return seenResidences(context, entry, current);
    },
    permanentHousehold: async (parent: CitizenParent, _, context) => {
      if (fieldView(context.scope, 'residence') === 'withheld') return null;
      const { residences } = await entryFor(parent, context);
      const home = residences.find((one) => one.kind === 'permanent' && one.endedOn === null);
      const household = home && (await householdById(context, home.householdId));
      return household ? householdType(context.scope, household) : null;
    },
    timeline: async (parent: CitizenParent, _, context) => {
      const { citizen_id: id, absorbed } = await entryFor(parent, context);
      const records = [id, ...absorbed.map((one) => one.absorbedId)];
      const all = (await Promise.all(records.map((one) => timelineOf(context, one)))).flatMap((one) => one ?? []);
      return all.sort((a, b) => (a.position < b.position ? 1 : -1));
    },
  },
  Mutation: {
    registerCitizen: async (_, { meta, input }, context) => {
      const { details, sinceEstimated: estimated, until = null, cameFrom, fromWard, evidence, ...residence } = input;
      const person = {
        ...residence,
        householdId: knownId(input.householdId),
        details: detailsOf(details),
        estimated: estimated ?? false,
        until,
        ...origin({ cameFrom, fromWard, evidence }),
      };
      const decide = registerCitizen(person, commandEnv(context));
      const done = await withNumber(context, details.nationalId, () =>
        runCommand(context, meta, 'registerCitizen', input, decide),
      );
      return { position: done.position, citizenId: resultText(done.result, 'citizenId') };
    },
    changeCitizen: async (_, { meta, citizenId, nature, occurredOn, reason, changes, evidence }, context) => {
      const asked = changes.map(({ field: name, shown = null, value = null }) => ({ field: name, shown, value }));
      const input = {
        ...{ citizenId: knownId(citizenId), nature, occurredOn, reason: reason || null, changes: asked },
        evidence: evidenceOf(evidence),
      };
      try {
        const decide = addressing(changeCitizen)(input, commandEnv(context));
        const number = asked.find((change) => change.field === 'nationalId')?.value;
        return await withNumber(context, number, () => runCommand(context, meta, 'changeCitizen', input, decide));
      } catch (error) {
        throw await withClash(context, citizenId, error);
      }
    },
    joinHousehold: async (_, { meta, input }, context) => {
      knownId(input.citizenId);
      return runCommand(
        context,
        meta,
        'joinHousehold',
        input,
        addressing(joinHousehold)(joinInput(input), commandEnv(context)),
      );
    },
    leaveHousehold: async (_, { meta, input }, context) => {
      const left = {
        ...{ ...input, citizenId: knownId(input.citizenId), evidence: evidenceOf(input.evidence) },
        ...{ wentTo: input.wentTo || null, toWard: input.toWard || null },
      };
      return runCommand(context, meta, 'leaveHousehold', input, addressing(leaveHousehold)(left, commandEnv(context)));
    },
    correctResidence: async (_, { meta, ...args }, context) => {
      const input = { ...args, citizenId: knownId(args.citizenId), until: args.until ?? null };
      return runCommand(
        context,
        meta,
        'correctResidence',
        input,
        addressing(correctResidence)(input, commandEnv(context)),
      );
    },
    recordDeath: async (_, { meta, citizenId, occurredOn, evidence }, context) => {
      const input = { citizenId: knownId(citizenId), occurredOn, evidence: evidenceOf(evidence) };
      return runCommand(context, meta, 'recordDeath', input, addressing(recordDeath)(input, commandEnv(context)));
    },
  },
} satisfies Resolvers;
