import type { ApiError } from '#lib/api/client.server.ts';

/** One thing that somebody else did to a dossier since the page was shown. */
export interface FirstOne {
  type: string;
  recordedAt: string;
  by: string | null;
}

function isFirst(value: unknown): value is FirstOne {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'recordedAt' in value &&
    typeof value.recordedAt === 'string' &&
    'by' in value &&
    (value.by === null || typeof value.by === 'string')
  );
}

/** Who was first and what they did, one entry a fact, where that is why the API refused; undefined where it is not. */
export function firstOnes({ code, extensions }: ApiError): FirstOne[] | undefined {
  if (code !== 'DOSSIER_CHANGED' || !Array.isArray(extensions.changes)) return undefined;
  return extensions.changes.filter(isFirst);
}
