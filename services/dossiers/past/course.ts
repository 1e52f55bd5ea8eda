import type { Matter } from '@nocgia/schemas/code-lists/matters.ts';
import type { DossierImportIssueCode } from '@nocgia/schemas/dossier-import-issues.ts';
import { dossierImportIssueEntries } from '@nocgia/schemas/dossier-import-issues.ts';
import type { Party } from '@nocgia/schemas/events/dossier.ts';
import type { PastDossier, PastStep } from '@nocgia/schemas/events/dossier-history.ts';
import type { PastField, PastTimeField } from './fields.ts';
import { isBefore, isDayOnly, isUnsure, readMoment, type DayOrder, type Moment } from './moments.ts';
import type { PastRow } from './read-row.ts';
import { checkSteps, inOrder, withoutTwins } from './steps.ts';
import { pastChannelOf, pastOutcomeOf } from './words.ts';

/** What was found in a row; `value` repeats what stands there. */
export interface PastIssue {
  line: number;
  code: DossierImportIssueCode;
  column?: string;
  value?: string;
}

/** What of a dossier is recorded, but for ids. */
export type PastCourse = Omit<PastDossier, 'dossierId' | 'occurredAt' | 'importId' | 'ward' | 'fingerprint'>;

/** What becomes of one dossier of the file. `course`: to be recorded to the letter, where nothing is against it. */
export interface BuiltDossier {
  code: string;
  firstLine: number;
  lastLine: number;
  steps: number;
  issues: PastIssue[];
  course: PastCourse | null;
  open: boolean;
}

/** A procedure of the ward that a text was recognised as. */
export interface KnownProcedure {
  procedureId: string;
  matter: Matter;
}

/** What reading needs to know beside the rows. `now`: an instant, after which is the future. */
export interface PastContext {
  heading(field: PastField): string | undefined;
  has(field: PastField): boolean;
  orders: Readonly<Record<PastTimeField, DayOrder>>;
  date1904: boolean;
  now: string;
  procedureOf(code: string | null, name: string | null): KnownProcedure | null;
  matterOf(name: string): Matter;
}

const mostSteps = 200;

/** Whether one of these keeps the dossier out. */
export function hasError(issues: readonly PastIssue[]): boolean {
  return issues.some(({ code }) => dossierImportIssueEntries[code].severity === 'error');
}

/** Whether one of these marks it. */
export function hasWarning(issues: readonly PastIssue[]): boolean {
  return issues.some(({ code }) => dossierImportIssueEntries[code].severity === 'warning');
}

/** Makes one dossier of all rows with its code, in the order of the file. Nothing is mended: what cannot have been is refused, what is odd marked. */
export function buildCourse(code: string, all: readonly PastRow[], context: PastContext): BuiltDossier {
  const issues: PastIssue[] = [];
  const note = (row: PastRow, issue: DossierImportIssueCode, field?: PastField): void => {
    const column = field && context.heading(field);
    const value = field && row.texts[field]?.slice(0, 200);
    issues.push({ line: row.line, code: issue, ...(column && { column }), ...(value && { value }) });
  };
  const rows = withoutTwins(all, note);
  const [first] = rows;
  if (!first) throw new Error('a dossier has a row');
  for (const row of rows) if (row.codeFromAbove) note(row, 'code_from_above');
  if (code.length > 60) note(first, 'code_too_long', 'code');
  if (rows.length > mostSteps) note(first, 'too_many_steps');

  const moment = (row: PastRow, field: PastTimeField): Moment | null => {
    const text = row.texts[field];
    if (text === undefined) return null;
    const order = context.orders[field];
    const read = readMoment(text, { order, date1904: context.date1904 });
    if (read === undefined) {
      const planned = field === 'plannedEnd' || field === 'dueAt';
      note(
        row,
        order === 'mixed' && isUnsure(text) ? 'day_month_unsure' : planned ? 'planned_unreadable' : 'time_unreadable',
        field,
      );
      return null;
    }
    if (order === 'month_first' && isUnsure(text)) note(row, 'month_first', field);
    if (isDayOnly(read)) note(row, 'day_only', field);
    if (field !== 'plannedEnd' && field !== 'dueAt' && isBefore(context.now, read)) note(row, 'in_future', field);
    return read;
  };
  /** A value of the whole dossier, which stands in each of its rows or in some: the first counts. */
  const common = <T>(field: PastField, read: (row: PastRow) => T | null): T | null => {
    const given = rows.filter(({ texts }) => texts[field] !== undefined);
    const [holder, ...others] = given;
    if (!holder) return null;
    for (const other of others) if (other.texts[field] !== holder.texts[field]) note(other, 'values_differ', field);
    return read(holder);
  };
  const text = (row: PastRow, field: PastField, max: number): string | null => {
    const found = row.texts[field] ?? null;
    if (found !== null && found.length > max) note(row, 'text_too_long', field);
    return found && found.slice(0, max).trim();
  };

  const steps = inOrder(rows.map((row) => ({ row, step: stepOf(row), officer: text(row, 'officer', 200) })));
  checkSteps(steps, note);

  const procedureCode = common('procedureCode', (row) => text(row, 'procedureCode', 60));
  const named = new Set(rows.flatMap(({ texts }) => texts.procedure?.toLowerCase() ?? []));
  const coded = new Set(rows.flatMap(({ texts }) => texts.procedureCode ?? []));
  if (named.size > 1 || coded.size > 1) {
    const odd = rows.find(
      ({ texts }) =>
        texts.procedure?.toLowerCase() !== first.texts.procedure?.toLowerCase() ||
        texts.procedureCode !== first.texts.procedureCode,
    );
    issues.splice(
      0,
      issues.length,
      ...issues.filter(
        ({ code: found, column }) => found !== 'values_differ' || column !== context.heading('procedureCode'),
      ),
    );
    note(odd ?? first, 'procedures_differ', named.size > 1 ? 'procedure' : 'procedureCode');
  }
  const procedureRow = rows.find(({ texts }) => texts.procedure !== undefined);
  const procedureName = (procedureRow && text(procedureRow, 'procedure', 500)) ?? procedureCode;
  if (procedureName === null) note(first, 'procedure_missing');
  const known = context.procedureOf(procedureCode, procedureName);
  if (!known && procedureName !== null)
    note(procedureRow ?? first, 'procedure_unknown', procedureRow ? 'procedure' : 'procedureCode');
  const matterName = common('matter', (row) => row.texts.matter ?? null);

  const received = common('receivedAt', (row) => moment(row, 'receivedAt'));
  const starts = steps.flatMap(({ step }) => step.startedAt ?? []);
  const receivedAt = received ?? starts[0] ?? null;
  if (
    receivedAt === null &&
    !issues.some(({ code: found }) => found === 'time_unreadable' || found === 'day_month_unsure')
  )
    note(first, 'received_missing');
  const closed = common('closedAt', (row) => moment(row, 'closedAt'));
  const state = common('outcome', (row) => row.texts.outcome ?? null);
  const said = state === null ? undefined : pastOutcomeOf(state);
  const last = steps.at(-1);
  // A column for the end of the dossier decides, where there is one: what it leaves empty has not ended.
  const endedAt = context.has('closedAt') ? closed : (last?.step.endedAt ?? null);
  const open = said === 'open' || (endedAt === null && !hasError(issues));
  if (open && !hasError(issues)) note(first, 'still_open', state === null ? undefined : 'outcome');
  if (state !== null && said === undefined && endedAt !== null) note(first, 'outcome_unknown', 'outcome');
  const dueAt = common('dueAt', (row) => moment(row, 'dueAt')) ?? last?.step.dueAt ?? null;

  if (receivedAt !== null && endedAt !== null && isBefore(endedAt, receivedAt))
    note(
      rows.find(({ texts }) => texts.closedAt !== undefined) ?? last?.row ?? first,
      'closed_before_opened',
      context.has('closedAt') ? 'closedAt' : 'endedAt',
    );
  if (receivedAt !== null && dueAt !== null && isBefore(dueAt, receivedAt))
    note(first, 'due_before_received', context.has('dueAt') ? 'dueAt' : 'plannedEnd');
  for (const { row, step } of steps) {
    if (step.startedAt !== null && receivedAt !== null && isBefore(step.startedAt, receivedAt))
      note(row, 'step_before_received', 'startedAt');
    if (step.endedAt !== null && endedAt !== null && isBefore(endedAt, step.endedAt))
      note(row, 'step_after_end', 'endedAt');
  }

  const channelWord = common('channel', (row) => row.texts.channel ?? null);
  const channel = channelWord === null ? null : (pastChannelOf(channelWord) ?? null);
  if (channelWord !== null && channel === null) note(first, 'channel_unknown', 'channel');
  const owner = ownerOf();

  issues.sort((a, b) => a.line - b.line);
  const bad = hasError(issues) || open || receivedAt === null || endedAt === null || procedureName === null;
  const course: PastCourse | null = bad
    ? null
    : {
        matter: known?.matter ?? (matterName === null ? 'other' : context.matterOf(matterName)),
        code,
        procedureId: known?.procedureId ?? null,
        procedureCode,
        procedureName,
        channel,
        receivedAt,
        dueAt,
        endedAt,
        outcome: said ?? 'returned',
        steps: steps.map(({ step }) => step),
        officers: steps.map(({ officer }) => officer),
        owner,
        flags: [...new Set(issues.filter((one) => hasWarning([one])).map(({ code: found }) => found))].sort(),
      };
  return {
    code,
    firstLine: first.line,
    lastLine: rows.at(-1)?.line ?? first.line,
    steps: rows.length,
    issues,
    course,
    open: open && !hasError(issues),
  };

  function stepOf(row: PastRow): PastStep {
    const alone = !context.has('startedAt') && !context.has('endedAt');
    return {
      name: text(row, 'step', 300),
      department: text(row, 'department', 300),
      // Of a file without times of steps a row tells of the whole way.
      startedAt: alone ? quiet(row, 'receivedAt') : moment(row, 'startedAt'),
      dueAt: moment(row, 'plannedEnd'),
      endedAt: alone ? quiet(row, 'closedAt') : moment(row, 'endedAt'),
    };
  }

  /** A time that is read, and told of, once for the whole dossier. */
  function quiet(row: PastRow, field: PastTimeField): Moment | null {
    const found = row.texts[field];
    return (
      (found !== undefined && readMoment(found, { order: context.orders[field], date1904: context.date1904 })) || null
    );
  }

  function ownerOf(): Party | null {
    const name = common('owner', (row) => text(row, 'owner', 200));
    if (name === null) return null;
    const one = (field: PastField, max: number): string | null => common(field, (row) => text(row, field, max));
    const unknown = { birth: null, email: null };
    return {
      kind: 'citizen',
      name,
      nationalId: one('nationalId', 20),
      phone: one('phone', 30),
      address: one('address', 300),
      ...unknown,
    };
  }
}
