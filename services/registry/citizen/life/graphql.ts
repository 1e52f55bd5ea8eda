import type {
  Citizen,
  FormerResident,
  Household,
  LifeWarningsInput,
  Marriage,
  PolicyStatus,
  Resolvers,
  UnmatchedMovePage,
} from '@nocgia/schemas/generated/resolvers.ts';
import { mayEver } from '../../../access/ability.ts';
import { maskValue } from '../../../access/masking.ts';
import { isId, pageSize } from '../../../access/paging.ts';
import { rowUnits, type RowUnits } from '../../../access/row-units.ts';
import type { Scope } from '../../../access/scope.ts';
import { fieldView } from '../../../access/where-scope.ts';
import type { RegistryContext } from '../../context.ts';
import { householdById, householdType } from '../../household/type.ts';
import { householdsFound } from '../../search/households.ts';
import { unitNames } from '../../units.ts';
import { citizenById, citizenOrSurvivor, entryFor, seenResidences } from '../graphql.ts';
import type { CitizenEntry } from '../queries.ts';
import { citizenType, type CitizenParent } from '../type.ts';
import { lifeMutations } from './mutations.ts';
import { countUnmatched, formerResident, unmatchedMoves, type UnmatchedEntry } from './queries.ts';
import { eventWarnings, type Concerned } from './warnings.ts';

/** A page with what it takes to count the whole list, which is done only when asked for. */
type CountedMoves = Partial<UnmatchedMovePage> & { counted?: { side: 'departure' | 'arrival'; units: RowUnits } };

function nameFor(scope: Scope, name: string): string {
  const view = fieldView(scope, 'identity');
  return view === 'clear' ? name : view === 'masked' ? (maskValue('fullName', name) ?? '—') : '—';
}

async function concerned(context: RegistryContext, ids: readonly (string | null | undefined)[]): Promise<Concerned[]> {
  const entries = await Promise.all(
    ids.map(async (id) => (id && isId(id) ? await citizenById(context, id) : undefined)),
  );
  return entries.flatMap((entry) => {
    if (!entry) return [];
    const { details, died, marriages } = entry;
    // A marriage that is recorded is refused, not warned of.
    const maritalStatus = marriages.length > 0 ? null : (details.maritalStatus ?? null);
    return [{ sex: details.sex, birth: details.birth, died, maritalStatus }];
  });
}

/** Whether somebody heads a household in which others stay when they are gone. */
async function leavesWithoutHead(
  context: RegistryContext,
  entry: CitizenEntry | undefined,
  residenceId: string | null | undefined,
): Promise<boolean> {
  const stays = (entry?.residences ?? []).filter(
    (one) => one.endedOn === null && (!residenceId || one.residenceId === residenceId),
  );
  const households = await Promise.all(stays.map((one) => householdById(context, one.householdId)));
  return households.some((one) => one !== undefined && one.head_id === entry?.citizen_id && one.member_count > 1);
}

async function warningsFor(context: RegistryContext, input: LifeWarningsInput) {
  const { event, occurredOn, citizenId, residenceId, spouseId, motherId, fatherId, birth = null, until = null } = input;
  const entry = citizenId && isId(citizenId) ? await citizenById(context, citizenId) : undefined;
  const [person = null] = await concerned(context, [citizenId]);
  const [spouse = null] = await concerned(context, [spouseId]);
  const [mother = null] = await concerned(context, [motherId]);
  const [father = null] = await concerned(context, [fatherId]);
  return eventWarnings({
    ...{ event, occurredOn, today: context.today, person, spouse, mother, father, birth, until },
    residenceUntil: entry?.residences.find((one) => one.residenceId === residenceId)?.until ?? null,
    leavesWithoutHead: await leavesWithoutHead(context, entry, residenceId),
  });
}

export const lifeResolvers = {
  Query: {
    formerResident: async (_, { id }, context): Promise<FormerResident | null> => {
      const { scope, db } = context;
      if (!isId(id) || fieldView(scope, 'residence') !== 'clear') return null;
      if (await citizenOrSurvivor(context, id)) return null;
      const entry = await formerResident(scope, db, id);
      if (!entry) return null;
      await context.logAccess({ action: 'open', citizenIds: [id] });
      const { since, ended_on: endedOn, went_to: wentTo, to_ward: toWard } = entry;
      const names = await unitNames(db, toWard === null ? [] : [toWard]);
      return {
        ...{ id, fullName: nameFor(scope, entry.full_name), since, endedOn, wentTo, toWard },
        toWardName: toWard === null ? null : (names.get(toWard) ?? null),
      };
    },
    householdsFound: async (_, { text, first }, context) => {
      const found = await householdsFound(context, text, Math.min(pageSize(first), 50));
      return found.map((entry) => householdType(context.scope, entry) as Household);
    },
    unmatchedMoves: async (_, { ward, side, after, first }, context): Promise<CountedMoves> => {
      const { scope, db, cursors } = context;
      if (fieldView(scope, 'residence') !== 'clear') return { items: [], nextCursor: null };
      const units = await rowUnits(db, ward);
      const page = { after: cursors.open(after, 2), first: pageSize(first) };
      const { items, next } = await unmatchedMoves(scope, db, side, units, page);
      await context.logAccess({ action: 'list', citizenIds: items.map((one) => one.citizen_id) });
      const shown = (one: UnmatchedEntry) => ({
        ...{ side, citizenId: one.citizen_id, fullName: nameFor(scope, one.full_name), day: one.day, place: one.place },
        ...{ otherWard: one.other_ward, otherWardName: one.other_name },
      });
      return { items: items.map(shown), nextCursor: next && cursors.seal(next), counted: { side, units } };
    },
    lifeWarnings: async (_, { input }, context) => {
      // An age, or a marriage, follows from a warning: only who sees it in clear is told.
      const told = mayEver(context.scope, 'write', 'Citizen') && fieldView(context.scope, 'identity') === 'clear';
      return told ? warningsFor(context, input) : [];
    },
  },
  UnmatchedMovePage: {
    total: async ({ counted }: CountedMoves, _, { scope, db }) =>
      counted ? countUnmatched(scope, db, counted.side, counted.units) : 0,
  },
  Citizen: {
    expiredResidences: async (parent: CitizenParent, _, context) => {
      if (fieldView(context.scope, 'residence') !== 'clear') return [];
      const entry = await entryFor(parent, context);
      const over = entry.residences.filter((one) => one.endedOn === null && (one.until ?? '9') < context.today);
      return seenResidences(context, entry, over);
    },
    absences: async (parent: CitizenParent, _, context) => {
      if (fieldView(context.scope, 'residence') !== 'clear') return [];
      const { absences } = await entryFor(parent, context);
      return absences.map(({ absenceId: id, since, until, destination, endedOn }) => ({
        ...{ id, since, until, destination, endedOn },
      }));
    },
    policies: async (parent: CitizenParent, _, context): Promise<PolicyStatus[]> => {
      if (fieldView(context.scope, 'policyStatus') !== 'clear') return [];
      const { policies, died } = await entryFor(parent, context);
      const { today } = context;
      return policies.map(({ statusId: id, status, since, until, endedOn }) => {
        const over = (endedOn !== null && endedOn <= today) || (until !== null && until < today) || died !== null;
        return { id, status, since, until, endedOn, holds: since <= today && !over };
      });
    },
    marriages: async (parent: CitizenParent, _, context): Promise<Marriage[]> => {
      if (fieldView(context.scope, 'identity') !== 'clear') return [];
      const { marriages } = await entryFor(parent, context);
      return Promise.all(
        marriages.map(async ({ marriageId: id, spouseId, spouseName, since, endedOn, endCause }) => {
          const entry = spouseId === null ? undefined : await citizenOrSurvivor(context, spouseId);
          const spouse = entry ? (citizenType(context.scope, entry) as Citizen) : null;
          return { id, spouse, spouseName, since, endedOn, endCause };
        }),
      );
    },
    departedOn: async (parent: CitizenParent, _, context) => {
      if (fieldView(context.scope, 'residence') !== 'clear') return null;
      const { residences, died } = await entryFor(parent, context);
      if (died !== null || residences.some((one) => one.endedOn === null)) return null;
      return (
        residences
          .map((one) => one.endedOn ?? '')
          .toSorted()
          .at(-1) ?? null
      );
    },
  },
  Mutation: lifeMutations,
} satisfies Resolvers;
