import { importIssueEntries, type ImportIssueCode } from '@nocgia/schemas/import-issues.ts';
import type { CheckedHousehold, RowAction } from './check.ts';
import type { Seen } from './gather.ts';
import { relationCode } from './relation-codes.ts';
import type { RowIssue } from './resident.ts';

/** Totals of a check, lines that are no people left out. create + update + unchanged + confirm + errors = rows;
 * `warnings` counts rows with a warning among all but the last. */
export interface CheckSummary {
  rows: number;
  create: number;
  update: number;
  unchanged: number;
  /** New people in known households of a later file; absent in what was checked before they were told apart, as are the next two. */
  confirm?: number;
  /** Rows beside which somebody of the register may be the same person. */
  likely?: number;
  /** Differences to be confirmed. */
  differences?: number;
  warnings: number;
  errors: number;
  /** Lines that are no people; absent in what was checked before they were told apart. */
  skipped?: number;
  /** People, households and dwellings that would be new. */
  people: number;
  households: number;
  dwellings: number;
  /** New dwellings without a neighbourhood. */
  unplaced: number;
  /** Numbers in place of relations of which nobody has said what they stand for; absent in what was checked before they were asked for. */
  relationCodes?: string[];
  issues: { code: ImportIssueCode; severity: string; count: number }[];
}

/** Whether one of these keeps a row out. */
export function hasError(issues: readonly RowIssue[]): boolean {
  return issues.some(({ code }) => importIssueEntries[code].severity === 'error');
}

/** Whether one of these wants looking into. */
export function hasWarning(issues: readonly RowIssue[]): boolean {
  return issues.some(({ code }) => importIssueEntries[code].severity === 'warning');
}

/** Counts what a check found. */
export function summarise(seen: readonly Seen[], households: readonly CheckedHousehold[]): CheckSummary {
  const counts = new Map<ImportIssueCode, number>();
  const actions: Record<RowAction, number> = { create: 0, update: 0, unchanged: 0, confirm: 0, error: 0, skipped: 0 };
  let warnings = 0;
  for (const { checked } of seen) {
    actions[checked.action] += 1;
    if (checked.action !== 'error' && hasWarning(checked.issues)) warnings += 1;
    for (const code of new Set(checked.issues.map((issue) => issue.code)))
      counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const fresh = households.filter(({ known, creates }) => known === null && creates > 0);
  const dwellings = new Map(
    fresh.filter(({ knownDwelling }) => knownDwelling === null).map((one) => [one.dwellingKey, one]),
  );
  return {
    rows: seen.length,
    create: actions.create,
    update: actions.update,
    unchanged: actions.unchanged,
    warnings,
    errors: actions.error,
    skipped: 0,
    confirm: actions.confirm,
    likely: seen.filter(
      ({ checked }) => checked.action !== 'error' && checked.issues.some(({ code }) => code === 'similar_in_register'),
    ).length,
    people: actions.create,
    households: fresh.length,
    dwellings: dwellings.size,
    relationCodes: codesOf(seen),
    unplaced: [...dwellings.values()].filter(({ neighbourhood }) => neighbourhood === null).length,
    issues: [...counts]
      .map(([code, count]) => ({ code, severity: importIssueEntries[code].severity, count }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
  };
}

function codesOf(seen: readonly Seen[]): string[] {
  const codes = seen.flatMap(({ checked }) =>
    checked.issues.flatMap(({ code, value }) => (code === 'relation_code' ? (relationCode(value ?? '') ?? []) : [])),
  );
  return [...new Set(codes)].sort((a, b) => Number(a) - Number(b));
}
