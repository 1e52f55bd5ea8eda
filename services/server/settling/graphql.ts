import { RejectionError } from '@nocgia/schemas/errors.ts';
import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import type { Citizen, ProposedPerson, RegisterProposal, Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import { authorize } from '../../access/ability.ts';
import { isId, knownId } from '../../access/paging.ts';
import { fieldView } from '../../access/where-scope.ts';
import { commandEnv as dossierEnv } from '../../dossiers/context.ts';
import { dossiersByIds, type DossierEntry } from '../../dossiers/dossier/queries.ts';
import { declineRegister, registerType } from '../../dossiers/dossier/settlement.ts';
import { tellingWhoWasFirst } from '../../dossiers/dossier/who-was-first.ts';
import { runCommand } from '../../event-store/run-command.ts';
import { holderOf, nationalIdClaim } from '../../registry/citizen/claim.ts';
import { withClash } from '../../registry/citizen/clash.ts';
import { citizenOrSurvivor } from '../../registry/citizen/graphql.ts';
import { withNumber } from '../../registry/citizen/number-in-use.ts';
import type { CitizenEntry } from '../../registry/citizen/queries.ts';
import { citizenType, relationNow } from '../../registry/citizen/type.ts';
import { commandEnv as registryEnv } from '../../registry/context.ts';
import { householdById } from '../../registry/household/type.ts';
import { unitNames } from '../../registry/units.ts';
import type { GraphContext } from '../context.ts';
import {
  answersOf,
  concerned,
  namedIn,
  proposedEvidence,
  proposedValues,
  type Known,
  type Result,
} from './proposal.ts';
import { registryAct } from './registry-act.ts';
import { settling, settlingId } from './settling.ts';

/** Whom the dossier names by a number, or its owner, as far as the reader sees them in the register. */
async function found(
  context: GraphContext,
  { owner_id: ownerId }: DossierEntry,
  { nationalId, isOwner }: ReturnType<typeof namedIn>,
): Promise<CitizenEntry | undefined> {
  if (isOwner) return ownerId === null ? undefined : citizenOrSurvivor(context, ownerId);
  if (nationalId === null) return undefined;
  const holder = holderOf(await context.log.readStream(nationalIdClaim(context.claimHash, nationalId)));
  return holder === null ? undefined : citizenOrSurvivor(context, holder);
}

/** What this reader may know of somebody for a proposal; masked values propose nothing. */
async function knownOf(context: GraphContext, { citizen_id: id, residences, details }: CitizenEntry): Promise<Known> {
  const home = residences.find(({ kind, endedOn }) => kind === 'permanent' && endedOn === null);
  const household = home && (await householdById(context, home.householdId));
  const clear = (group: 'identity' | 'ethnicityReligion'): boolean => fieldView(context.scope, group) === 'clear';
  return {
    relation: home && household ? relationNow(home.relation, household.head_id === id) : null,
    ethnicity: clear('ethnicityReligion') ? (details.ethnicity ?? null) : null,
    homeTown: clear('identity') ? (details.homeTown ?? null) : null,
    nationality: clear('identity') ? (details.nationality ?? null) : null,
  };
}

async function proposalFor(context: GraphContext, entry: DossierEntry): Promise<Partial<RegisterProposal> | null> {
  const { scope, db } = context;
  const ward = codeOfUnit(entry.ward);
  const register = registerType(scope, entry);
  if (!register?.mayWrite || !entry.ending) return null;
  if (authorize(scope, 'write', 'Dossier', { ward: entry.ward, neighbourhood: null, matter: entry.matter }))
    return null;
  const { kind } = register;
  const answers = answersOf(kind, entry.answers);
  const result: Result = {
    number: entry.ending.resultNumber,
    issuedOn: entry.ending.issuedOn,
    settledOn: dayInVietnam(new Date(entry.ending.at)),
  };
  const people = await Promise.all(
    concerned[kind].map(async (one) => {
      const named = namedIn(one, answers, entry.owner?.name ?? null);
      const citizen = await found(context, entry, named);
      return { role: one.role, ...named, citizen, known: citizen && (await knownOf(context, citizen)) };
    }),
  );
  const citizenIds = people.flatMap(({ citizen }) => (citizen ? [citizen.citizen_id] : []));
  if (citizenIds.length > 0) await context.logAccess({ action: 'open', citizenIds });
  const known = Object.fromEntries(people.flatMap((one) => (one.known ? [[one.role, one.known] as const] : [])));
  const names = await unitNames(db, [ward]);
  return {
    kind,
    people: people.map(({ role, name, nationalId, citizen }) => ({
      ...{ role, name, nationalId },
      citizen: citizen ? (citizenType(scope, citizen) as Citizen) : null,
    })) satisfies ProposedPerson[],
    values: Object.entries(proposedValues(kind, answers, result, known)).map(([name, value]) => ({ name, value })),
    evidence: proposedEvidence(kind, result, names.get(ward) ?? null),
  };
}

/** A settled dossier and the register: what is proposed, what an officer confirms, and what goes unwritten with a reason. */
export const settlingResolvers = {
  Query: {
    registerProposal: async (_, { dossierId }, context) => {
      if (!isId(dossierId)) return null;
      const entry = (await dossiersByIds(context.scope, context.db, [dossierId])).get(dossierId);
      return entry ? proposalFor(context, entry) : null;
    },
  },
  Mutation: {
    writeRegister: async (_, { on, input }, context) => {
      const asked = { dossierId: knownId(on.dossierId), expectedVersion: on.expectedVersion };
      const act = registryAct(input, registryEnv(context));
      // What it is given for stands with every fact, in the history of the person and of the household.
      const source = { kind: 'dossier', id: asked.dossierId } as const;
      const from = { log: context.log, eventContext: () => context.eventContext(source) };
      // One id for a dossier, whatever the page sent: given again it writes nothing again, even where the answer was lost.
      const meta = { commandId: settlingId(asked.dossierId, act.kind) };
      const decide = settling(asked, act, dossierEnv(context));
      const payload = { dossierId: asked.dossierId, ...input };
      const done = await tellingWhoWasFirst(context, asked, async () => {
        try {
          return await withNumber(context, act.nationalId, () =>
            runCommand(from, meta, 'writeRegister', payload, decide),
          );
        } catch (error) {
          // Given with other data, or by somebody else: it was written already.
          if (error instanceof RejectionError && error.rejection.code === 'COMMAND_MISMATCH')
            throw new RejectionError({ code: 'DOSSIER_CHANGED', params: { since: asked.expectedVersion } });
          throw act.citizenId === null ? error : await withClash(context, act.citizenId, error);
        }
      });
      const { position, result } = done;
      return { position, ...act.about(result) };
    },
    declineRegister: async (_, { meta, on, reason }, context) => {
      const input = { dossierId: knownId(on.dossierId), expectedVersion: on.expectedVersion, reason };
      const decide = declineRegister(input, dossierEnv(context));
      return tellingWhoWasFirst(context, input, () => runCommand(context, meta, 'declineRegister', input, decide));
    },
  },
} satisfies Resolvers;
