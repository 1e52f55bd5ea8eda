import type { ImportIssueCode } from '@nocgia/schemas/import-issues.ts';
import type { CheckedHousehold, CheckedRow, CheckOptions } from './check.ts';
import { dwellingKey } from './address.ts';
import type { RowFacts } from './check-row.ts';
import { compatible, foldNumber, type FieldDifference } from './match.ts';
import type { KnownPerson } from './register.ts';

/** The little that is kept of each row until all have been seen. */
export interface Seen {
  checked: CheckedRow;
  householdKey: string;
  personKey: string;
  twinKey: string | null;
  /** Household of the person that the row was recognised as. */
  known: string | null;
  /** That person, and in what the row says otherwise. */
  person: KnownPerson | null;
  changes: FieldDifference[];
  /** Somebody of the register who is most like it, where nobody was recognised. */
  likeliest: KnownPerson | null;
  facts: RowFacts;
  address: string | null;
  /** The dwelling without its neighbourhood. */
  placeless: string | null;
  neighbourhood: string | null;
  dwelling: string | null;
  number: string | null;
  since: string;
}

/** What a row without an address of its own is told, unless its household has one. */
const ofPlace: ReadonlySet<ImportIssueCode> = new Set(['address_missing', 'neighbourhood_missing']);

/**
 * Puts the good rows together as households and finds those, and their dwellings, that the register already has. In a `later` file a
 * household of the register is that of one household of the file, and who is new in it waits for somebody to confirm it.
 */
export async function gatherHouseholds(
  seen: readonly Seen[],
  { register, has }: CheckOptions,
  later = false,
): Promise<CheckedHousehold[]> {
  // In a block the address stands on its first row; the others live there.
  const addressed = new Set(seen.flatMap(({ householdKey, dwelling }) => (dwelling === null ? [] : householdKey)));
  for (const { checked, householdKey } of seen)
    if (addressed.has(householdKey)) checked.issues = checked.issues.filter(({ code }) => !ofPlace.has(code));
  const groups = [
    ...Map.groupBy(
      seen.filter(({ checked }) => checked.action !== 'error'),
      ({ householdKey }) => householdKey,
    ).values(),
  ];
  const numbers = [...new Set(groups.flatMap((group) => foldNumber(group[0]?.number ?? null) ?? []))];
  const byNumber = Map.groupBy(await register.households(numbers), (known) => known.number);
  const dwellings = new Map<string, string>();
  for (const { dwellingId, neighbourhood, houseNumber, street } of await register.dwellings()) {
    const exact = dwellingKey(neighbourhood, houseNumber, street);
    const placeless = dwellingKey(null, houseNumber, street);
    for (const key of [exact, placeless]) if (key !== null && !dwellings.has(key)) dwellings.set(key, dwellingId);
  }
  if (later) findMovers(seen);
  const homes = later ? homesOf(groups) : null;
  const inUse = new Set(homes?.values());
  return groups.map((group, index) => {
    const [first] = group;
    if (!first) throw new Error('A group has a first row.');
    for (const { checked } of group) checked.household = index;
    noteHeads(group, has('relation'));
    const places = new Set(group.flatMap(({ dwelling }) => dwelling ?? []));
    if (places.size > 1) first.checked.issues.push({ code: 'household_two_addresses' });
    const housed = group.find(({ dwelling }) => dwelling !== null) ?? first;
    const number = foldNumber(first.number);
    const numbered = (number === null ? undefined : byNumber.get(number))?.find((one) =>
      compatible(one.neighbourhood, housed.neighbourhood),
    );
    const recognised = homes ? (homes.get(group) ?? null) : mostCommon(group.flatMap(({ known }) => known ?? []));
    const taken = numbered !== undefined && inUse.has(numbered.householdId);
    const known = recognised ?? (taken ? null : (numbered?.householdId ?? null));
    if (later && known !== null)
      for (const { checked } of group) if (checked.action === 'create') checked.action = 'confirm';
    const creates = group.filter(({ checked }) => checked.action === 'create');
    if (creates.length > 0 && housed.neighbourhood === null && !has('neighbourhood'))
      first.checked.issues.push({ code: 'neighbourhood_not_given' });
    if (creates.length > 0 && !has('since')) first.checked.issues.push({ code: 'since_estimated' });
    return {
      firstLine: first.checked.line,
      known,
      dwellingKey: housed.dwelling ?? `line ${first.checked.line}`,
      knownDwelling: housed.dwelling === null ? null : (dwellings.get(housed.dwelling) ?? null),
      neighbourhood: housed.neighbourhood,
      number: first.number,
      creates: creates.length,
      since: creates.map(({ since }) => since).sort()[0] ?? first.since,
    };
  });
}

/** From this likeness on, name and birth are the same. */
const sameFrom = 0.95;

/**
 * In a later file somebody who has the very name and birth of one person of the register, whom no other row is, has moved, if somebody
 * confirms it; `person` then says who.
 */
function findMovers(seen: readonly Seen[]): void {
  const taken = new Set(seen.flatMap(({ checked }) => checked.citizenId ?? []));
  const sure = seen.filter(
    ({ checked, likeliest }) =>
      checked.action === 'create' &&
      likeliest !== null &&
      (checked.likely[0]?.score ?? 0) >= sameFrom &&
      (checked.likely[1]?.score ?? 0) < sameFrom,
  );
  for (const rows of Map.groupBy(sure, ({ likeliest }) => likeliest?.citizenId).values()) {
    const [row] = rows;
    if (rows.length > 1 || !row?.likeliest || taken.has(row.likeliest.citizenId)) continue;
    row.checked.action = 'confirm';
    row.person = row.likeliest;
  }
}

/** Which household of the register each household of the file is: that of most of its people, unless more of them are in another one. */
function homesOf(groups: readonly (readonly Seen[])[]): Map<readonly Seen[], string> {
  const claims = groups
    .flatMap((group) =>
      [...Map.groupBy(group, ({ known }) => known)].flatMap(([known, rows]) =>
        known === null ? [] : [{ group, known, rows: rows.length }],
      ),
    )
    .sort((a, b) => b.rows - a.rows);
  const homes = new Map<readonly Seen[], string>();
  const taken = new Set<string>();
  for (const { group, known } of claims) {
    if (homes.has(group) || taken.has(known)) continue;
    homes.set(group, known);
    taken.add(known);
  }
  return homes;
}

function noteHeads(group: readonly Seen[], relationsGiven: boolean): void {
  const heads = group.filter(({ checked }) => checked.relation === 'head');
  for (const { checked } of heads.slice(1)) {
    checked.issues.push({ code: 'several_heads' });
    checked.relation = 'unknown';
  }
  const isNew = group.every(({ checked }) => checked.citizenId === null);
  if (heads.length === 0 && isNew)
    group[0]?.checked.issues.push({ code: relationsGiven ? 'household_no_head' : 'household_head_not_given' });
}

function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
