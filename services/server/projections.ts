import { accountProjection } from '../access/account/projection.ts';
import type { Projection } from '../projection/projection.ts';

/** Every projection there is; the projector runs them all over one read of the log. */
export const projections: readonly Projection[] = [accountProjection];
