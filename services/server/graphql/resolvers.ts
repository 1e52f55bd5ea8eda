import type { Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import type { MercuriusLoaders } from 'mercurius';
import { accessResolvers } from '../../access/graphql.ts';
import { populationQueries } from '../../insight/population/graphql.ts';
import { importResolvers } from '../../registry/import/graphql.ts';
import type { AppParts } from '../app.ts';
import { loadRevealSubject } from '../reveal-subject.ts';
import { systemResolvers } from '../system/graphql.ts';
import { scalars } from './scalars.ts';

/** Every resolver of the SDL, slice by slice. */
export function resolvers(parts: AppParts): Resolvers {
  const { platform, territory, logAccess } = parts;
  const access = accessResolvers({ pool: platform.appPool, territory, logAccess, loadSubject: loadRevealSubject });
  const system = systemResolvers(parts);
  const lag = () => Math.max(0, ...parts.projecting.progress().map((one) => one.lag));
  const imports = importResolvers({ ...parts.imports, lag });
  return {
    ...scalars,
    Query: { ...access.Query, ...system.Query, ...populationQueries, ...imports.Query },
    Mutation: { ...access.Mutation, ...imports.Mutation },
    Import: imports.Import ?? {},
    Subscription: system.Subscription,
  };
}

/** Fields that are loaded for many parents at once. */
export function loaders(_parts: AppParts): MercuriusLoaders {
  return {};
}
