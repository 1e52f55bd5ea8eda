import { showDay, showInstant, showNationalId } from '#lib/format.ts';
import type { CommonMessages, DeskMessages } from '#lib/messages.ts';

/** Labels of code lists by field, then by code. */
export type CodeLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A value of a field as a reader would write it: codes in words, days as dd/mm/yyyy. */
export function valueText(
  t: CommonMessages,
  d: DeskMessages,
  field: string,
  value: string,
  codes: CodeLabels = {},
): string {
  const lists: Record<string, Readonly<Record<string, string>>> = {
    ...codes,
    sex: t.sex,
    relation: d.relation,
    purpose: d.purpose,
    source: d.residenceSource,
    residenceKind: d.residenceKind,
    field: d.fields,
    kind: { ...d.residenceKind, ...d.dwellingKind },
  };
  const word = lists[field]?.[value] ?? d.values[value];
  if (word !== undefined) return word;
  if (field === 'nationalId') return showNationalId(value);
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return showInstant(value);
  if (/^\d{4}(-\d{2}){1,2}$/.test(value)) return showDay(value);
  return value;
}
