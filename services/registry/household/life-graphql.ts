import { unitNumber } from '@nocgia/schemas/events/common.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import type {
  Citizen,
  Dwelling,
  FormerMember,
  Household,
  HouseholdStatus,
  Resolvers,
  Unit,
} from '@nocgia/schemas/generated/resolvers.ts';
import { authorize } from '../../access/ability.ts';
import { batched } from '../../access/batch.ts';
import { isId, knownId } from '../../access/paging.ts';
import type { Scope } from '../../access/scope.ts';
import { fieldView } from '../../access/where-scope.ts';
import { resultText, runCommand } from '../../event-store/run-command.ts';
import { citizenById } from '../citizen/graphql.ts';
import type { StatusState } from '../citizen/citizen-state.ts';
import type { CitizenEntry } from '../citizen/queries.ts';
import { citizenType } from '../citizen/type.ts';
import { commandEnv, type RegistryContext } from '../context.ts';
import { evidenceOf } from '@nocgia/schemas/events/evidence.ts';
import { formerStints, type Stint } from './former.ts';
import { glanceOf } from './glance.ts';
import { householdStream } from './household-state.ts';
import { joinHouseholds } from './join.ts';
import { householdsFormerlyIn, type HouseholdEntry } from './queries.ts';
import { splitHousehold } from './split.ts';
import { endHouseholdStatus, grantHouseholdStatus } from './status.ts';
import { householdById, householdType, type HouseholdParent } from './type.ts';

async function entryFor(parent: HouseholdParent, context: RegistryContext): Promise<HouseholdEntry> {
  const entry = parent.entry ?? (await householdById(context, parent.id ?? ''));
  if (!entry) throw new RejectionError({ code: 'NOT_FOUND' });
  return entry;
}

/** A status as this reader may see it: masked, its days stand without its name. */
function statusType(scope: Scope, { statusId: id, status, since, until, endedOn }: StatusState): HouseholdStatus {
  const { today } = scope;
  const holds = since <= today && (until === null || today <= until) && (endedOn === null || today < endedOn);
  return { id, status: fieldView(scope, 'policyStatus') === 'clear' ? status : null, since, until, endedOn, holds };
}

/** Stays that are over, with the people as far as the reader may see them: one look at people for all households of the operation. */
const formerById = batched(async (context: RegistryContext, ids: string[]) => {
  const streams = await context.log.readStreams(ids.map(householdStream));
  const stints = new Map(ids.map((id) => [id, formerStints(streams.get(householdStream(id)) ?? [])]));
  const wanted = [...new Set([...stints.values()].flat().map(({ citizenId }) => citizenId))];
  const people = new Map<string, CitizenEntry>();
  for (const entry of await Promise.all(wanted.map((id) => citizenById(context, id))))
    if (entry) people.set(entry.citizen_id, entry);
  if (people.size > 0) await context.logAccess({ action: 'list', citizenIds: [...people.keys()] });
  return new Map(
    [...stints].map(([id, own]) => [id, own.flatMap((stint) => formerMember(context.scope, id, stint, people))]),
  );
});

function formerMember(
  scope: Scope,
  householdId: string,
  { citizenId, since, leftOn }: Stint,
  people: ReadonlyMap<string, CitizenEntry>,
): FormerMember[] {
  const entry = people.get(citizenId);
  if (!entry) return [{ citizen: null, relation: null, since, leftOn, died: false, household: null }];
  const stay = entry.residences.findLast((one) => one.householdId === householdId && one.endedOn === leftOn);
  // A residence that was recorded in error is gone from the person: they never lived here.
  if (!stay) return [];
  const now = entry.residences.filter((one) => one.endedOn === null);
  const elsewhere = (now.find((one) => one.kind === 'permanent') ?? now[0])?.householdId ?? null;
  return [
    {
      citizen: citizenType(scope, entry) as Citizen,
      relation: stay.relation,
      since,
      leftOn,
      died: entry.died === leftOn,
      household: elsewhere === null || elsewhere === householdId ? null : ({ id: elsewhere } as Household),
    },
  ];
}

const formerlyIn = batched((context: RegistryContext, ids: string[]) =>
  householdsFormerlyIn(context.scope, context.db, ids.filter(isId)),
);

/** The life of a household: how it splits, joins another, what statuses it holds, and what it and a roof have left behind. */
export const householdLifeResolvers = {
  Household: {
    statuses: async (parent: HouseholdParent, _, context) => {
      if (fieldView(context.scope, 'policyStatus') === 'withheld') return [];
      const { statuses } = await entryFor(parent, context);
      return statuses.toReversed().map((one) => statusType(context.scope, one));
    },
    formerMembers: async (parent: HouseholdParent, _, context) => {
      const { household_id: id } = await entryFor(parent, context);
      return (await formerById(context, id)) ?? [];
    },
    mayGrantStatus: async (parent: HouseholdParent, _, context) => {
      const { ward, neighbourhood } = await entryFor(parent, context);
      return authorize(context.scope, 'write', 'Citizen', { ward, neighbourhood }, 'policyStatus') === null;
    },
  },
  FormerMember: {
    household: async (parent: Partial<FormerMember>, _, context) => {
      const entry = parent.household ? await householdById(context, parent.household.id) : undefined;
      return entry ? (householdType(context.scope, entry) as Household) : null;
    },
  },
  Dwelling: {
    formerHouseholds: async (parent: Partial<Dwelling>, _, context) =>
      ((await formerlyIn(context, parent.id ?? '')) ?? []).map(
        (entry) => householdType(context.scope, entry) as Household,
      ),
  },
  Unit: {
    glance: async (parent: Partial<Unit>, _, { scope, db }) => {
      const code = parent.code ?? '';
      if (scope.wards.length + scope.neighbourhoods.length === 0) return null;
      if (code.length !== 5 && code.length !== 9) return null;
      return glanceOf(scope, db, { column: code.length === 5 ? 'ward' : 'neighbourhood', numbers: [unitNumber(code)] });
    },
  },
  Mutation: {
    splitHousehold: async (_, { meta, input }, context) => {
      const { householdId, citizenIds, headId, relations, dwellingId, number, phone, occurredOn } = input;
      const split = {
        householdId: knownId(householdId),
        citizenIds: citizenIds.map(knownId),
        headId,
        relations,
        dwellingId: dwellingId ? knownId(dwellingId) : null,
        details: { ...(number && { number }), ...(phone && { phone }) },
        occurredOn,
        evidence: evidenceOf(input.evidence),
      };
      const done = await runCommand(context, meta, 'splitHousehold', input, splitHousehold(split, commandEnv(context)));
      return { position: done.position, householdId: resultText(done.result, 'householdId') };
    },
    joinHouseholds: async (_, { meta, input }, context) => {
      const { householdId, intoHouseholdId, relations, occurredOn } = input;
      const join = {
        householdId: knownId(householdId),
        intoHouseholdId: knownId(intoHouseholdId),
        relations,
        occurredOn,
        evidence: evidenceOf(input.evidence),
      };
      return runCommand(context, meta, 'joinHouseholds', input, joinHouseholds(join, commandEnv(context)));
    },
    grantHouseholdStatus: async (_, { meta, input }, context) => {
      const { householdId, status, occurredOn, until, evidence } = input;
      const grant = {
        householdId: knownId(householdId),
        status,
        occurredOn,
        until: until ?? null,
        evidence: evidenceOf(evidence),
      };
      return runCommand(context, meta, 'grantHouseholdStatus', input, grantHouseholdStatus(grant, commandEnv(context)));
    },
    endHouseholdStatus: async (_, { meta, householdId, statusId, cause, occurredOn, evidence }, context) => {
      const input = { householdId: knownId(householdId), statusId, cause, occurredOn, evidence: evidenceOf(evidence) };
      return runCommand(context, meta, 'endHouseholdStatus', input, endHouseholdStatus(input, commandEnv(context)));
    },
  },
} satisfies Resolvers;
