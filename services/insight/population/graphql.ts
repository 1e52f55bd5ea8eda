import type {
  Citizen,
  Household,
  Population,
  PopulationPerson,
  QueryResolvers,
} from '@nocgia/schemas/generated/resolvers.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { populationList, type ListedPerson } from './list.ts';
import { population, type PopulationFigures } from './queries.ts';

/** Rows of one page of a list, at most. */
const PAGE = 200;

// Only code or id is known here: all other fields are the business of the types' own resolvers.
function unitOf(code: string): Population['unit'] {
  return { code } as Population['unit'];
}

function personOf({ citizenId, householdId, since }: ListedPerson): PopulationPerson {
  return { citizen: { id: citizenId } as Citizen, household: { id: householdId } as Household, since };
}

function toType(figures: PopulationFigures): Partial<Population> {
  const { unit, bySex, byUnit, ...same } = figures;
  return {
    ...same,
    unit: unitOf(unit),
    male: bySex.male,
    female: bySex.female,
    unknownSex: bySex.unknown,
    byUnit: byUnit.map((each) => ({ unit: each.unit === null ? null : unitOf(each.unit), total: each.total })),
  };
}

/** Resolvers of `schemas/graphql/population.graphql`; `Unit`, `Citizen` and `Household` are completed by their own from code or id. */
export const populationQueries: Pick<QueryResolvers, 'population' | 'populationList'> = {
  async population(_parent, args, context) {
    return toType(
      await population(context.scope, context.db, {
        unit: args.unit,
        asOf: args.asOf,
        knownAt: args.knownAt ?? null,
        headcount: args.headcount,
        boundaries: args.boundaries,
        movementFrom: args.movementFrom ?? null,
      }),
    );
  },
  async populationList(_parent, args, context) {
    if (args.first < 1 || args.first > PAGE)
      throw new RejectionError({ code: 'BAD_INPUT', params: { detail: `first: 1–${PAGE}` } });
    const { items, nextCursor, total } = await populationList(context.scope, context.db, {
      unit: args.unit,
      asOf: args.asOf,
      knownAt: args.knownAt ?? null,
      headcount: args.headcount,
      sex: args.sex ?? null,
      after: args.after ?? null,
      first: args.first,
    });
    await context.logAccess({ action: 'list', citizenIds: items.map((item) => item.citizenId) });
    return {
      items: items.map(personOf),
      nextCursor,
      total,
    };
  },
};
