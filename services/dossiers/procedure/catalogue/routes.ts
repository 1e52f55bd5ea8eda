import { RejectionError } from '@nocgia/schemas/errors.ts';
import { wardCode } from '@nocgia/schemas/events/common.ts';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { authorize } from '../../../access/ability.ts';
import { refused } from '../../../access/refused.ts';
import { commandEnv } from '../../context.ts';
import type { DossierRoutes } from '../../worked-on.ts';
import { askedOf, publishCatalogue, shippedProposals, shippedWish, wishOf } from './publish-catalogue.ts';
import { readCatalogue } from './read-csv.ts';

/** The whole national catalogue of a commune is 0.4 MB. */
const bodyLimit = 4 << 20;

const asked = v.object({
  /** The file, base64; null = the procedures that ship with the product. */
  csv: v.nullable(v.pipe(v.string(), v.base64())),
  publish: v.boolean(),
});

/**
 * `POST /api/wards/:ward/catalogue` (JSON: `csv` in base64 or null, `publish`) says what a catalogue would change of a ward's procedures,
 * or publishes it from today on: 200 `{ published, new, changed, unchanged, asked, refused }`, procedures as `{ code, name }`. Publishing the
 * same again adds nothing. For who manages the procedures of the ward; 400, 401, 403, 404 by code of the catalogue of errors for others.
 */
export function catalogueRoutes(app: FastifyInstance, deps: DossierRoutes): void {
  app.post<{ Params: { ward: string } }>(
    '/api/wards/:ward/catalogue',
    { bodyLimit, config: { rateLimit: { max: 30, timeWindow: '1 minute' } } },
    async (request, reply) => {
      try {
        const { context, end } = await deps.open(request);
        await end();
        const { ward } = request.params;
        if (!v.is(wardCode, ward)) throw new RejectionError({ code: 'NOT_FOUND' });
        const denied = authorize(context.scope, 'manage', 'Procedure', { ward, neighbourhood: null });
        if (denied) throw new RejectionError(denied);
        const body = v.safeParse(asked, request.body);
        if (!body.success) throw new RejectionError({ code: 'BAD_INPUT', params: { detail: 'csv' } });
        const { csv, publish } = body.output;
        const read =
          csv === null ? { proposals: shippedProposals(), refused: [] } : readCatalogue(Buffer.from(csv, 'base64'));
        const wishes = read.proposals.map(csv === null ? shippedWish : wishOf);
        const { log, today } = context;
        const on = { log, eventContext: () => context.eventContext(), env: commandEnv(context) };
        const report = await publishCatalogue(on, { ward, validFrom: today, dryRun: !publish }, wishes);
        const named = (codes: readonly string[]) =>
          codes.map((code) => ({ code, name: report.standing.get(code)?.name ?? code }));
        return await reply.header('cache-control', 'no-store').send({
          published: publish,
          new: named(report.new),
          changed: named(report.changed),
          unchanged: report.unchanged.length,
          asked: askedOf(read.proposals, report.standing),
          refused: read.refused,
        });
      } catch (error) {
        if (error instanceof RejectionError) return refused(reply, error.rejection, deps.localeOf(request));
        throw error;
      }
    },
  );
}
