import { addDays, daysBetween } from '@nocgia/schemas/days.ts';
import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import type {
  Dwelling,
  DwellingChanges,
  DwellingPage,
  PopulationDwellings,
  Resolvers,
} from '@nocgia/schemas/generated/resolvers.ts';
import { v7 as uuidv7 } from 'uuid';
import { authorize } from '../../access/ability.ts';
import { authorityOf } from '../../access/authority.ts';
import { batched, completing } from '../../access/batch.ts';
import { isId, pageSize } from '../../access/paging.ts';
import { rowUnits } from '../../access/row-units.ts';
import { evidenceOf } from '@nocgia/schemas/events/evidence.ts';
import { resultText, runCommand } from '../../event-store/run-command.ts';
import { unitByCode, type TerritoryContext } from '../unit/graphql.ts';
import { confirmDwelling } from './confirm.ts';
import { correctDwelling, placeDwellings, registerDwelling } from './dwelling.ts';
import {
  countDwellings,
  cursorLength,
  dwellingPage,
  dwellingsByIds,
  streetsOf,
  type DwellingEntry,
  type DwellingFilter,
} from './queries.ts';

/** A dwelling for the API; its households are completed from its id. */
export function dwellingType(row: DwellingEntry): Partial<Dwelling> {
  const {
    dwelling_id: id,
    house_number: houseNumber,
    old_number: oldNumber,
    street,
    address,
    kind,
    lon,
    lat,
    ward,
    neighbourhood,
    confirmed_on: confirmedOn,
    version,
  } = row;
  return {
    id,
    houseNumber,
    oldNumber,
    street,
    address,
    kind,
    point: lon === null || lat === null ? null : { lon, lat },
    ward: unitByCode(codeOfUnit(ward)),
    neighbourhood: neighbourhood === null ? null : unitByCode(codeOfUnit(neighbourhood)),
    confirmedOn,
    version,
  };
}

/** Where a dwelling on its way through the API lies. */
function placeOf(row: DwellingEntry): { ward: number; neighbourhood: number | null } {
  return { ward: row.ward, neighbourhood: row.neighbourhood };
}

const dwellingById = batched((context: TerritoryContext, ids: string[]) =>
  dwellingsByIds(context.scope, context.db, ids.filter(isId)),
);

const field = completing<Dwelling, TerritoryContext>(async (parent, context) => {
  const row = await dwellingById(context, parent.id ?? '');
  if (!row) throw new RejectionError({ code: 'NOT_FOUND' });
  return dwellingType(row);
});

/** A page with what it takes to count the whole list, which is done only when asked for. */
type CountedPage = Partial<DwellingPage> & { filter?: DwellingFilter };

/** More days than anybody asks for: the calendar of PostgreSQL ends somewhere. */
const MOST_DAYS = 36_500;

async function filterOf(
  context: TerritoryContext,
  unit: string,
  { street = null, unplaced = false, unconfirmedDays = null }: Asked = {},
): Promise<DwellingFilter> {
  const days = unconfirmedDays === null ? null : Math.min(Math.max(0, unconfirmedDays), MOST_DAYS);
  const unconfirmedSince = days === null ? null : addDays(context.today, -days);
  return { ...(await rowUnits(context.db, unit)), street, unplaced, unconfirmedSince };
}

interface Asked {
  street?: string | null;
  unplaced?: boolean;
  unconfirmedDays?: number | null;
}

function env(context: TerritoryContext) {
  return { may: authorityOf(context.scope), today: context.today, newId: uuidv7 };
}

/** Only what the form gave: absent is unchanged, null is empty. */
function changesOf({ kind, ...others }: DwellingChanges) {
  const given = Object.entries(others).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given), ...(kind && { kind }) };
}

export const dwellingResolvers = {
  Query: {
    dwelling: async (_, { id }, context) => {
      const row = await dwellingById(context, id);
      return row ? dwellingType(row) : null;
    },
    dwellings: async (_, { unit, after, first, ...asked }, context): Promise<CountedPage> => {
      const filter = await filterOf(context, unit, asked);
      const { items, next } = await dwellingPage(context.scope, context.db, filter, {
        after: context.cursors.open(after, cursorLength(filter)),
        first: pageSize(first),
      });
      // Nested fields are completed by the resolvers of Dwelling.
      return { items: items.map(dwellingType) as Dwelling[], nextCursor: next && context.cursors.seal(next), filter };
    },
    streets: async (_, { unit }, context) => streetsOf(context.scope, context.db, await filterOf(context, unit)),
  },
  DwellingPage: {
    total: async (page: CountedPage, _, { scope, db }) => (page.filter ? countDwellings(scope, db, page.filter) : 0),
  },
  Dwelling: {
    houseNumber: field('houseNumber'),
    oldNumber: field('oldNumber'),
    street: field('street'),
    address: field('address'),
    kind: field('kind'),
    point: field('point'),
    ward: field('ward'),
    neighbourhood: field('neighbourhood'),
    version: field('version'),
    confirmedOn: field('confirmedOn'),
    confirmedDaysAgo: async (parent: Partial<Dwelling>, _, context) => {
      const row = await dwellingById(context, parent.id ?? '');
      return row?.confirmed_on ? daysBetween(row.confirmed_on, context.today) : null;
    },
    mayConfirm: async (parent: Partial<Dwelling>, _, context) => {
      const row = await dwellingById(context, parent.id ?? '');
      return row !== undefined && authorize(context.scope, 'propose', 'Citizen', placeOf(row), 'residence') === null;
    },
  },
  // A figure of the past counts dwellings that may be out of reach by now.
  PopulationDwellings: {
    items: ({ items = [] }: Partial<PopulationDwellings>, _, context) =>
      Promise.all(
        items.map(async (each) => {
          const row = each?.id ? await dwellingById(context, each.id) : undefined;
          return row ? (dwellingType(row) as Dwelling) : null;
        }),
      ),
  },
  Mutation: {
    confirmDwelling: async (_, { meta, dwellingId, method, occurredOn, evidence }, context) => {
      const input = { dwellingId, method, occurredOn, evidence: evidenceOf(evidence) };
      return runCommand(context, meta, 'confirmDwelling', input, confirmDwelling(input, env(context)));
    },
    registerDwelling: async (_, { meta, input }, context) => {
      const {
        ward,
        neighbourhood = null,
        houseNumber = null,
        oldNumber = null,
        street = null,
        kind,
        point = null,
        occurredOn,
      } = input;
      const dwelling = {
        ward,
        neighbourhood,
        houseNumber: houseNumber || null,
        oldNumber: oldNumber || null,
        street: street || null,
        kind,
        point,
        occurredOn,
      };
      const done = await runCommand(context, meta, 'registerDwelling', input, registerDwelling(dwelling, env(context)));
      return { position: done.position, dwellingId: resultText(done.result, 'dwellingId') };
    },
    correctDwelling: async (_, { meta, dwellingId, expectedVersion, changes }, context) => {
      const input = { dwellingId, expectedVersion, changes: changesOf(changes) };
      return runCommand(context, meta, 'correctDwelling', input, correctDwelling(input, env(context)));
    },
    placeDwellings: async (_, { meta, dwellingIds, neighbourhood, occurredOn }, context) => {
      const input = { dwellingIds, neighbourhood, occurredOn };
      return runCommand(context, meta, 'placeDwellings', input, placeDwellings(input, env(context)));
    },
  },
} satisfies Resolvers;
