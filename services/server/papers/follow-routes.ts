import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { MediaType } from '@nocgia/schemas/events/dossier.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { noFields } from '../../access/field-table.ts';
import { refused } from '../../access/refused.ts';
import type { FileDeps } from '../../dossiers/file/deps.ts';
import { extensions } from '../../dossiers/file/media.ts';
import { policyOf } from '../../dossiers/file/routes.ts';
import { openFile } from '../../dossiers/file/store.ts';
import { followedBy, resultOf } from '../../dossiers/follow/followed.ts';
import { isOwnPaper } from '../../dossiers/follow/type.ts';
import type { PublicContext } from '../../dossiers/public/context.ts';
import { pdfOf } from '../../papers/pdf/render.ts';
import { dossierPaper } from './dossier-paper.ts';

/** The cookie that `web` keeps a holder's token in; sent to `/follow` alone. */
export const FOLLOW_COOKIE = 'nocgia-follow';

export interface FollowRoutes {
  /** Opens an operation as the public. */
  open(request: FastifyRequest): Promise<{ context: PublicContext; end(): Promise<void> }>;
  localeOf(request: FastifyRequest): 'vi' | 'en';
  originOf(request: FastifyRequest): string;
  files: FileDeps;
}

/** A holder has shown the end of one number: their name stands in clear, their numbers, address and contact as masked. */
const holderFields = {
  ...noFields,
  identity: 'read',
  nationalId: 'masked',
  contact: 'masked',
  residence: 'masked',
} as const;

/**
 * For who has opened a dossier by its code and second factor (cookie): `GET /follow/papers/<paperId>.pdf`, a paper of theirs in the very
 * version that was printed; `GET /follow/result`, the result that was returned online. 404 for everybody else, whatever there is.
 */
export function followRoutes(app: FastifyInstance, deps: FollowRoutes): void {
  const config = { rateLimit: { max: 60, timeWindow: '1 minute' } };
  const token = (request: FastifyRequest): string => request.cookies[FOLLOW_COOKIE] ?? '';

  app.get<{ Params: { paper: string } }>('/follow/papers/:paper', { config }, async (request, reply) => {
    try {
      const { context, end } = await deps.open(request);
      const paper = await (async () => {
        const { row } = await followedBy(context, token(request));
        const [, paperId = ''] = /^([0-9a-f-]{36})\.pdf$/.exec(request.params.paper) ?? [];
        if (!row.prints.some((one) => one.paperId === paperId && isOwnPaper(one)))
          throw new RejectionError({ code: 'PAPER_UNKNOWN' });
        const scope = { ...context.scope, fields: holderFields };
        return dossierPaper({ ...context, scope }, row, { paperId, origin: deps.originOf(request) });
      })().finally(end);
      return await reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', 'inline; filename="giay.pdf"')
        .header('content-security-policy', policyOf('application/pdf'))
        .header('cache-control', 'no-store')
        .header('x-content-type-options', 'nosniff')
        .send(await pdfOf(paper));
    } catch (error) {
      if (error instanceof RejectionError) return refused(reply, error.rejection, deps.localeOf(request));
      throw error;
    }
  });

  app.get('/follow/result', { config }, async (request, reply) => {
    try {
      const { context, end } = await deps.open(request);
      const { row } = await followedBy(context, token(request)).finally(end);
      const result = resultOf(row);
      if (!result) throw new RejectionError({ code: 'FILE_UNKNOWN' });
      const bytes = await openFile(deps.files, { dossierId: row.dossier_id, fileId: result.fileId });
      return await reply
        .header('content-type', result.mediaType)
        .header('content-disposition', `attachment; filename="ket-qua.${extensions[result.mediaType as MediaType]}"`)
        .header('content-security-policy', policyOf(result.mediaType))
        .header('cache-control', 'no-store')
        .header('x-content-type-options', 'nosniff')
        .send(bytes);
    } catch (error) {
      if (error instanceof RejectionError) return refused(reply, error.rejection, deps.localeOf(request));
      throw error;
    }
  });
}
