import type { DossierImportIssueCode } from '@nocgia/schemas/dossier-import-issues.ts';
import type { PastStep } from '@nocgia/schemas/events/dossier-history.ts';
import type { PastField } from './fields.ts';
import { endOf, isBefore, startOf, type Moment } from './moments.ts';
import type { PastRow } from './read-row.ts';

/** Steps as they were walked; one without a beginning stays behind the one above it in the file. */
export function inOrder<S extends { step: PastStep }>(steps: readonly S[]): S[] {
  let above = Number.NEGATIVE_INFINITY;
  return steps
    .map((one, index) => {
      const { startedAt } = one.step;
      if (startedAt !== null) above = Date.parse(startOf(startedAt));
      return { one, index, at: above };
    })
    .sort((a, b) => (a.at === b.at ? a.index - b.index : a.at - b.at))
    .map(({ one }) => one);
}

/** Says what is wrong with a row; `field`: in which of its columns. */
export type Note = (row: PastRow, issue: DossierImportIssueCode, field?: PastField) => void;

/** The rows without those that say the very same again. */
export function withoutTwins(all: readonly PastRow[], note: Note): PastRow[] {
  const seen = new Set<string>();
  return all.filter((row) => {
    const key = JSON.stringify(row.texts);
    if (seen.has(key)) note(row, 'step_twice');
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
}

/** Notes what cannot have been of single steps, and what is odd in their order. */
export function checkSteps(steps: readonly { row: PastRow; step: PastStep }[], note: Note): void {
  let until: Moment | null = null;
  for (const [index, { row, step }] of steps.entries()) {
    const { startedAt, dueAt, endedAt } = step;
    if (startedAt === null && row.texts.startedAt === undefined && steps.length > 1) note(row, 'step_no_start');
    if (endedAt === null && row.texts.endedAt === undefined && index < steps.length - 1) note(row, 'step_no_end');
    if (row.texts.endedAt !== undefined && startedAt !== null && endedAt !== null && isBefore(endedAt, startedAt))
      note(row, 'step_ends_before_start', 'endedAt');
    if (startedAt !== null && dueAt !== null && isBefore(dueAt, startedAt))
      note(row, 'planned_before_start', 'plannedEnd');
    if (startedAt !== null && until !== null && isBefore(startedAt, until)) note(row, 'steps_overlap', 'startedAt');
    if (endedAt !== null && (until === null || endOf(until) < endOf(endedAt))) until = endedAt;
  }
}
