import { dwellingKey } from './address.ts';
import type { CheckedHousehold } from './check.ts';
import type { Seen } from './gather.ts';
import { compatible } from './match.ts';
import type { KnownPerson, Register, RegisteredResident } from './register.ts';

/**
 * What a later file says otherwise than the register: somebody it no longer has, a child or a person come to a known household, a
 * person in another household, a household at another address, other details.
 */
export type DifferenceKind = 'missing' | 'birth' | 'arrival' | 'move' | 'address' | 'details';

/** One thing that the register and the file say differently; texts by field as a person would read them. */
export interface DifferenceFacts {
  old: Record<string, string | null>;
  new: Record<string, string | null>;
}

export interface Difference extends DifferenceFacts {
  kind: DifferenceKind;
  /** The row that says so; null for who is missing. */
  line: number | null;
  citizenId: string | null;
  /** The household of the register concerned: where somebody lived, comes to, or that moves. */
  householdId: string | null;
  /** The household of the file by number, where somebody comes into one that the register does not have. */
  household: number | null;
}

/** Of a file that recognises this share of its people in the register it is said that it is a later one of the same ward. */
const laterShare = 0.2;
/** Whoever is registered in a neighbourhood of which the file has this share is missed when it does not have them. */
const coveredShare = 0.5;

/** Whether a file is a later one of people who are in the register already. */
export function isLater(seen: readonly Seen[]): boolean {
  const known = seen.filter(({ checked }) => checked.citizenId !== null).length;
  return known > 0 && known >= seen.length * laterShare;
}

/**
 * Compares a later file with the register, person by person and household by household. Nothing of it is written by itself.
 * `bornSince`: who was born from this day on is a birth, not an arrival.
 */
export async function findDifferences(
  seen: readonly Seen[],
  households: readonly CheckedHousehold[],
  { register, bornSince }: { register: Register; bornSince: string },
): Promise<Difference[]> {
  const found: Difference[] = [];
  const groups = Map.groupBy(
    seen.filter(({ checked }) => checked.household !== null),
    ({ checked }) => checked.household ?? -1,
  );
  for (const [number, group] of groups) {
    const household = households[number];
    if (!household) continue;
    const place = group.find(({ dwelling }) => dwelling !== null) ?? group[0];
    const address = place?.address ?? null;
    for (const row of group) {
      const { checked, person, facts } = row;
      const at = { line: checked.line, citizenId: checked.citizenId, householdId: household.known, household: number };
      if (checked.action === 'confirm' && person === null) {
        const kind =
          facts.birth !== null && facts.birth.length === 10 && facts.birth >= bornSince ? 'birth' : 'arrival';
        found.push({ kind, ...at, old: {}, new: { ...facts, address } });
      }
      if (!person?.here) continue;
      if (row.changes.length > 0)
        found.push({
          kind: 'details',
          ...at,
          householdId: person.householdId,
          household: null,
          old: { fullName: person.fullName, ...Object.fromEntries(row.changes.map(({ field, old }) => [field, old])) },
          new: { fullName: facts.fullName, ...Object.fromEntries(row.changes.map((one) => [one.field, one.new])) },
        });
      if (person.householdId !== null && person.householdId !== household.known)
        found.push({
          kind: 'move',
          ...at,
          citizenId: person.citizenId,
          old: { fullName: person.fullName, address: addressOf(person) },
          new: { fullName: facts.fullName, address },
        });
    }
    const moved = movedFrom(group, household);
    if (moved)
      found.push({
        kind: 'address',
        line: place?.checked.line ?? household.firstLine,
        citizenId: null,
        householdId: household.known,
        household: number,
        old: { fullName: moved.fullName, address: addressOf(moved) },
        new: { fullName: moved.fullName, address },
      });
  }
  found.push(...(await missing(seen, households, register)));
  return found;
}

/** Somebody of a known household whose whole address the file gives otherwise; null where it is the same, or not given. */
function movedFrom(group: readonly Seen[], { known }: CheckedHousehold): KnownPerson | null {
  const given = group.find(({ dwelling }) => dwelling !== null);
  const person = group.find(({ person: one }) => one !== null && one.here && one.householdId === known)?.person;
  if (!given || !person || known === null) return null;
  const old = dwellingKey(null, person.houseNumber, person.street);
  const same = old === given.placeless && compatible(person.neighbourhood, given.neighbourhood);
  return old === null || same ? null : person;
}

/** People whom the file would have, had they still been there: of the households and neighbourhoods that it is about. */
async function missing(
  seen: readonly Seen[],
  households: readonly CheckedHousehold[],
  register: Register,
): Promise<Difference[]> {
  const matched = new Set(seen.flatMap(({ person }) => person?.citizenId ?? []));
  const known = new Set(households.flatMap((household) => household.known ?? []));
  const residents = await register.residents();
  const covered = new Set<string | null>();
  for (const [neighbourhood, all] of Map.groupBy(residents, (one) => one.neighbourhood))
    if (all.filter(({ citizenId }) => matched.has(citizenId)).length >= all.length * coveredShare)
      covered.add(neighbourhood);
  const missed = residents.filter(
    (one: RegisteredResident) =>
      !matched.has(one.citizenId) && (known.has(one.householdId) || covered.has(one.neighbourhood)),
  );
  const people = await register.byIds(missed.map(({ citizenId }) => citizenId));
  return people.map((person) => ({
    kind: 'missing',
    line: null,
    citizenId: person.citizenId,
    householdId: person.householdId,
    household: null,
    old: { fullName: person.fullName, birth: person.birth, address: addressOf(person) },
    new: {},
  }));
}

/** House number and street on one line; null where neither is known. */
export function addressOf({
  houseNumber,
  street,
}: {
  houseNumber: string | null;
  street: string | null;
}): string | null {
  return [houseNumber, street].filter((part) => part !== null).join(' ') || null;
}
