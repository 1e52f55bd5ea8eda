import { RejectionError } from '@nocgia/schemas/errors.ts';
import { counter } from '@nocgia/schemas/events/rating.ts';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { authorize } from '../../access/ability.ts';
import { isId } from '../../access/paging.ts';
import { officerOf } from '../../dossiers/rating/queries.ts';
import { posterKey } from '../../dossiers/rating/rating.ts';
import { ratingPoster } from '../../papers/forms/poster.ts';
import { answerPoster, posterContext } from './posters.ts';
import type { PaperRoutes } from './routes.ts';

interface RatingPosterRoutes extends Pick<PaperRoutes, 'open' | 'localeOf' | 'originOf'> {
  /** Keyed hash under the installation's secret for what the public holds. */
  publicHash(text: string): string;
}

/**
 * `GET /api/wards/:ward/rating-poster.pdf?counter=3` or `?officer=<account>`: the A4 poster whose code leads to the page that asks for
 * satisfaction with a counter or an officer. For who sets the desk up; 404 for everybody else, and for who is no officer of the ward.
 */
export function ratingPosterRoutes(app: FastifyInstance, deps: RatingPosterRoutes): void {
  app.get<{ Params: { ward: string }; Querystring: { counter?: string; officer?: string } }>(
    '/api/wards/:ward/rating-poster.pdf',
    (request, reply) =>
      answerPoster(deps, request, reply, async (context) => {
        const { scope, db } = context;
        const { ward } = request.params;
        const { officer, counter: at = '' } = request.query;
        const ours =
          /^\d{5}$/.test(ward) && authorize(scope, 'reveal', 'Rating', { ward, neighbourhood: null }) === null;
        if (!ours) throw new RejectionError({ code: 'NOT_FOUND' });
        const address = new URL('/rate', deps.originOf(request));
        address.searchParams.set('ward', ward);
        if (officer !== undefined) {
          const name = isId(officer) ? await officerOf(scope, db, { ward, officer }) : null;
          if (name === null) throw new RejectionError({ code: 'NOT_FOUND' });
          address.searchParams.set('officer', officer);
          address.searchParams.set('key', posterKey(deps.publicHash, { ward, officer }));
          return ratingPoster(await posterContext(context, ward, name), { officer: name }, address.href);
        }
        const label = v.safeParse(counter, at.trim().toUpperCase());
        if (!label.success) throw new RejectionError({ code: 'NOT_FOUND' });
        address.searchParams.set('counter', label.output);
        const on = await posterContext(context, ward, `Quầy ${label.output}`);
        return ratingPoster(on, { counter: label.output }, address.href);
      }),
  );
}
