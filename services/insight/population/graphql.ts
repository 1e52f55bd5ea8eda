import type {
  Citizen,
  Dwelling,
  Household,
  Population,
  PopulationPerson,
  QueryResolvers,
} from '@nocgia/schemas/generated/resolvers.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { Kind, type GraphQLResolveInfo } from 'graphql';
import { eidFigures } from './eid.ts';
import { populationList, type ListedPerson } from './list.ts';
import { populationPlaces } from './places.ts';
import { population, populationBefore, type PopulationFigures } from './queries.ts';

/** Rows of one page of a list, at most. */
const PAGE = 200;

// Only code or id is known here: all other fields are the business of the types' own resolvers.
function unitOf(code: string): Population['unit'] {
  return { code } as Population['unit'];
}

function personOf({ citizenId, householdId, since, change }: ListedPerson): PopulationPerson {
  return { citizen: { id: citizenId } as Citizen, household: { id: householdId } as Household, since, change };
}

function toType(figures: PopulationFigures): Population {
  const { unit, bySex, byUnit, ...same } = figures;
  return {
    ...same,
    unit: unitOf(unit),
    male: bySex.male,
    female: bySex.female,
    unknownSex: bySex.unknown,
    byUnit: byUnit.map((each) => ({ unit: each.unit === null ? null : unitOf(each.unit), total: each.total })),
    previous: null,
  };
}

/** Whether what holds of all is asked for; a fragment may hold anything. */
function wantsTotal(info: GraphQLResolveInfo | undefined): boolean {
  return (info?.fieldNodes ?? []).some((node) =>
    node.selectionSet?.selections.some(
      (each) => each.kind !== Kind.FIELD || ['total', 'change'].includes(each.name.value),
    ),
  );
}

function checkPage(first: number): void {
  if (first < 1 || first > PAGE)
    throw new RejectionError({ code: 'BAD_INPUT', params: { detail: `first: 1–${PAGE}` } });
}

/** Resolvers of `schemas/graphql/population.graphql`; `Unit`, `Citizen`, `Household` and `Dwelling` are completed by their own from code or id. */
export const populationQueries: Pick<
  QueryResolvers,
  'population' | 'populationList' | 'populationHouseholds' | 'populationDwellings' | 'eidFigures'
> = {
  async population(_parent, args, { scope, db }) {
    const asked = { ...args, movementFrom: args.movementFrom ?? null };
    const figures = await population(scope, db, asked);
    const { asOf, knownAt } = figures;
    const before = figures.movement ? await populationBefore(scope, db, { ...asked, asOf }, knownAt) : null;
    return { ...toType(figures), previous: before && toType(before) };
  },
  // Who of them is shown, and so looked at, only whoever completes the people knows.
  async populationList(_parent, args, { scope, db }, info) {
    checkPage(args.first);
    const asked = { ...args, filter: args.filter ?? {}, counted: wantsTotal(info) };
    const { items, ...page } = await populationList(scope, db, asked);
    return { ...page, items: items.map(personOf) };
  },
  async populationHouseholds(_parent, { status = null, ...args }, { scope, db }, info) {
    checkPage(args.first);
    const asked = { ...args, householdStatus: status, counted: wantsTotal(info) };
    const { ids, ...page } = await populationPlaces(scope, db, 'household', asked);
    return { ...page, items: ids.map((id) => ({ id }) as Household) };
  },
  async populationDwellings(_parent, args, { scope, db }, info) {
    checkPage(args.first);
    const asked = { ...args, headcount: 'present' as const, counted: wantsTotal(info) };
    const { ids, ...page } = await populationPlaces(scope, db, 'dwelling', asked);
    return { ...page, items: ids.map((id) => ({ id }) as Dwelling) };
  },
  async eidFigures(_parent, args, { scope, db }) {
    const { unit, total, groups, ...same } = await eidFigures(scope, db, args);
    return {
      ...same,
      unit: unitOf(unit),
      definition: 'eid.1',
      total,
      groups: groups.map(({ by, key, label, ...counts }) => ({
        by,
        key,
        label,
        unit: by === 'neighbourhood' && key !== null ? unitOf(key) : null,
        counts,
      })),
    };
  },
};
