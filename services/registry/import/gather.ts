import type { ImportIssueCode } from '@nocgia/schemas/import-issues.ts';
import type { CheckedHousehold, CheckedRow, CheckOptions } from './check.ts';
import { dwellingKey } from './address.ts';
import { compatible, foldNumber } from './match.ts';

/** The little that is kept of each row until all have been seen. */
export interface Seen {
  checked: CheckedRow;
  householdKey: string;
  personKey: string;
  twinKey: string | null;
  /** Household of the person that the row was recognised as. */
  known: string | null;
  neighbourhood: string | null;
  dwelling: string | null;
  number: string | null;
  since: string;
}

/** What a row without an address of its own is told, unless its household has one. */
const ofPlace: ReadonlySet<ImportIssueCode> = new Set(['address_missing', 'neighbourhood_missing']);

/** Puts the good rows together as households and finds those, and their dwellings, that the register already has. */
export async function gatherHouseholds(
  seen: readonly Seen[],
  { register, has }: CheckOptions,
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
  return groups.map((group, index) => {
    const [first] = group;
    if (!first) throw new Error('A group has a first row.');
    for (const { checked } of group) checked.household = index;
    noteHeads(group, has('relation'));
    const places = new Set(group.flatMap(({ dwelling }) => dwelling ?? []));
    if (places.size > 1) first.checked.issues.push({ code: 'household_two_addresses' });
    const housed = group.find(({ dwelling }) => dwelling !== null) ?? first;
    const creates = group.filter(({ checked }) => checked.action === 'create');
    if (creates.length > 0 && housed.neighbourhood === null && !has('neighbourhood'))
      first.checked.issues.push({ code: 'neighbourhood_not_given' });
    if (creates.length > 0 && !has('since')) first.checked.issues.push({ code: 'since_estimated' });
    const number = foldNumber(first.number);
    const numbered = (number === null ? undefined : byNumber.get(number))?.find((known) =>
      compatible(known.neighbourhood, housed.neighbourhood),
    );
    return {
      firstLine: first.checked.line,
      known: mostCommon(group.flatMap(({ known }) => known ?? [])) ?? numbered?.householdId ?? null,
      dwellingKey: housed.dwelling ?? `line ${first.checked.line}`,
      knownDwelling: housed.dwelling === null ? null : (dwellings.get(housed.dwelling) ?? null),
      neighbourhood: housed.neighbourhood,
      number: first.number,
      creates: creates.length,
      since: creates.map(({ since }) => since).sort()[0] ?? first.since,
    };
  });
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
