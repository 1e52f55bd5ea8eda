import { errorText, type ErrorCode } from '@nocgia/schemas/errors.ts';
import type { Dossier, DossierUpload, Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import { batched } from '../../access/batch.ts';
import { isId, knownId } from '../../access/paging.ts';
import type { PublicContext } from '../public/context.ts';
import type { UploadDeps } from './deps.ts';
import { uploadsByDossier, type UploadEntry } from './queries.ts';
import { dropUpload, mustMaySend } from './receive.ts';

const uploads = batched((context: PublicContext, ids: string[]) => uploadsByDossier(context.scope, context.db, ids));

/** An upload for the API, its refusal in words. */
export function uploadType(entry: UploadEntry, locale: 'vi' | 'en'): DossierUpload {
  const { file_id: fileId, paper, media_type: mediaType, bytes, state, reason, sent_at: at } = entry;
  return { fileId, paper, mediaType, bytes, state, reason: reason && reasonText(reason, locale), at };
}

const reasonText = (code: ErrorCode, locale: 'vi' | 'en'): string => errorText(locale, { code, params: { limit: 40 } });

/** Files from home that wait for their check or were refused: of a dossier, for who may see it; of a form, for who holds its token. */
export function uploadResolvers(deps: UploadDeps): Resolvers {
  return {
    Query: {
      publicUploads: async (_, { dossierId, procedureId, token }, context) => {
        if (!isId(dossierId)) return [];
        await mustMaySend(deps, { dossierId, procedureId: procedureId ?? '', token });
        const found = (await uploads(context, dossierId)) ?? [];
        return found.map((entry) => uploadType(entry, context.scope.locale));
      },
    },
    Dossier: {
      uploads: async (parent: Partial<Dossier>, _, context) =>
        ((await uploads(context, knownId(parent.id ?? ''))) ?? []).map((entry) =>
          uploadType(entry, context.scope.locale),
        ),
    },
    Mutation: {
      dropUpload: async (_, { dossierId, procedureId, token, fileId }) => {
        const of = { dossierId: knownId(dossierId), fileId: knownId(fileId) };
        await mustMaySend(deps, { ...of, procedureId: procedureId ?? '', token });
        await dropUpload(deps, of);
        return true;
      },
    },
  };
}
