import { RejectionError } from '@nocgia/schemas/errors.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import type {
  Citizen,
  Dwelling,
  Household,
  HouseholdPage,
  Resolvers,
  Unit,
} from '@nocgia/schemas/generated/resolvers.ts';
import { batched, completing } from '../../access/batch.ts';
import { isId, pageSize, knownId } from '../../access/paging.ts';
import { rowUnits } from '../../access/row-units.ts';
import { fieldView } from '../../access/where-scope.ts';
import { evidenceOf } from '@nocgia/schemas/events/evidence.ts';
import { resultText, runCommand } from '../../event-store/run-command.ts';
import { citizenById } from '../citizen/graphql.ts';
import { membersOf, type CitizenEntry } from '../citizen/queries.ts';
import { citizenType, relationNow } from '../citizen/type.ts';
import { householdWarnings } from '../citizen/warnings.ts';
import { commandEnv, type RegistryContext } from '../context.ts';
import { histories } from '../timeline/queries.ts';
import { countsUnder, type Counts } from '../units.ts';
import { changeHead } from './head.ts';
import { changeHousehold, dissolveHousehold, formHousehold, moveHousehold } from './household.ts';
import type { HouseholdDetails } from './household-state.ts';
import {
  countHouseholds,
  householdPage,
  householdsIn,
  visibleDwellings,
  type HouseholdEntry,
  type HouseholdFilter,
} from './queries.ts';
import { householdById, householdType, type HouseholdParent } from './type.ts';

async function entryFor(parent: HouseholdParent, context: RegistryContext): Promise<HouseholdEntry> {
  const entry = parent.entry ?? (await householdById(context, parent.id ?? ''));
  if (!entry) throw new RejectionError({ code: 'NOT_FOUND' });
  return entry;
}

const field = completing<Household, RegistryContext>(async (parent, context) =>
  householdType(context.scope, await entryFor(parent, context)),
);

const membersById = batched((context: RegistryContext, ids: string[]) => membersOf(context.scope, context.db, ids));
const householdsOfDwelling = batched((context: RegistryContext, ids: string[]) =>
  householdsIn(context.scope, context.db, ids.filter(isId)),
);

/** Members that are shown: a look at people, one entry for all households of the operation. */
const shownMembers = batched(async (context: RegistryContext, ids: string[]): Promise<Map<string, CitizenEntry[]>> => {
  const found = await Promise.all(
    ids.map(async (id): Promise<[string, CitizenEntry[]]> => [id, (await membersById(context, id)) ?? []]),
  );
  const citizenIds = found.flatMap(([, members]) => members.map((one) => one.citizen_id));
  if (citizenIds.length > 0) await context.logAccess({ action: 'list', citizenIds });
  return new Map(found);
});

/** Names of heads in a list are looks at people: one entry for all of them. */
const headById = batched(async (context: RegistryContext, ids: string[]): Promise<Map<string, CitizenEntry>> => {
  const found = await Promise.all(ids.map((id) => citizenById(context, id)));
  const heads = new Map(found.flatMap((entry): [string, CitizenEntry][] => (entry ? [[entry.citizen_id, entry]] : [])));
  if (heads.size > 0) await context.logAccess({ action: 'list', citizenIds: [...heads.keys()] });
  return heads;
});

function timelines(
  subject: 'household' | 'dwelling',
  visible: (context: RegistryContext, ids: string[]) => Promise<string[]>,
) {
  return batched(async (context: RegistryContext, ids: string[]) => {
    const { entries, citizenIds } = await histories(
      context.scope,
      context.db,
      context.log,
      subject,
      await visible(context, ids),
    );
    if (citizenIds.length > 0) await context.logAccess({ action: 'list', citizenIds });
    return entries;
  });
}
const householdTimeline = timelines('household', (_, ids) => Promise.resolve(ids));
const dwellingTimeline = timelines('dwelling', ({ scope, db }, ids) => visibleDwellings(scope, db, ids.filter(isId)));

const countsOf = batched(async (context: RegistryContext, codes: string[]): Promise<Map<string, Counts>> => {
  const found = new Map<string, Counts>();
  for (const [length, column] of [
    [5, 'ward'],
    [9, 'neighbourhood'],
  ] as const) {
    const own = codes.filter((code) => code.length === length);
    if (own.length === 0) continue;
    const counts = await countsUnder(context.scope, context.db, { column, numbers: own.map(unitNumber) });
    for (const code of own) {
      const count = counts.get(unitNumber(code));
      if (count) found.set(code, count);
    }
  }
  return found;
});

/** A page with what it takes to count the whole list, which is done only when asked for. */
type CountedPage = Partial<HouseholdPage> & { filter?: HouseholdFilter };

/** Only what the form gave: absent is unchanged, empty is none. */
function given(values: {
  number?: string | null;
  phone?: string | null;
  note?: string | null;
}): Partial<HouseholdDetails> {
  const said = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said.map(([name, value]) => [name, value?.trim() ? value : null]));
}

export const householdResolvers = {
  Query: {
    household: async (_, { id }, context) => {
      const entry = isId(id) ? await householdById(context, id) : undefined;
      return entry ? householdType(context.scope, entry) : null;
    },
    households: async (_, { unit, withoutHead, status, after, first }, context): Promise<CountedPage> => {
      const { scope, db, cursors, today } = context;
      if (status && fieldView(scope, 'policyStatus') !== 'clear') throw new RejectionError({ code: 'FORBIDDEN' });
      const filter = {
        ...(await rowUnits(db, unit)),
        withoutHead: withoutHead ?? false,
        status: status ? { code: status, today } : null,
      };
      const { items, next } = await householdPage(scope, db, filter, {
        after: cursors.open(after, 2),
        first: pageSize(first),
      });
      return {
        items: items.map((entry) => householdType(scope, entry)) as Household[],
        nextCursor: next && cursors.seal(next),
        filter,
      };
    },
  },
  HouseholdPage: {
    total: async (page: CountedPage, _, { scope, db }) => (page.filter ? countHouseholds(scope, db, page.filter) : 0),
  },
  Household: {
    number: field('number'),
    phone: field('phone'),
    note: field('note'),
    dwelling: field('dwelling'),
    memberCount: field('memberCount'),
    formedOn: field('formedOn'),
    dissolvedOn: field('dissolvedOn'),
    version: field('version'),
    head: async (parent: HouseholdParent, _, context) => {
      const { head_id: headId } = await entryFor(parent, context);
      const head = headId === null ? undefined : await headById(context, headId);
      return head ? (citizenType(context.scope, head) as Citizen) : null;
    },
    members: async (parent: HouseholdParent, _, context) => {
      const household = await entryFor(parent, context);
      const members = (await shownMembers(context, household.household_id)) ?? [];
      const typed = members.flatMap((entry) => {
        const residence = entry.residences.find((one) => one.residenceId === entry.residence_id);
        if (!residence) return [];
        const { relation, kind, since, residenceId } = residence;
        const isHead = household.head_id === entry.citizen_id;
        return [
          {
            citizen: citizenType(context.scope, entry) as Citizen,
            relation: relationNow(relation, isHead),
            kind,
            since,
            residenceId,
          },
        ];
      });
      return typed.sort((a, b) => Number(b.relation === 'head') - Number(a.relation === 'head'));
    },
    warnings: async (parent: HouseholdParent, _, context) => {
      const household = await entryFor(parent, context);
      const members = (await membersById(context, household.household_id)) ?? [];
      const facts = members.map((entry) => {
        return {
          relation: relationNow(entry.relation ?? 'unknown', household.head_id === entry.citizen_id),
          sex: entry.details.sex,
          birth: entry.details.birth,
        };
      });
      return householdWarnings(facts, household.head_id, context.today);
    },
    timeline: async (parent: HouseholdParent, _, context) => {
      const { household_id: id } = await entryFor(parent, context);
      return (await householdTimeline(context, id)) ?? [];
    },
  },
  Dwelling: {
    households: async (parent: Partial<Dwelling>, _, context) =>
      ((await householdsOfDwelling(context, parent.id ?? '')) ?? []).map(
        (entry) => householdType(context.scope, entry) as Household,
      ),
    householdCount: async (parent: Partial<Dwelling>, _, context) =>
      ((await householdsOfDwelling(context, parent.id ?? '')) ?? []).length,
    peopleCount: async (parent: Partial<Dwelling>, _, context) =>
      ((await householdsOfDwelling(context, parent.id ?? '')) ?? []).reduce((sum, one) => sum + one.member_count, 0),
    timeline: async (parent: Partial<Dwelling>, _, context) => (await dwellingTimeline(context, parent.id ?? '')) ?? [],
  },
  Unit: {
    counts: async (parent: Partial<Unit>, _, context) => {
      const { wards, neighbourhoods } = context.scope;
      return wards.length + neighbourhoods.length === 0 ? null : ((await countsOf(context, parent.code ?? '')) ?? null);
    },
  },
  Mutation: {
    formHousehold: async (_, { meta, input }, context) => {
      const { dwellingId, occurredOn, number, phone, note } = input;
      const household = {
        ...{ dwellingId: knownId(dwellingId), occurredOn, details: given({ number, phone, note }) },
        evidence: evidenceOf(input.evidence),
      };
      const done = await runCommand(
        context,
        meta,
        'formHousehold',
        input,
        formHousehold(household, commandEnv(context)),
      );
      return { position: done.position, householdId: resultText(done.result, 'householdId') };
    },
    changeHousehold: async (_, { meta, householdId, expectedVersion, number, phone, note }, context) => {
      const input = { householdId: knownId(householdId), expectedVersion, changes: given({ number, phone, note }) };
      return runCommand(context, meta, 'changeHousehold', input, changeHousehold(input, commandEnv(context)));
    },
    moveHousehold: async (_, { meta, householdId, dwellingId, occurredOn, evidence }, context) => {
      const move = { householdId: knownId(householdId), dwellingId: knownId(dwellingId), occurredOn };
      const input = { ...move, evidence: evidenceOf(evidence) };
      return runCommand(context, meta, 'moveHousehold', input, moveHousehold(input, commandEnv(context)));
    },
    dissolveHousehold: async (_, { meta, householdId, occurredOn, evidence }, context) => {
      const input = { householdId: knownId(householdId), occurredOn, evidence: evidenceOf(evidence) };
      return runCommand(context, meta, 'dissolveHousehold', input, dissolveHousehold(input, commandEnv(context)));
    },
    changeHead: async (_, { meta, householdId, citizenId, occurredOn, relations, evidence }, context) => {
      const change = { householdId: knownId(householdId), citizenId: knownId(citizenId), occurredOn, relations };
      const input = { ...change, evidence: evidenceOf(evidence) };
      return runCommand(context, meta, 'changeHead', input, changeHead(input, commandEnv(context)));
    },
  },
} satisfies Resolvers;
