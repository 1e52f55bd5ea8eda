import { RejectionError } from '@nocgia/schemas/errors.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refused } from '../../access/refused.ts';
import { isMultipartError } from '../../files/multipart.ts';
import type { Scope } from '../../access/scope.ts';
import { beginImport } from './begin.ts';
import type { ImportDeps } from './deps.ts';
import { importAllowed, maySeeValues, visibleImport } from './queries.ts';
import { limits } from '../../tables/reader/limits.ts';
import { lookedAt } from '../../tables/reader/sniff.ts';
import { reportOf } from './report.ts';

/** What the routes need beside what imports need. */
export interface ImportRouteDeps extends ImportDeps {
  /** Who is asking; null when nobody is signed in. */
  scopeOf(request: FastifyRequest): Promise<Scope | null>;
  /** Writes one look into the access log. */
  logExport(scope: Scope, citizenIds: readonly string[]): Promise<void>;
}

const partLimits = { files: 1, fields: 4, parts: 5, fileSize: limits.fileBytes + 1, fieldSize: 200, headerPairs: 50 };

/**
 * `POST /api/imports` (multipart: `unit` before `file`) stores an upload sealed and queues its reading: 201 {importId}, or 303 to the
 * import's page for who takes HTML. Refuses by code of
 * the catalogue: 400 for a wrong type or a file that is too large, 401, 403, 404 for a unit outside the scope.
 * `GET /api/imports/:id/report.xlsx`: the faulty rows and what to mend.
 */
export function importRoutes(app: FastifyInstance, deps: ImportRouteDeps): void {
  app.post(
    '/api/imports',
    { bodyLimit: limits.fileBytes + 64 * 1024, config: { rateLimit: { max: 30, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const scope = await deps.scopeOf(request);
      if (!scope) return refused(reply, { code: 'UNAUTHENTICATED' }, 'vi');
      try {
        const importId = await takeUpload(request, scope, deps);
        await deps.enqueue(importId);
        // A form posted without script comes from a page and goes on to a page.
        if (request.headers.accept?.includes('text/html')) return await reply.redirect(`/imports/${importId}`, 303);
        return await reply.code(201).header('cache-control', 'no-store').send({ importId });
      } catch (error) {
        if (error instanceof RejectionError) return refused(reply, error.rejection, scope.locale);
        if (isMultipartError(error))
          return refused(reply, { code: 'BAD_INPUT', params: { detail: 'multipart' } }, scope.locale);
        throw error;
      }
    },
  );

  app.get<{ Params: { id: string } }>('/api/imports/:id/report.xlsx', async (request, reply) => {
    const scope = await deps.scopeOf(request);
    if (!scope) return refused(reply, { code: 'UNAUTHENTICATED' }, 'vi');
    const record = await visibleImport(scope, deps, request.params.id);
    if (!record || record.described === null) return refused(reply, { code: 'NOT_FOUND' }, scope.locale);
    if (!maySeeValues(scope, record)) return refused(reply, { code: 'FORBIDDEN' }, scope.locale);
    const { xlsx, citizenIds } = await reportOf(deps, record, scope.locale);
    await deps.logExport(scope, citizenIds);
    return reply
      .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header(
        'content-disposition',
        `attachment; filename="nocgia-import-${record.created_at.toISOString().slice(0, 10)}.xlsx"`,
      )
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .send(xlsx);
  });
}

async function takeUpload(request: FastifyRequest, scope: Scope, deps: ImportRouteDeps): Promise<string> {
  if (!request.isMultipart())
    throw new RejectionError({ code: 'BAD_INPUT', params: { detail: 'multipart/form-data' } });
  let unit: string | null = null;
  for await (const part of request.parts({ limits: partLimits })) {
    if (part.type === 'field') {
      if (part.fieldname === 'unit' && typeof part.value === 'string') unit = part.value;
      continue;
    }
    if (part.fieldname !== 'file') {
      part.file.resume();
      continue;
    }
    // Known before the first byte is stored: the field comes before the file.
    const denied =
      unit === null ? { code: 'BAD_INPUT' as const, params: { detail: 'unit' } } : importAllowed(scope, 'import', unit);
    if (denied || unit === null) {
      part.file.resume();
      throw new RejectionError(denied ?? { code: 'BAD_INPUT', params: { detail: 'unit' } });
    }
    return beginImport(deps, {
      file: lookedAt(part.file),
      fileName: part.filename,
      ward: unitNumber(unit),
      accountId: scope.accountId,
      positionId: scope.positionId,
    });
  }
  throw new RejectionError({ code: 'BAD_INPUT', params: { detail: 'file' } });
}
