import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import { groupOfCitizenField } from '../../access/masking.ts';
import type { FieldGroup } from '../../access/scope.ts';
import type { RawField } from './timeline.ts';

/** A value as a history keeps it. */
export function text(value: unknown): string | null {
  return value === null || value === undefined ? null : typeof value === 'string' ? value : String(value);
}

/** A field of a person; one that nobody has classed is as guarded as a note. */
export function personal(name: string, value: unknown, before?: unknown): RawField {
  return { name, value: text(value), before: text(before), group: groupOfCitizenField(name) ?? 'notes' };
}

/** A field of where somebody lives. */
export function residence(name: string, value: unknown, before?: unknown): RawField {
  return { name, value: text(value), before: text(before), group: 'residence' };
}

/** The fields that say something. */
export function given(fields: RawField[]): RawField[] {
  return fields.filter((field) => field.value !== null || (field.before ?? null) !== null || field.ref !== undefined);
}

/** A field of a policy status. */
export function policy(name: string, value: unknown): RawField {
  return { name, value: text(value), group: 'policyStatus' };
}

/** The paper that a fact was recorded from. */
export function paper(evidence: Evidence | null | undefined, group: FieldGroup = 'residence'): RawField[] {
  if (!evidence) return [];
  const { kind, number, issuedOn, issuedBy } = evidence;
  return [
    { name: 'evidence', value: kind, group },
    { name: 'evidenceNumber', value: number, group },
    { name: 'evidenceIssuedOn', value: issuedOn, group },
    { name: 'evidenceIssuedBy', value: issuedBy, group },
  ];
}
