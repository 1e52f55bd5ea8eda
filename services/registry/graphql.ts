import type { Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import { behindFigureResolvers } from './citizen/behind-figure.ts';
import { citizenResolvers } from './citizen/graphql.ts';
import { lifeResolvers } from './citizen/life/graphql.ts';
import { mergeResolvers } from './citizen/merge-graphql.ts';
import { householdResolvers } from './household/graphql.ts';
import { householdLifeResolvers } from './household/life-graphql.ts';

/** The resolvers of schemas/graphql/registry.graphql, and what lives in a dwelling or unit; types are merged with territory's by name. */
export const registryResolvers = {
  Query: { ...citizenResolvers.Query, ...householdResolvers.Query, ...mergeResolvers.Query, ...lifeResolvers.Query },
  Citizen: { ...citizenResolvers.Citizen, ...mergeResolvers.Citizen, ...lifeResolvers.Citizen },
  ...behindFigureResolvers,
  CitizenPage: citizenResolvers.CitizenPage,
  UnmatchedMovePage: lifeResolvers.UnmatchedMovePage,
  Household: { ...householdResolvers.Household, ...householdLifeResolvers.Household },
  FormerMember: householdLifeResolvers.FormerMember,
  HouseholdPage: householdResolvers.HouseholdPage,
  Dwelling: { ...householdResolvers.Dwelling, ...householdLifeResolvers.Dwelling },
  Unit: { ...householdResolvers.Unit, ...householdLifeResolvers.Unit },
  Mutation: {
    ...citizenResolvers.Mutation,
    ...householdResolvers.Mutation,
    ...householdLifeResolvers.Mutation,
    ...mergeResolvers.Mutation,
    ...lifeResolvers.Mutation,
  },
} satisfies Resolvers;
