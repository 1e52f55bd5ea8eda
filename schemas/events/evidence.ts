import * as v from 'valibot';
import type { Rejection } from '../errors.ts';
import type { EvidenceInput } from '../generated/resolvers.ts';
import { day, line } from './common.ts';

export const evidenceKind = v.picklist([
  'birth_certificate',
  'death_certificate',
  'marriage_certificate',
  'court_judgment',
  'residence_notice',
  'decision',
  'declaration',
  'visit',
  'other',
]);
export type EvidenceKind = v.InferOutput<typeof evidenceKind>;

/** The paper, or the visit, that a fact was recorded from; labels in schemas/code-lists/evidence-kinds. */
export const evidence = v.object({
  kind: evidenceKind,
  number: v.nullable(line(60)),
  issuedOn: v.nullable(day),
  issuedBy: v.nullable(line(200)),
});
export type Evidence = v.InferOutput<typeof evidence>;

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
