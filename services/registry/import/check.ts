import type { Relation } from '@nocgia/schemas/events/citizen.ts';
import { importIssueEntries, type ImportIssueCode } from '@nocgia/schemas/import-issues.ts';
import { foldName } from '@nocgia/schemas/text/fold.ts';
import { dwellingKey } from './address.ts';
import { gatherHouseholds, type Seen } from './gather.ts';
import { createHouseholdFinder } from './households.ts';
import { candidatesOf, matchRow } from './match.ts';
import type { Register } from './register.ts';
import type { Resident, RowIssue } from './resident.ts';

/** `skipped`: the line is no person, but a title, a sum, headings once more. */
export type RowAction = 'create' | 'update' | 'unchanged' | 'error' | 'skipped';

/** What a check found out about one row. */
export interface CheckedRow {
  line: number;
  action: RowAction;
  issues: RowIssue[];
  /** Household of the file, by number from 0; null for a row in error. */
  household: number | null;
  /** The person of the register that the row was recognised as. */
  citizenId: string | null;
  relation: Relation;
}

/** One household of the file: its rows that are to be written, and where it stands in the register. */
export interface CheckedHousehold {
  firstLine: number;
  /** The household of the register that it was recognised as. */
  known: string | null;
  dwellingKey: string;
  knownDwelling: string | null;
  neighbourhood: string | null;
  number: string | null;
  /** How many of its rows are new. */
  creates: number;
  /** First day on which one of its new people lives there. */
  since: string;
}

export interface Checked {
  rows: CheckedRow[];
  households: CheckedHousehold[];
  summary: CheckSummary;
}

/** Totals of a check, lines that are no people left out. create + update + unchanged + errors = rows; `warnings` counts rows with a warning among the first three. */
export interface CheckSummary {
  rows: number;
  create: number;
  update: number;
  unchanged: number;
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
  issues: { code: ImportIssueCode; severity: string; count: number }[];
}

export interface CheckOptions {
  register: Register;
  today: string;
  /** Fields that some column gives: what no column gives is told once per household, not as a fault of every row. */
  has: (field: 'relation' | 'neighbourhood' | 'since' | 'headId') => boolean;
  onProgress?: (rows: number) => Promise<void> | void;
}

/**
 * Compares a whole file, in its order, with itself and with the register, and says of every row what would become of it. Nothing is
 * dropped: a row is written, recognised, or an error with its reason. Pure but for `register`.
 */
export async function checkRows(batches: AsyncIterable<Resident[]>, options: CheckOptions): Promise<Checked> {
  const homes = new Map<string, Home>();
  const finder = createHouseholdFinder({ headIds: options.has('headId') });
  const seen: Seen[] = [];
  const sourceKeys = new Map<string, number>();
  const nationalIds = new Map<string, number>();
  const matched = new Map<string, number>();
  for await (const batch of batches) {
    const candidates = candidatesOf(await options.register.people(probeOf(batch)));
    for (const row of batch) {
      const issues = [...row.issues];
      const { key, missing } = finder.keyOf(row);
      if (missing) issues.push({ code: 'household_missing' });
      if (row.sourceKey !== null && !addFirst(sourceKeys, row.sourceKey, row.line))
        issues.push({ code: 'source_key_duplicate', value: row.sourceKey });
      const id = row.details?.nationalId;
      if (id && !addFirst(nationalIds, id, row.line)) issues.push({ code: 'id_duplicate', value: id });
      const match = matchRow(atHome(row, homes, key), candidates);
      issues.push(...match.issues);
      const citizenId = match.person?.citizenId ?? null;
      if (citizenId !== null && !addFirst(matched, citizenId, row.line)) issues.push({ code: 'duplicate_row' });
      const name = foldName(row.details?.fullName ?? '');
      const since = row.since ?? options.today;
      const isHead = row.relation === 'head' || (!row.relationGiven && namesItself(row, name));
      seen.push({
        checked: {
          line: row.line,
          action: citizenId === null ? 'create' : match.differing.length > 0 ? 'update' : 'unchanged',
          issues,
          household: null,
          citizenId,
          relation: isHead ? 'head' : row.relation,
        },
        householdKey: key,
        personKey: `${key}|${name}|${row.details?.birth ?? ''}|${row.sourceKey ?? ''}|${id ?? ''}`,
        twinKey: row.details?.birth?.length === 10 ? `${name}|${row.details.birth}` : null,
        known: match.person?.householdId ?? null,
        neighbourhood: row.neighbourhood,
        dwelling: dwellingKey(row.neighbourhood, row.houseNumber, row.street),
        number: row.householdNumber,
        since,
      });
    }
    await options.onProgress?.(seen.length);
  }
  findTwins(seen);
  for (const { checked } of seen) if (hasError(checked.issues)) checked.action = 'error';
  const households = await gatherHouseholds(seen, options);
  return { rows: seen.map(({ checked }) => checked), households, summary: summarise(seen, households) };
}

function addFirst(known: Map<string, number>, key: string, line: number): boolean {
  if (known.has(key)) return false;
  known.set(key, line);
  return true;
}

function probeOf(batch: readonly Resident[]) {
  const details = batch.flatMap((row) => row.details ?? []);
  return {
    sourceKeys: [...new Set(batch.flatMap((row) => row.sourceKey ?? []))],
    nationalIds: [...new Set(details.flatMap(({ nationalId }) => nationalId ?? []))],
    names: [...new Set(details.map(({ fullName }) => foldName(fullName)))],
  };
}

/** The same person twice in one household is an error of the later row; the same name and birth elsewhere a warning of both. */
type Home = Pick<Resident, 'neighbourhood' | 'houseNumber' | 'street' | 'householdNumber'>;

/** The row as its household says it: in a block, number and address stand on the first row alone. */
function atHome(row: Resident, homes: Map<string, Home>, key: string): Resident {
  const home = homes.get(key);
  const { neighbourhood, houseNumber, street, householdNumber } = row;
  if (!home) {
    homes.set(key, { neighbourhood, houseNumber, street, householdNumber });
    return row;
  }
  const place = houseNumber === null && street === null ? home : row;
  return {
    ...row,
    neighbourhood: neighbourhood ?? home.neighbourhood,
    houseNumber: place.houseNumber,
    street: place.street,
    householdNumber: householdNumber ?? home.householdNumber,
  };
}

/** Whether the row's column of the head, by name or number, means this very row. */
function namesItself({ headName, headId, details }: Resident, name: string): boolean {
  if (headId !== null) return headId === details?.nationalId || headId === details?.earlierId;
  return headName !== null && headName === name;
}

function findTwins(seen: readonly Seen[]): void {
  const people = new Set<string>();
  for (const { checked, personKey } of seen) {
    if (hasError(checked.issues)) continue;
    if (people.has(personKey)) checked.issues.push({ code: 'duplicate_row' });
    people.add(personKey);
  }
  const twins = Map.groupBy(
    seen.filter(({ checked, twinKey }) => twinKey !== null && !hasError(checked.issues)),
    ({ twinKey }) => twinKey,
  );
  for (const group of twins.values()) {
    if (group.length > 1) for (const { checked } of group) checked.issues.push({ code: 'possible_duplicate' });
  }
}

export function hasError(issues: readonly RowIssue[]): boolean {
  return issues.some(({ code }) => importIssueEntries[code].severity === 'error');
}

export function hasWarning(issues: readonly RowIssue[]): boolean {
  return issues.some(({ code }) => importIssueEntries[code].severity === 'warning');
}

function summarise(seen: readonly Seen[], households: readonly CheckedHousehold[]): CheckSummary {
  const counts = new Map<ImportIssueCode, number>();
  const actions: Record<RowAction, number> = { create: 0, update: 0, unchanged: 0, error: 0, skipped: 0 };
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
    people: actions.create,
    households: fresh.length,
    dwellings: dwellings.size,
    unplaced: [...dwellings.values()].filter(({ neighbourhood }) => neighbourhood === null).length,
    issues: [...counts]
      .map(([code, count]) => ({ code, severity: importIssueEntries[code].severity, count }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
  };
}
