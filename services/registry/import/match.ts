import { foldAddressWords, foldName } from '@nocgia/schemas/text/fold.ts';
import { phoneKey } from '../citizen/projection.ts';
import { dwellingKey } from './address.ts';
import type { KnownPerson } from './register.ts';
import type { Resident, RowIssue } from './resident.ts';

/** How a row stands to the register: nobody known, one person, or nobody certain (with the issue that says why). */
export interface Match {
  person: KnownPerson | null;
  /** Fields in which the row differs from the person found; empty = nothing to add. */
  differing: string[];
  issues: RowIssue[];
}

/** People found for a batch, by what they may be recognised by. */
export interface Candidates {
  bySourceKey: ReadonlyMap<string, KnownPerson[]>;
  byNationalId: ReadonlyMap<string, KnownPerson[]>;
  byName: ReadonlyMap<string, KnownPerson[]>;
}

/** Groups what the register answered for looking up. */
export function candidatesOf(people: readonly KnownPerson[]): Candidates {
  const grouped = (key: (person: KnownPerson) => string | null): Map<string, KnownPerson[]> => {
    const groups = Map.groupBy(people, (person) => key(person) ?? '');
    groups.delete('');
    return groups;
  };
  return {
    bySourceKey: grouped((person) => (person.here ? person.sourceKey : null)),
    byNationalId: grouped((person) => person.nationalId),
    byName: grouped((person) => (person.here ? foldName(person.fullName) : null)),
  };
}

/** A household number as it is compared. */
export function foldNumber(number: string | null): string | null {
  return number === null ? null : foldAddressWords(number).join(' ') || null;
}

/**
 * Finds the person of a row: by the file's own key, by the identity number, or by name, birth and household together; in this
 * order. One who has the same key or number under another name is not taken for the same without a doubt being told.
 */
export function matchRow(row: Resident, candidates: Candidates): Match {
  const none: Match = { person: null, differing: [], issues: [] };
  if (!row.details) return none;
  const name = foldName(row.details.fullName);
  const { nationalId } = row.details;
  const byKey = row.sourceKey === null ? [] : (candidates.bySourceKey.get(row.sourceKey) ?? []);
  const named = byKey.filter((person) => foldName(person.fullName) === name);
  const keyed = named[0] ?? (byKey.length === 1 && sameBirth(byKey[0], row) ? byKey[0] : undefined);
  if (keyed) return found(keyed, row);
  const holder = nationalId ? candidates.byNationalId.get(nationalId)?.[0] : undefined;
  if (holder) {
    // Somebody else's number, or a person of another ward: the claim on the number stands against this row either way.
    const same = holder.here && (foldName(holder.fullName) === name || sameBirth(holder, row));
    return same ? found(holder, row) : { ...none, issues: [{ code: 'id_taken' }] };
  }
  const alike = (candidates.byName.get(name) ?? []).filter(
    (person) => person.birth === row.details?.birth && !contradicts(person, row),
  );
  const housed = alike.filter((person) => sameHousehold(person, row));
  if (housed.length > 1) return { ...none, issues: [{ code: 'ambiguous' }] };
  const [one] = housed;
  if (one) return found(one, row);
  const sure = row.details.birth?.length === 10;
  return alike.length > 0 && sure ? { ...none, issues: [{ code: 'similar_in_register' }] } : none;
}

function sameBirth(person: KnownPerson | undefined, row: Resident): boolean {
  return person !== undefined && person.birth !== null && person.birth === row.details?.birth;
}

/** Different keys of one kind of register, or different identity numbers: two people, however alike. */
function contradicts(person: KnownPerson, row: Resident): boolean {
  const { nationalId } = row.details ?? {};
  if (nationalId && person.nationalId && nationalId !== person.nationalId) return true;
  return row.sourceKey !== null && person.sourceKey !== null && row.sourceKey !== person.sourceKey;
}

function sameHousehold(person: KnownPerson, row: Resident): boolean {
  if (!compatible(person.neighbourhood, row.neighbourhood)) return false;
  const number = foldNumber(row.householdNumber);
  if (number !== null && person.householdNumber !== null) return number === person.householdNumber;
  return dwellingKey(null, person.houseNumber, person.street) === dwellingKey(null, row.houseNumber, row.street);
}

/** Two neighbourhoods that may be one: a place not known yet may be any. */
export function compatible(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

function found(person: KnownPerson, row: Resident): Match {
  const differing = differences(person, row);
  return { person, differing, issues: differing.map((field) => ({ code: 'differs' as const, column: field })) };
}

/** Fields that the row gives and the register has otherwise; what the row leaves open is no difference. */
function differences(person: KnownPerson, row: Resident): string[] {
  const { details } = row;
  if (!details) return [];
  const differing: string[] = [];
  if (person.fullName !== details.fullName) differing.push('fullName');
  if (details.sex !== 'unknown' && person.sex !== details.sex) differing.push('sex');
  if (details.birth !== null && person.birth !== details.birth) differing.push('birth');
  if (details.nationalId && person.nationalId !== details.nationalId) differing.push('nationalId');
  if (details.phone && person.phone !== phoneKey(details.phone)) differing.push('phone');
  return differing;
}
