import type { Relation, ResidenceKind, ResidenceSource, ResidenceStartCause } from '#lib/api/generated.ts';

interface Given {
  relation: Relation;
  kind: ResidenceKind;
  cause: ResidenceStartCause;
  source: ResidenceSource;
  since: string;
  until: string;
  cameFrom: string;
}

/** The part of a form that says where somebody lives, as the API takes it. */
export function residenceInput({ relation, kind, cause, source, since, until, cameFrom }: Given) {
  return { relation, kind, cause, source, since, until: until || null, cameFrom: cameFrom || null };
}
