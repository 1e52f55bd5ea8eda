import type { Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import { citizenResolvers } from './citizen/graphql.ts';
import { householdResolvers } from './household/graphql.ts';

/** The resolvers of schemas/graphql/registry.graphql, and what lives in a dwelling or unit; types are merged with territory's by name. */
export const registryResolvers = {
  Query: { ...citizenResolvers.Query, ...householdResolvers.Query },
  Citizen: citizenResolvers.Citizen,
  CitizenPage: citizenResolvers.CitizenPage,
  Household: householdResolvers.Household,
  HouseholdPage: householdResolvers.HouseholdPage,
  Dwelling: householdResolvers.Dwelling,
  Unit: householdResolvers.Unit,
  Mutation: { ...citizenResolvers.Mutation, ...householdResolvers.Mutation },
} satisfies Resolvers;
