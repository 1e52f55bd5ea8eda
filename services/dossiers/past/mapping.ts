import type { FoundColumn } from '../../tables/headings.ts';
import { isPastField, pastFieldOf, type PastField } from './fields.ts';

/** One column gives one field. Columns count from 0. */
export interface PastMapping {
  field: PastField;
  column: number;
}

/** What the headings say; of two columns under one heading the first counts. */
export function proposeMapping(columns: readonly Pick<FoundColumn, 'index' | 'heading'>[]): PastMapping[] {
  const taken = new Set<PastField>();
  return columns.flatMap(({ index, heading }) => {
    const field = heading === '' ? undefined : pastFieldOf(heading);
    if (!field || taken.has(field)) return [];
    taken.add(field);
    return [{ field, column: index }];
  });
}

/** Fields without which no dossier can be made of rows: a code, a procedure, when it began. */
export function missingFields(mapping: readonly PastMapping[]): PastField[] {
  const has = (...fields: PastField[]): boolean => mapping.some(({ field }) => fields.includes(field));
  return [
    ...(has('code') ? [] : (['code'] as const)),
    ...(has('procedure', 'procedureCode') ? [] : (['procedure'] as const)),
    ...(has('receivedAt', 'startedAt') ? [] : (['startedAt'] as const)),
    ...(has('closedAt', 'endedAt') ? [] : (['endedAt'] as const)),
  ];
}

/** Checks a mapping given by a person against the columns there are; answers it, or the name of what is wrong with it. */
export function checkMapping(
  given: readonly { field: string; column: number }[],
  width: number,
): { ok: true; mapping: PastMapping[] } | { ok: false; wrong: string } {
  const mapping: PastMapping[] = [];
  for (const { field, column } of given) {
    if (!isPastField(field)) return { ok: false, wrong: field };
    if (!Number.isInteger(column) || column < 0 || column >= width) return { ok: false, wrong: `${field}: ${column}` };
    if (mapping.some((one) => one.field === field)) return { ok: false, wrong: field };
    mapping.push({ field, column });
  }
  const missing = missingFields(mapping);
  return missing.length > 0 ? { ok: false, wrong: missing.join(', ') } : { ok: true, mapping };
}
