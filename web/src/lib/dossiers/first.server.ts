import type { ApiError } from '#lib/api/client.server.ts';
import { dictionary, type Locale } from '#lib/messages.ts';
import { dossierPageWords } from '#lib/words/dossier-page.ts';

/** One thing that somebody else did to a dossier since the page was shown, `what` in the reader's language. */
export interface FirstOne {
  what: string;
  recordedAt: string;
  by: string | null;
}

interface Change {
  type: string;
  recordedAt: string;
  by: string | null;
}

function isChange(value: unknown): value is Change {
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
export async function firstOnes({ code, extensions }: ApiError, locale: Locale): Promise<FirstOne[] | undefined> {
  if (code !== 'DOSSIER_CHANGED' || !Array.isArray(extensions.changes)) return undefined;
  // Here and not on the page, which would load the words of a whole course for it.
  const { events } = await dictionary(locale, dossierPageWords);
  return extensions.changes
    .filter(isChange)
    .map(({ type, recordedAt, by }) => ({ what: events[type] ?? type, recordedAt, by }));
}
