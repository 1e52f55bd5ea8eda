import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { MediaType } from '@nocgia/schemas/events/dossier.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { refused } from '../../access/refused.ts';
import type { Position } from '../../event-store/port.ts';
import { resultText, runCommand } from '../../event-store/run-command.ts';
import { isMultipartError } from '../../files/multipart.ts';
import { commandEnv, type DossierContext } from '../context.ts';
import { addFile } from '../dossier/files.ts';
import { refusedOn, takesPages, workedOn, type DossierRoutes } from '../worked-on.ts';
import type { FileDeps } from './deps.ts';
import { extensions, fileLimits } from './media.ts';
import { dropFile, openFile, settleFile, storeFile } from './store.ts';

const partLimits = { files: 1, fields: 6, parts: 7, fileSize: fileLimits.bytes + 1, fieldSize: 200, headerPairs: 50 };

/** Nothing that a file holds may run or load as if it were ours. Chrome shows no PDF in a sandbox, and runs it apart from the page anyway. */
export const policyOf = (type: string): string =>
  type === 'application/pdf'
    ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    : "default-src 'none'; sandbox; frame-ancestors 'self'";

/**
 * `POST /api/dossiers/:id/files` (multipart: `commandId`, and perhaps `expectedVersion` and `paper`, before `file`) adds a scan or photo;
 * without a version to the dossier as it stands, as scans that follow an intake: 201 {fileId}. Who takes HTML goes on to the dossier's page,
 * with `?refused=<code>` where it was not taken.
 * `GET /api/dossiers/:id/files/:fileId` shows it to who works on the dossier: a scan cannot be masked, so who may only read its row may not.
 * Refuses by code of the catalogue: 400, 401, 403, 404, 409, 503 and 507 where the file store is away or full.
 */
export function dossierFileRoutes(app: FastifyInstance, deps: FileDeps & DossierRoutes): void {
  app.post<{ Params: { id: string } }>(
    '/api/dossiers/:id/files',
    { bodyLimit: fileLimits.bytes + 64 * 1024, config: { rateLimit: { max: 120, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const { id } = request.params;
      const html = takesPages(request);
      try {
        const context = await workedOn(deps, request, (on) => on.context);
        const { fileId, position } = await takeUpload(request, context, deps);
        await deps.settled(position);
        if (html) return await reply.redirect(`/dossiers/${id}#files`, 303);
        return await reply.code(201).header('cache-control', 'no-store').send({ fileId });
      } catch (error) {
        const found = rejectionOf(error);
        const { code } = found.rejection;
        if (html && code !== 'UNAUTHENTICATED' && code !== 'NOT_FOUND')
          return await reply.redirect(refusedOn(id, found.rejection, '#files'), 303);
        return refused(reply, found.rejection, deps.localeOf(request));
      }
    },
  );

  app.get<{ Params: { id: string; fileId: string } }>('/api/dossiers/:id/files/:fileId', async (request, reply) => {
    try {
      const { context, entry } = await workedOn(deps, request, (on) => on);
      const at = entry.files.findIndex(({ fileId }) => fileId === request.params.fileId);
      const file = entry.files[at];
      if (!file) throw new RejectionError({ code: 'FILE_UNKNOWN' });
      const bytes = await openFile(deps, { dossierId: entry.dossier_id, fileId: file.fileId });
      if (entry.owner_id !== null) await context.logAccess({ action: 'open', citizenIds: [entry.owner_id] });
      const name = `${entry.code ?? 'ho-so'}-${at + 1}.${extensions[file.mediaType as MediaType]}`;
      return await reply
        .header('content-type', file.mediaType)
        .header('content-disposition', `inline; filename="${name}"`)
        .header('content-security-policy', policyOf(file.mediaType))
        .header('cache-control', 'no-store')
        .header('x-content-type-options', 'nosniff')
        .send(bytes);
    } catch (error) {
      return refused(reply, rejectionOf(error).rejection, deps.localeOf(request));
    }
  });
}

function rejectionOf(error: unknown): RejectionError {
  if (error instanceof RejectionError) return error;
  if (isMultipartError(error)) return new RejectionError({ code: 'BAD_INPUT', params: { detail: 'multipart' } });
  throw error;
}

const badInput = (detail: string): RejectionError => new RejectionError({ code: 'BAD_INPUT', params: { detail } });

async function takeUpload(
  request: FastifyRequest<{ Params: { id: string } }>,
  context: DossierContext,
  deps: FileDeps & DossierRoutes,
): Promise<{ fileId: string; position: Position }> {
  if (!request.isMultipart()) throw badInput('multipart/form-data');
  const fields: Record<string, string> = {};
  for await (const part of request.parts({ limits: partLimits })) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') fields[part.fieldname] = part.value;
    } else if (part.fieldname === 'file') {
      try {
        return await takeFile(deps, context, {
          dossierId: request.params.id,
          ...meant(fields),
          name: part.filename.normalize('NFC').replace(/\s+/g, ' ').trim().slice(-200) || 'file',
          bytes: part.file,
        });
      } finally {
        part.file.resume();
      }
    } else part.file.resume();
  }
  throw badInput('file');
}

/** What the fields before the file say. */
function meant({ commandId = '', expectedVersion = '', paper = '' }: Record<string, string>) {
  if (!/^\d{0,9}$/.test(expectedVersion)) throw badInput('expectedVersion');
  return {
    commandId,
    expectedVersion: expectedVersion === '' ? null : Number(expectedVersion),
    paper: paper === '' ? null : paper,
  };
}

interface Upload {
  dossierId: string;
  commandId: string;
  expectedVersion: number | null;
  paper: string | null;
  name: string;
  bytes: AsyncIterable<Buffer>;
}

/** Stores a file, then records it. Of a command that was refused, or given before, nothing stays; where its outcome is unknown, `sweepFiles` asks the log. */
async function takeFile(deps: FileDeps & DossierRoutes, context: DossierContext, upload: Upload) {
  const { dossierId, commandId, expectedVersion, paper, name } = upload;
  const of = { dossierId, fileId: uuidv7({ msecs: deps.now().getTime() }) };
  const { mediaType, bytes, hash } = await storeFile(deps, of, upload.bytes);
  const meant = { dossierId, expectedVersion, paper, name, hash };
  const input = { ...meant, fileId: of.fileId, mediaType, bytes, from: 'officer' as const };
  try {
    const decide = addFile(input, commandEnv(context));
    const { position, result } = await runCommand(context, { commandId }, 'addDossierFile', meant, decide);
    const fileId = resultText(result, 'fileId');
    await (fileId === of.fileId ? settleFile(deps.disk, of) : dropFile(deps.disk, of));
    return { fileId, position };
  } catch (error) {
    if (error instanceof RejectionError) await dropFile(deps.disk, of);
    throw error;
  }
}
