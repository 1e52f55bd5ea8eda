import type { EvidenceInput, EvidenceKind } from '#lib/api/generated.ts';

/** What a form asks of the paper that a fact is recorded from; all of it may be empty. */
export interface EvidenceFields {
  evidenceKind: EvidenceKind | '';
  evidenceNumber: string;
  evidenceIssuedOn: string;
  evidenceIssuedBy: string;
}

/** The same as the API takes it; null where there is no paper. One that is described without its kind is some other paper: nothing typed is lost. */
export function evidenceInput(data: EvidenceFields): EvidenceInput | null {
  const { evidenceKind, evidenceNumber, evidenceIssuedOn, evidenceIssuedBy } = data;
  const paper = {
    number: evidenceNumber || null,
    issuedOn: evidenceIssuedOn || null,
    issuedBy: evidenceIssuedBy || null,
  };
  const described = Object.values(paper).some((value) => value !== null);
  if (evidenceKind === '' && !described) return null;
  return { kind: evidenceKind || 'other', ...paper };
}
