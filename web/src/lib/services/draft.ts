import type { Submission } from './submission.ts';

/** Milliseconds for which a draft is kept. */
const KEPT = 7 * 24 * 3_600_000;
const nameOf = (procedureId: string): string => `nocgia-draft-${procedureId}`;

export type Draft = Pick<Submission, 'step' | 'dossierId' | 'commandId' | 'token' | 'values' | 'files'>;

/** Keeps a draft on this device; false where it keeps none (private browsing, no room). */
export function keepDraft(procedureId: string, draft: Draft): boolean {
  try {
    localStorage.setItem(nameOf(procedureId), JSON.stringify({ ...draft, at: Date.now() }));
    return true;
  } catch {
    return false;
  }
}

/** The draft of a procedure on this device; null where there is none, or it is older than a week. */
export function keptDraft(procedureId: string): Draft | null {
  try {
    const kept: (Draft & { at: number }) | null = JSON.parse(localStorage.getItem(nameOf(procedureId)) ?? 'null');
    if (kept && Date.now() - kept.at < KEPT) return kept;
    dropDraft(procedureId);
  } catch {
    // Something else than a draft, or a device that keeps nothing.
  }
  return null;
}

export function dropDraft(procedureId: string): void {
  try {
    localStorage.removeItem(nameOf(procedureId));
  } catch {
    // A device that keeps nothing has nothing to drop.
  }
}
