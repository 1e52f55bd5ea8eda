import { accountProjection } from '../access/account/projection.ts';
import { dossiersProjection } from '../dossiers/projection.ts';
import { ratingsProjection } from '../dossiers/rating/projection.ts';
import { populationProjection } from '../insight/population/projection.ts';
import type { Projection } from '../projection/projection.ts';
import { peopleProjection } from '../registry/projection.ts';
import { dwellingsProjection } from '../territory/dwelling/projection.ts';
import { unitsProjection } from '../territory/unit/projection.ts';

/** Every projection there is; the projector runs them all over one read of the log. */
export const projections: readonly Projection[] = [
  accountProjection,
  unitsProjection,
  dwellingsProjection,
  peopleProjection,
  populationProjection,
  dossiersProjection,
  ratingsProjection,
];
