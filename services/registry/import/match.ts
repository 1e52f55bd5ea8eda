import { foldAddressWords, foldName } from '@nocgia/schemas/text/fold.ts';
import { phoneKey } from '@nocgia/schemas/text/phone.ts';
import { likeness, type Likeness } from '../search/duplicates.ts';
import { dwellingKey } from './address.ts';
import type { KnownPerson } from './register.ts';
import type { Resident, RowIssue } from './resident.ts';

/** How a row stands to the register: nobody known, one person, or nobody certain (with the issue that says why). */
export interface Match {
  person: KnownPerson | null;
  /** Fields in which the row differs from the person found, with what both say; empty = nothing to add. */
  changes: FieldDifference[];
  /** People who may be this one, likeliest first, where nobody is found for sure. */
  likely: LikelyPerson[];
  /** The likeliest of them. */
  likeliest: KnownPerson | null;
  issues: RowIssue[];
}

export interface FieldDifference {
  field: 'fullName' | 'sex' | 'birth' | 'nationalId' | 'phone';
  old: string | null;
  new: string;
}

/** Somebody of the register who may be the person of a row; see `search/duplicates.ts` for score and reasons. */
export interface LikelyPerson extends Likeness {
  citizenId: string;
}

/** What the officer has said of a row: it is this person, or `other` than all who are like it. */
export type RowDecision = { same: string } | 'other';

/** From this score on somebody is shown beside a row, and how many at most. */
const likelyFrom = 0.7;
const likelyMost = 3;

/** People found for a batch, by what they may be recognised by. */
export interface Candidates {
  bySourceKey: ReadonlyMap<string, KnownPerson[]>;
  byNationalId: ReadonlyMap<string, KnownPerson[]>;
  byName: ReadonlyMap<string, KnownPerson[]>;
  byPhone: ReadonlyMap<string, KnownPerson[]>;
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
    byPhone: grouped((person) => (person.here ? person.phone : null)),
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
export function matchRow(row: Resident, candidates: Candidates, decision?: RowDecision): Match {
  const none: Match = { person: null, changes: [], likely: [], likeliest: null, issues: [] };
  if (!row.details) return none;
  if (decision && decision !== 'other') {
    const people = shownPeople(row, candidates);
    const said = people.find(({ person }) => person.citizenId === decision.same);
    if (said) return { ...found(said.person, row), likely: people.map(shown) };
  }
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
  const people = shownPeople(row, candidates);
  const likely = people.map(shown);
  const [first] = people;
  if (!first || decision === 'other') return { ...none, likely };
  return { ...none, likely, likeliest: first.person, issues: [{ code: 'similar_in_register' }] };
}

/** Those who are shown beside the row. */
function shownPeople(row: Resident, candidates: Candidates): (Likeness & { person: KnownPerson })[] {
  return likelyPeople(row, candidates)
    .filter(({ score }) => score >= likelyFrom)
    .slice(0, likelyMost);
}

function shown({ person, score, reasons }: Likeness & { person: KnownPerson }): LikelyPerson {
  return { citizenId: person.citizenId, score, reasons };
}

/** Everybody of the ward who is like the row and is not known to be somebody else, likeliest first. */
function likelyPeople(row: Resident, { byName, byPhone }: Candidates): (Likeness & { person: KnownPerson })[] {
  const { details } = row;
  if (!details) return [];
  const phone = details.phone ? phoneKey(details.phone) : '';
  const people = new Set([...(byName.get(foldName(details.fullName)) ?? []), ...(byPhone.get(phone) ?? [])]);
  return [...people]
    .filter((person) => !contradicts(person, row))
    .flatMap((person) => {
      const like = likeness(details, person);
      return like ? [{ ...like, person }] : [];
    })
    .sort((a, b) => b.score - a.score || (a.person.citizenId < b.person.citizenId ? -1 : 1));
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
  const changes = differences(person, row);
  const issues = changes.map(({ field }) => ({ code: 'differs' as const, column: field }));
  return { person, changes, likely: [], likeliest: null, issues };
}

/** Fields that the row gives and the register has otherwise; what the row leaves open is no difference. */
function differences(person: KnownPerson, { details }: Resident): FieldDifference[] {
  if (!details) return [];
  const changes: FieldDifference[] = [];
  const compare = (field: FieldDifference['field'], given: string | null | undefined, old: string | null): void => {
    if (given && given !== old) changes.push({ field, old, new: given });
  };
  compare('fullName', details.fullName, person.fullName);
  compare('sex', details.sex === 'unknown' ? null : details.sex, person.sex);
  compare('birth', details.birth, person.birth);
  compare('nationalId', details.nationalId, person.nationalId);
  if (details.phone && person.phone !== phoneKey(details.phone)) compare('phone', details.phone, person.phone);
  return changes;
}
