import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import type { EvidenceInput } from '@nocgia/schemas/generated/resolvers.ts';

/** A paper as the API takes it; what was left empty is not known. */
export function evidenceOf(input: EvidenceInput | null | undefined): Evidence | null {
  if (!input) return null;
  const { kind, number, issuedOn, issuedBy } = input;
  return { kind, number: number?.trim() || null, issuedOn: issuedOn || null, issuedBy: issuedBy?.trim() || null };
}

/** No paper is issued ahead of today. */
export function untimelyEvidence(evidence: Evidence | null | undefined, today: string): Rejection | null {
  return evidence?.issuedOn && evidence.issuedOn > today ? { code: 'DAY_IN_FUTURE', field: 'evidence.issuedOn' } : null;
}
