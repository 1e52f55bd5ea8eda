import type { Relation } from '@nocgia/schemas/events/citizen.ts';
import { foldName } from '@nocgia/schemas/text/fold.ts';
import { dwellingKey } from './address.ts';
import { addressOf, findDifferences, isLater, type Difference } from './differences.ts';
import { gatherHouseholds, type Seen } from './gather.ts';
import { atHome, factsOf, namesItself, probeOf, type Home } from './check-row.ts';
import { createHouseholdFinder } from './households.ts';
import { candidatesOf, matchRow, type LikelyPerson, type RowDecision } from './match.ts';
import type { Register } from './register.ts';
import { hasError, summarise, type CheckSummary } from './summary.ts';
import type { Resident, RowIssue } from './resident.ts';

/**
 * `confirm`: somebody new in a household that is known, which somebody has to confirm. `skipped`: the line is no person, but a title, a sum,
 * headings once more.
 */
export type RowAction = 'create' | 'update' | 'unchanged' | 'confirm' | 'error' | 'skipped';

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
  /** People of the register who may be this one. */
  likely: LikelyPerson[];
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
  /** What a later file of the same people says otherwise; empty for a first one. */
  differences: Difference[];
  summary: CheckSummary;
}

export interface CheckOptions {
  register: Register;
  today: string;
  /** Fields that some column gives: what no column gives is told once per household, not as a fault of every row. */
  has: (field: 'relation' | 'neighbourhood' | 'since' | 'headId') => boolean;
  /** What the officer has said of rows that are like somebody. */
  decisions?: ReadonlyMap<number, RowDecision>;
  /** Whoever was born from this day on and is new in a later file was born, and has not arrived. */
  bornSince?: string;
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
      const match = matchRow(atHome(row, homes, key), candidates, options.decisions?.get(row.line));
      issues.push(...match.issues);
      const citizenId = match.person?.citizenId ?? null;
      if (citizenId !== null && !addFirst(matched, citizenId, row.line)) issues.push({ code: 'duplicate_row' });
      const name = foldName(row.details?.fullName ?? '');
      const since = row.since ?? options.today;
      const isHead = row.relation === 'head' || (!row.relationGiven && namesItself(row, name));
      seen.push({
        checked: {
          line: row.line,
          action: citizenId === null ? 'create' : match.changes.length > 0 ? 'update' : 'unchanged',
          issues,
          household: null,
          citizenId,
          relation: isHead ? 'head' : row.relation,
          likely: match.likely,
        },
        householdKey: key,
        personKey: `${key}|${name}|${row.details?.birth ?? ''}|${row.sourceKey ?? ''}|${id ?? ''}`,
        twinKey: row.details?.birth?.length === 10 ? `${name}|${row.details.birth}` : null,
        known: match.person?.householdId ?? null,
        person: match.person,
        changes: match.changes,
        likeliest: match.likeliest,
        facts: factsOf(row),
        address: addressOf(row),
        placeless: dwellingKey(null, row.houseNumber, row.street),
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
  const later = isLater(seen);
  const households = await gatherHouseholds(seen, options, later);
  const { register, bornSince = options.today } = options;
  const differences = later ? await findDifferences(seen, households, { register, bornSince }) : [];
  const summary = { ...summarise(seen, households), differences: differences.length };
  return { rows: seen.map(({ checked }) => checked), households, differences, summary };
}

function addFirst(known: Map<string, number>, key: string, line: number): boolean {
  if (known.has(key)) return false;
  known.set(key, line);
  return true;
}

/** The same person twice in one household is an error of the later row; the same name and birth elsewhere a warning of both. */
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
