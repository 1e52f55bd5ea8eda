import { RejectionError } from '@nocgia/schemas/errors.ts';
import { paperForm } from '@nocgia/schemas/events/dossier.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { knownId } from '../../access/paging.ts';
import { refused } from '../../access/refused.ts';
import { commandEnv } from '../../dossiers/context.ts';
import { printPaper } from '../../dossiers/dossier/printing.ts';
import { policyOf } from '../../dossiers/file/routes.ts';
import { refusedOn, takesPages, workedOn, type DossierRoutes } from '../../dossiers/worked-on.ts';
import { resultText, runCommand } from '../../event-store/run-command.ts';
import { docxOf } from '../../papers/docx/render.ts';
import { pdfOf } from '../../papers/pdf/render.ts';
import { dossierPaper } from './dossier-paper.ts';

export interface PaperRoutes extends DossierRoutes {
  /** Where people come in, `https://host`: what the codes on papers lead to. */
  originOf(request: FastifyRequest): string;
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Forms that an office may still edit before they are signed. */
const editable: ReadonlySet<string> = new Set(['m02', 'm03', 'm04', 'm05']);

interface Body {
  commandId?: string;
  requestId?: string;
}

/**
 * `POST /api/dossiers/:id/papers/<form>` (form or JSON: `commandId`, `requestId` of form 02 and the fee receipt) prints: 201 {paperId}, or on
 * to the paper for who takes HTML. `GET /api/dossiers/:id/papers/<paperId>.pdf` opens it again as it was printed (`.docx`: forms 02 to 05);
 * a GET writes nothing but the access log. For who works on the dossier: 401, 403, 404, 409 by code of the catalogue for others.
 */
export async function paperRoutes(app: FastifyInstance, deps: PaperRoutes): Promise<void> {
  await app.register((printing: FastifyInstance, _: object, done: () => void) => {
    printing.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, parsed) => parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    printing.post<{ Params: { id: string; paper: string }; Body: Body | undefined }>(
      '/api/dossiers/:id/papers/:paper',
      { config: { rateLimit: { max: 120, timeWindow: '1 minute' } } },
      async (request, reply) => {
        const { id } = request.params;
        const html = takesPages(request);
        try {
          const form = v.safeParse(paperForm, request.params.paper);
          if (!form.success) throw new RejectionError({ code: 'PAPER_UNKNOWN' });
          const { commandId = '', requestId } = request.body ?? {};
          const context = await workedOn(deps, request, (on) => on.context);
          const input = { dossierId: id, form: form.output, requestId: requestId ? knownId(requestId) : null };
          const decide = printPaper(input, commandEnv(context));
          const { position, result } = await runCommand(context, { commandId }, 'printPaper', input, decide);
          await deps.settled(position);
          const paperId = resultText(result, 'paperId');
          if (html) return await reply.redirect(`/api/dossiers/${id}/papers/${paperId}.pdf`, 303);
          return await reply.code(201).header('cache-control', 'no-store').send({ paperId });
        } catch (error) {
          if (!(error instanceof RejectionError)) throw error;
          const { code } = error.rejection;
          if (html && code !== 'UNAUTHENTICATED' && code !== 'NOT_FOUND')
            return await reply.redirect(refusedOn(id, error.rejection), 303);
          return refused(reply, error.rejection, deps.localeOf(request));
        }
      },
    );
    done();
  });

  app.get<{ Params: { id: string; paper: string } }>('/api/dossiers/:id/papers/:paper', async (request, reply) => {
    try {
      const [, paperId = '', kind] = /^([0-9a-f-]{36})\.(pdf|docx)$/.exec(request.params.paper) ?? [];
      const { context, paper, form, entry } = await workedOn(deps, request, async ({ context, entry }) => ({
        paper: await dossierPaper(context, entry, { paperId, origin: deps.originOf(request) }),
        form: entry.prints.find((one) => one.paperId === paperId)?.form ?? '',
        ...{ context, entry },
      }));
      if (kind === 'docx' && !editable.has(form)) throw new RejectionError({ code: 'PAPER_UNKNOWN' });
      const bytes = kind === 'docx' ? await docxOf(paper) : await pdfOf(paper);
      await context.logAccess({ action: 'export', citizenIds: entry.owner_id === null ? [] : [entry.owner_id] });
      const name = `${entry.code ?? 'ho-so'}-${form}.${kind}`;
      return await reply
        .header('content-type', kind === 'docx' ? docxType : 'application/pdf')
        .header('content-disposition', `${kind === 'docx' ? 'attachment' : 'inline'}; filename="${name}"`)
        .header('content-security-policy', policyOf('application/pdf'))
        .header('cache-control', 'no-store')
        .header('x-content-type-options', 'nosniff')
        .send(bytes);
    } catch (error) {
      if (error instanceof RejectionError) return refused(reply, error.rejection, deps.localeOf(request));
      throw error;
    }
  });
}
