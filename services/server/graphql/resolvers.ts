import type { Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import { accessResolvers } from '../../access/graphql.ts';
import { dossierResolvers } from '../../dossiers/dossier/graphql.ts';
import { pastResolvers } from '../../dossiers/past/graphql.ts';
import { procedureResolvers } from '../../dossiers/procedure/graphql.ts';
import { followResolvers } from '../../dossiers/follow/graphql.ts';
import { openDoor } from '../../dossiers/follow/find.ts';
import { publicResolvers } from '../../dossiers/public/graphql.ts';
import { uploadResolvers } from '../../dossiers/upload/graphql.ts';
import { ratingQueries } from '../../dossiers/rating/graphql.ts';
import { publicRatingResolvers } from '../../dossiers/rating/public-graphql.ts';
import { populationQueries } from '../../insight/population/graphql.ts';
import { registryResolvers } from '../../registry/graphql.ts';
import { importResolvers } from '../../registry/import/graphql.ts';
import { territoryResolvers } from '../../territory/graphql.ts';
import type { AppParts } from '../app.ts';
import { comparisonResolvers } from '../../registry/import/comparison-graphql.ts';
import { templateResolvers } from '../../registry/import/template-graphql.ts';
import { withdrawalResolvers } from '../../registry/import/withdrawal-graphql.ts';
import { noticeResolvers } from '../mail/graphql.ts';
import { neighbourhoodResolvers } from '../neighbourhoods-from-register.ts';
import { loadRevealSubject } from '../reveal-subject.ts';
import { signingResolvers } from '../signing/graphql.ts';
import { transferResolvers } from '../papers/transfers.ts';
import { settlingResolvers } from '../settling/graphql.ts';
import { systemResolvers } from '../system/graphql.ts';
import { scalars } from './scalars.ts';

/**
 * Every resolver of the SDL, slice by slice. Nested fields are completed from a parent's id, all parents of one operation in one query
 * (`access/batch.ts`), so that a slice may answer with nothing but an id of another slice's type.
 */
export function resolvers(parts: AppParts): Resolvers {
  const { platform, territory, logAccess } = parts;
  const access = accessResolvers({ pool: platform.appPool, territory, logAccess, loadSubject: loadRevealSubject });
  const lag = () => Math.max(0, ...parts.projecting.progress().map((one) => one.lag));
  return merge(
    scalars,
    access,
    territoryResolvers,
    registryResolvers,
    importResolvers({ ...parts.imports, lag }),
    comparisonResolvers({ ...parts.imports, lag }),
    templateResolvers({ ...parts.imports, lag }),
    withdrawalResolvers({ ...parts.imports, lag }),
    neighbourhoodResolvers({ ...parts.imports, lag }),
    procedureResolvers,
    dossierResolvers,
    publicResolvers,
    transferResolvers,
    uploadResolvers(parts.uploads),
    settlingResolvers,
    pastResolvers({ ...parts.past, lag }),
    ratingQueries,
    followResolvers(openDoor(platform.appPool)),
    publicRatingResolvers(openDoor(platform.appPool)),
    { Query: populationQueries },
    signingResolvers({
      files: parts.files,
      keys: { pool: platform.appPool, keyring: platform.keyring },
      requests: parts.signings,
    }),
    noticeResolvers(parts.outside.post !== null),
    systemResolvers(parts),
  );
}

/** Joins resolver maps type by type: `Unit` has fields from several slices. Two slices with the same field are a mistake. */
function merge(...maps: readonly Resolvers[]): Resolvers {
  const merged: Record<string, Record<string, unknown>> = {};
  for (const [type, fields] of maps.flatMap((map) => Object.entries(map))) {
    if (typeof fields === 'object' && fields !== null && !('name' in fields && 'parseValue' in fields)) {
      const known = (merged[type] ??= {});
      for (const [name, resolver] of Object.entries(fields)) {
        if (name in known) throw new Error(`${type}.${name} is resolved twice`);
        known[name] = resolver;
      }
    } else merged[type] = fields;
  }
  return merged;
}
