import type { EvidenceInput, EvidenceKind } from '#lib/api/generated.ts';

/** What a form asks of the paper that a fact is recorded from; all of it may be empty. */
export interface EvidenceFields {
  evidenceKind: EvidenceKind | '';
  evidenceNumber: string;
  evidenceIssuedOn: string;
  evidenceIssuedBy: string;
}

/** The same as the API takes it; null where there is no paper. */
export function evidenceInput(data: EvidenceFields): EvidenceInput | null {
  const { evidenceKind: kind, evidenceNumber: number, evidenceIssuedOn, evidenceIssuedBy } = data;
  if (kind === '') return null;
  return {
    kind,
    number: number || null,
    issuedOn: evidenceIssuedOn || null,
    issuedBy: evidenceIssuedBy || null,
  };
}
