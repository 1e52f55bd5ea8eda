import type { EvidenceInput } from '#lib/api/generated.ts';

/** The decision that a form names, as the API takes it; null where it names none. */
export function decisionInput(data: {
  decisionNumber: string;
  decisionOn: string;
  decisionBy: string;
}): EvidenceInput | null {
  const { decisionNumber: number, decisionOn: issuedOn, decisionBy: issuedBy } = data;
  if (!number && !issuedOn && !issuedBy) return null;
  return { kind: 'decision', number: number || null, issuedOn: issuedOn || null, issuedBy: issuedBy || null };
}
