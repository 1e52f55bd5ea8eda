import type { Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import { dwellingResolvers } from './dwelling/graphql.ts';
import { searchReferenceUnits } from './reference/reference.ts';
import { unitResolvers } from './unit/graphql.ts';

/** The resolvers of schemas/graphql/territory.graphql, but for what lives in a dwelling or unit. */
export const territoryResolvers = {
  Query: {
    ...unitResolvers.Query,
    ...dwellingResolvers.Query,
    referenceUnits: (_, { text, first }) => searchReferenceUnits(text, Math.min(first, 100)),
  },
  Unit: unitResolvers.Unit,
  Dwelling: dwellingResolvers.Dwelling,
  DwellingPage: dwellingResolvers.DwellingPage,
  PopulationDwellings: dwellingResolvers.PopulationDwellings,
  Mutation: { ...unitResolvers.Mutation, ...dwellingResolvers.Mutation },
} satisfies Resolvers;
