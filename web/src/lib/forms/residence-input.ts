import { evidenceInput, type EvidenceFields } from './evidence.ts';
import type { Relation, ResidenceKind, ResidenceSource, ResidenceStartCause } from '#lib/api/generated.ts';

interface Given extends EvidenceFields {
  relation: Relation;
  kind: ResidenceKind;
  cause: ResidenceStartCause;
  source: ResidenceSource;
  since: string;
  until: string;
  cameFrom: string;
  fromWard: string;
}

/** The part of a form that says where somebody lives, as the API takes it. */
export function residenceInput({ relation, kind, cause, source, since, until, cameFrom, fromWard, ...paper }: Given) {
  return {
    ...{ relation, kind, cause, source, since, until: until || null },
    ...{ cameFrom: cameFrom || null, fromWard: fromWard || null, evidence: evidenceInput(paper) },
  };
}
