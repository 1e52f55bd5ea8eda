import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { knownId } from '../../access/paging.ts';
import { refused } from '../../access/refused.ts';
import type { Attempt } from '../../access/sign-in/throttle.ts';
import { isMultipartError } from '../../files/multipart.ts';
import { fileLimits } from '../file/media.ts';
import type { UploadDeps } from './deps.ts';
import { mustMaySend, receiveUpload } from './receive.ts';
import { uploadLimits } from './rows.ts';

const partLimits = { files: 1, fields: 4, parts: 5, fileSize: fileLimits.bytes + 1, fieldSize: 200, headerPairs: 50 };
const paperKey = /^[a-z][a-z0-9_]{0,39}$/;

export interface UploadRoutes extends UploadDeps {
  countFromAddress(request: FastifyRequest, what: string, times: number): Promise<Attempt>;
  localeOf(request: FastifyRequest): 'vi' | 'en';
}

/**
 * `POST /public/dossiers/:id/files` (multipart: `token`, with the form's token `procedureId`, and perhaps `paper` before `file`) takes a photo
 * or PDF from home into quarantine: 201 {fileId}. The token is the form's (`publicForm`) while the dossier is being begun, or a holder's
 * (`uploadToken`) for papers that were asked for. Needs no session. Refuses by code of the catalogue: 400, 403, 409, 503, 507.
 */
export function uploadRoutes(app: FastifyInstance, deps: UploadRoutes): void {
  app.post<{ Params: { id: string } }>(
    '/public/dossiers/:id/files',
    { bodyLimit: fileLimits.bytes + 64 * 1024, config: { rateLimit: { max: 60, timeWindow: '1 minute' } } },
    async (request, reply) => {
      try {
        const fileId = await takeUpload(request, deps);
        return await reply.code(201).header('cache-control', 'no-store').send({ fileId });
      } catch (error) {
        return refused(reply, rejectionOf(error).rejection, deps.localeOf(request));
      }
    },
  );
}

function rejectionOf(error: unknown): RejectionError {
  if (error instanceof RejectionError) return forSender(error);
  if (isMultipartError(error)) return badInput('multipart');
  throw error;
}

/** What is wrong with the store, as somebody at home is told: who looks after it is not theirs to call. */
function forSender(error: RejectionError): RejectionError {
  const { code } = error.rejection;
  if (code === 'STORAGE_FULL') return new RejectionError({ code: 'UPLOAD_NO_ROOM' });
  return code === 'STORAGE_AWAY' ? new RejectionError({ code: 'UPLOAD_STORE_AWAY' }) : error;
}

const badInput = (detail: string): RejectionError => new RejectionError({ code: 'BAD_INPUT', params: { detail } });

async function takeUpload(request: FastifyRequest<{ Params: { id: string } }>, deps: UploadRoutes): Promise<string> {
  const dossierId = knownId(request.params.id);
  if (!request.isMultipart()) throw badInput('multipart/form-data');
  const fields: Record<string, string> = {};
  for await (const part of request.parts({ limits: partLimits })) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') fields[part.fieldname] = part.value;
      continue;
    }
    try {
      if (part.fieldname !== 'file') continue;
      const { token = '', procedureId = '', paper = '' } = fields;
      if (paper !== '' && !paperKey.test(paper)) throw badInput('paper');
      await mustMaySend(deps, { dossierId, procedureId, token });
      const counted = await deps.countFromAddress(request, 'upload', uploadLimits.hourly);
      if (counted.wait > 0)
        throw new RejectionError({ code: 'PUBLIC_LIMIT', params: { minutes: Math.ceil(counted.wait / 60) } });
      const name = part.filename.normalize('NFC').replace(/\s+/g, ' ').trim().slice(-200) || 'file';
      return await receiveUpload(deps, { dossierId, paper: paper === '' ? null : paper, name, bytes: part.file });
    } finally {
      part.file.resume();
    }
  }
  throw badInput('file');
}
