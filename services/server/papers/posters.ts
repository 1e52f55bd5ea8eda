import { matters, matterNumber } from '@nocgia/schemas/code-lists/matters.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { codeOfUnit, unitNumber } from '@nocgia/schemas/events/common.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../../access/paging.ts';
import { refused } from '../../access/refused.ts';
import type { DossierContext } from '../../dossiers/context.ts';
import { holds } from '../../dossiers/fee/reckon.ts';
import { oneStopOf, oneStopStream } from '../../dossiers/one-stop/one-stop.ts';
import { procedureOn, proceduresOn, type ProcedureEntry } from '../../dossiers/procedure/queries.ts';
import { fieldPoster, procedurePoster, type PosterContext, type PosterProcedure } from '../../papers/forms/poster.ts';
import { termText } from '../../papers/forms/words.ts';
import type { Paper } from '../../papers/pdf/paper.ts';
import { pdfOf } from '../../papers/pdf/render.ts';
import { policyOf } from '../../dossiers/file/routes.ts';
import { unitOf, unitStream } from '../../territory/unit/unit.ts';
import type { PaperRoutes } from './routes.ts';

/** Procedures on the poster of a field at most; the catalogue of a ward has some 600 in all. */
const MOST = 200;

/**
 * `GET /api/procedures/:id/poster.pdf`: the A4 poster whose code leads to the public page of a procedure; `GET
 * /api/wards/:ward/poster.pdf?matter=…`: of a whole field. For whoever is signed in (the catalogue is nobody's secret); 404 for what does
 * not hold today, for a field without procedures, and where the desk is not set up.
 */
export function posterRoutes(app: FastifyInstance, deps: Pick<PaperRoutes, 'open' | 'localeOf' | 'originOf'>): void {
  app.get<{ Params: { id: string } }>('/api/procedures/:id/poster.pdf', (request, reply) =>
    answerPoster(deps, request, reply, async (context) => {
      const { scope, db, today } = context;
      const { id } = request.params;
      const entry = isId(id) ? await procedureOn(scope, db, id, today) : undefined;
      if (!entry) throw new RejectionError({ code: 'NOT_FOUND' });
      const on = await posterContext(context, codeOfUnit(entry.ward), entry.code);
      return procedurePoster(on, onPoster(entry, today), addressOf(deps.originOf(request), { procedure: id }));
    }),
  );

  app.get<{ Params: { ward: string }; Querystring: { matter?: string } }>(
    '/api/wards/:ward/poster.pdf',
    (request, reply) =>
      answerPoster(deps, request, reply, async (context) => {
        const { scope, db, today } = context;
        const { ward } = request.params;
        const field = matters.find(({ code }) => code === request.query.matter);
        if (!/^\d{5}$/.test(ward) || !field) throw new RejectionError({ code: 'NOT_FOUND' });
        const asked = { ward: unitNumber(ward), day: today, text: '', matter: matterNumber(field.code), limit: MOST };
        const entries = await proceduresOn(scope, db, asked);
        if (entries.length === 0) throw new RejectionError({ code: 'NOT_FOUND' });
        const on = await posterContext(context, ward, field.vi);
        const address = addressOf(deps.originOf(request), { ward, matter: field.code });
        return fieldPoster(
          on,
          field.vi,
          entries.map((entry) => onPoster(entry, today)),
          address,
        );
      }),
  );
}

/** Answers with a poster, or with why there is none. */
export async function answerPoster(
  { open, localeOf }: Pick<PaperRoutes, 'open' | 'localeOf'>,
  request: FastifyRequest,
  reply: FastifyReply,
  make: (context: DossierContext) => Promise<Paper>,
): Promise<FastifyReply> {
  try {
    const { context, end } = await open(request);
    const paper = await make(context).finally(end);
    return await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', 'inline; filename="poster.pdf"')
      .header('content-security-policy', policyOf('application/pdf'))
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .send(await pdfOf(paper));
  } catch (error) {
    if (error instanceof RejectionError) return refused(reply, error.rejection, localeOf(request));
    throw error;
  }
}

/** What the posters of a ward have in common; NOT_FOUND where its desk is not set up. */
export async function posterContext({ log, now }: DossierContext, ward: string, what: string): Promise<PosterContext> {
  const streams = [oneStopStream(ward), unitStream(ward)] as const;
  const read = await log.readStreams(streams);
  const settings = oneStopOf(read.get(streams[0]));
  if (!settings) throw new RejectionError({ code: 'NOT_FOUND' });
  return {
    ward: unitOf(read.get(streams[1])).name,
    desk: { name: settings.deskName, address: settings.address, phone: settings.phone },
    paperCode: `Áp phích · ${what}`,
    now: now(),
  };
}

/** The public page that a poster leads to. */
function addressOf(origin: string, query: Readonly<Record<string, string>>): string {
  const { procedure, ...others } = query;
  const address = new URL(procedure === undefined ? '/services' : `/services/${procedure}`, origin);
  for (const [name, value] of Object.entries(others)) address.searchParams.set(name, value);
  return address.href;
}

/** What is paid at the desk today, where it is one sum; a fee by page or copy is told on the procedure's page. */
function onPoster({ content }: ProcedureEntry, day: string): PosterProcedure {
  const fees = content.fees.filter((fee) => holds(fee, { day, channel: 'desk' }));
  const fee = fees.every(({ per }) => per === 'dossier') ? fees.reduce((sum, { amount }) => sum + amount, 0) : null;
  return { name: content.name, term: termText(content.term), fee };
}
