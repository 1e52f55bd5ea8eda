import * as v from 'valibot';
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
