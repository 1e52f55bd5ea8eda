import { derivedId } from '../../event-store/derived-id.ts';
import type { Checked, CheckedHousehold } from './check.ts';
import { importStream } from './import-stream.ts';
import type { Db } from '../../tables/one-at-a-time.ts';

/** How many events a slice aims at: small enough that a clerk's change never waits long behind one. */
const sliceEvents = 400;
/** Registered, residence, joined, and a claim for those who have an identity number. */
const eventsPerPerson = 4;

/** One household as it will be written. */
export interface PlannedHousehold {
  household: number;
  slice: number;
  householdId: string;
  isNew: boolean;
  formedOn: string;
  dwellingId: string | null;
  /** Set where this household's slice also registers the dwelling. */
  dwellingFrom: string | null;
}

/**
 * Cuts what is to be written into slices of whole households, in the order of the file, and derives every id from the import and the
 * line, so that the same plan made twice is the same to the last id.
 */
export function planHouseholds(importId: string, households: readonly CheckedHousehold[]): PlannedHousehold[] {
  const writing = households
    .map((household, index) => ({ household, index }))
    .filter(({ household }) => household.creates > 0);
  const firstDay = new Map<string, string>();
  for (const { household } of writing) {
    if (household.known !== null || household.knownDwelling !== null) continue;
    const known = firstDay.get(household.dwellingKey);
    if (known === undefined || household.since < known) firstDay.set(household.dwellingKey, household.since);
  }
  const made = new Map<string, string>();
  let slice = 0;
  let events = 0;
  return writing.map(({ household, index }) => {
    const cost = household.creates * eventsPerPerson + 3;
    if (events > 0 && events + cost > sliceEvents) {
      slice += 1;
      events = 0;
    }
    events += cost;
    const { firstLine, known, knownDwelling, dwellingKey } = household;
    let dwellingId = known === null ? knownDwelling : null;
    let dwellingFrom: string | null = null;
    if (known === null && dwellingId === null) {
      dwellingId = made.get(dwellingKey) ?? null;
      if (dwellingId === null) {
        dwellingId = derivedId(importStream(importId), 'dwelling', firstLine);
        dwellingFrom = firstDay.get(dwellingKey) ?? household.since;
        made.set(dwellingKey, dwellingId);
      }
    }
    return {
      household: index,
      slice,
      householdId: known ?? derivedId(importStream(importId), 'household', firstLine),
      isNew: known === null,
      formedOn: household.since,
      dwellingId,
      dwellingFrom,
    };
  });
}

/** The id of the person that a row becomes. */
export function citizenIdOf(importId: string, line: number): string {
  return derivedId(importStream(importId), 'citizen', line);
}

/** Writes down in which slice and under which ids the households of a check would be written. */
export async function writeHouseholds(db: Db, importId: string, checked: Checked): Promise<void> {
  const planned = planHouseholds(importId, checked.households);
  await db.query('delete from app.import_households where import_id = $1', [importId]);
  await db.query(
    `insert into app.import_households (import_id, household, slice, household_id, is_new, formed_on, dwelling_id, dwelling_from)
    select $1, * from unnest($2::int[], $3::int[], $4::uuid[], $5::boolean[], $6::date[], $7::uuid[], $8::date[])`,
    [
      importId,
      planned.map(({ household }) => household),
      planned.map(({ slice }) => slice),
      planned.map(({ householdId }) => householdId),
      planned.map(({ isNew }) => isNew),
      planned.map(({ formedOn }) => formedOn),
      planned.map(({ dwellingId }) => dwellingId),
      planned.map(({ dwellingFrom }) => dwellingFrom),
    ],
  );
}

/** Fixes the plan: the people to come get their ids. Answers the number of slices. */
export async function fixPlan(db: Db, importId: string): Promise<number> {
  const { rows: creates } = await db.query<{ line: number }>(
    `select line from app.import_rows where import_id = $1 and action = 'create' order by line`,
    [importId],
  );
  await db.query(
    `update app.import_rows r set citizen_id = n.citizen_id from unnest($2::int[], $3::uuid[]) n(line, citizen_id)
    where r.import_id = $1 and r.line = n.line`,
    [importId, creates.map(({ line }) => line), creates.map(({ line }) => citizenIdOf(importId, line))],
  );
  const { rows } = await db.query<{ slices: number }>(
    'select coalesce(max(slice) + 1, 0) as slices from app.import_households where import_id = $1',
    [importId],
  );
  return rows[0]?.slices ?? 0;
}
