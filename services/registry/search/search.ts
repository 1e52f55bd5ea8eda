import type { CitizenDetails } from '@nocgia/schemas/events/citizen.ts';
import { digitsOf, foldAddressWords, foldName, foldWords } from '@nocgia/schemas/text/fold.ts';
import { sql, type SqlBool } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { fieldView, whereScope } from '../../access/where-scope.ts';
import { phoneKey } from '@nocgia/schemas/text/phone.ts';
import type { CitizenRow } from '../citizen/projection.ts';

type Tables = {
  'view.citizens': CitizenRow;
  'view.dwellings': {
    dwelling_id: string;
    ward: number;
    neighbourhood: number | null;
    address: string;
    address_key: string;
  };
};

/** A person that was found, with where they live (or lived last). */
export interface CitizenHit {
  kind: 'citizen';
  id: string;
  details: CitizenDetails;
  address: string | null;
  neighbourhood: string | null;
  died: boolean;
}

export interface DwellingHit {
  kind: 'dwelling';
  id: string;
  address: string;
  neighbourhood: string | null;
}

export interface Found {
  hits: (CitizenHit | DwellingHit)[];
  more: boolean;
}

/** Longer texts and more words than these say nothing more. */
const LONGEST = 200;
const MOST_WORDS = 8;
/** How many are found before they are put in order and cut. */
const CANDIDATES = 50;
/** Places kept for dwellings beside people of the same words. */
const BESIDE = 3;

/**
 * The one box: words of a name in any order and without accents, the last perhaps only begun; or 9 to 12 digits of an id or phone; or an
 * address with its number. Only within the reader's scope, and only by fields that the reader may see at least masked.
 */
export async function search(scope: Scope, db: ScopedDb, text: string, first: number): Promise<Found> {
  const typed = text.normalize('NFC').trim().slice(0, LONGEST);
  const digits = digitsOf(typed);
  if (/^[\d\s.+()-]+$/.test(typed) && digits.length >= 9) return byNumber(scope, db, digits, first);
  if (/\d/.test(typed)) {
    const hits = await dwellingsBy(scope, db, foldAddressWords(typed), first + 1);
    return { hits: hits.slice(0, first), more: hits.length > first };
  }
  const words = foldWords(typed).slice(0, MOST_WORDS);
  if (words.length === 0) return { hits: [], more: false };
  const people = await peopleBy(scope, db, words);
  const shown = people.slice(0, first);
  const beside = Math.max(Math.min(BESIDE, first), first - shown.length);
  const dwellings = await dwellingsBy(scope, db, words, beside + 1);
  const room = shown.slice(0, Math.max(first - Math.min(dwellings.length, beside), 0));
  return {
    hits: [...room, ...dwellings.slice(0, beside)],
    more: people.length > room.length || dwellings.length > beside,
  };
}

/**
 * Ids of rows that have all of these words, the last perhaps only begun, by the narrow function that puts the scope before the limit
 * (infra/migrations/0041): under row-level security itself no index of terms could be used.
 */
async function idsWith(
  scope: Scope,
  db: ScopedDb,
  table: 'citizens' | 'dwellings',
  words: readonly string[],
): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select s.id from view.search_terms(${table}, ${scope.wards}::int[], ${scope.neighbourhoods}::int[],
      ${words.slice(0, -1)}::text[], ${words.at(-1) ?? null}, ${CANDIDATES}) s`.execute(db);
  return found.rows.map((row) => row.id);
}

async function peopleBy(scope: Scope, db: ScopedDb, words: readonly string[]): Promise<CitizenHit[]> {
  if (fieldView(scope, 'identity') === 'withheld') return [];
  const ids = await idsWith(scope, db, 'citizens', words);
  const hits = await citizenHits(scope, db, ids);
  const typed = words.join(' ');
  const rank = ({ details, died }: CitizenHit): number =>
    (died ? 2 : 0) + (foldName(details.fullName).includes(typed) ? 0 : 1);
  return hits
    .map((hit) => ({ hit, rank: rank(hit) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ hit }) => hit);
}

async function byNumber(scope: Scope, db: ScopedDb, digits: string, first: number): Promise<Found> {
  const ways: ReturnType<typeof sql<SqlBool>>[] = [];
  if (fieldView(scope, 'nationalId') !== 'withheld')
    ways.push(sql<SqlBool>`c.national_id = ${digits}`, sql<SqlBool>`c.earlier_id = ${digits}`);
  if (fieldView(scope, 'contact') !== 'withheld') ways.push(sql<SqlBool>`c.phone = ${phoneKey(digits)}`);
  if (ways.length === 0) return { hits: [], more: false };
  const found = await db
    .withTables<Tables>()
    .selectFrom('view.citizens as c')
    .where(whereScope(scope, 'Citizen', 'c'))
    .where(sql<SqlBool>`(${sql.join(ways, sql` or `)})`)
    .select('c.citizen_id')
    .distinct()
    .limit(first + 1)
    .execute();
  const hits = await citizenHits(
    scope,
    db,
    found.map((row) => row.citizen_id),
  );
  return { hits: hits.slice(0, first), more: hits.length > first };
}

/** The people behind ids, each once, in the order of their names. */
async function citizenHits(scope: Scope, db: ScopedDb, ids: readonly string[]): Promise<CitizenHit[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .withTables<Tables>()
    .selectFrom('view.citizens as c')
    .leftJoin('view.dwellings as d', 'd.dwelling_id', 'c.dwelling_id')
    .where(whereScope(scope, 'Citizen', 'c'))
    .where(sql<SqlBool>`c.citizen_id = any(${ids}::uuid[])`)
    .select(['c.citizen_id', 'c.details', 'd.address'])
    .select([sql<boolean>`c.died is not null`.as('died'), neighbourhoodName('c')])
    .orderBy('c.name_key')
    .orderBy('c.citizen_id')
    .orderBy('c.slot')
    .execute();
  const seen = new Map<string, CitizenHit>();
  for (const { citizen_id: id, details, address, died, neighbourhood } of rows) {
    if (!seen.has(id)) seen.set(id, { kind: 'citizen', id, details, address, neighbourhood, died });
  }
  return [...seen.values()];
}

function neighbourhoodName(alias: string) {
  const number = sql.ref(`${alias}.neighbourhood`);
  return sql<
    string | null
  >`(select u.name from view.units u where u.number = ${number} and u.level = 'neighbourhood')`.as('neighbourhood');
}

async function dwellingsBy(
  scope: Scope,
  db: ScopedDb,
  words: readonly string[],
  limit: number,
): Promise<DwellingHit[]> {
  if (words.length === 0 || fieldView(scope, 'residence') === 'withheld') return [];
  const ids = await idsWith(scope, db, 'dwellings', words.slice(0, MOST_WORDS));
  if (ids.length === 0) return [];
  const rows = await db
    .withTables<Tables>()
    .selectFrom('view.dwellings as d')
    .where(whereScope(scope, 'Dwelling', 'd'))
    .where(sql<SqlBool>`d.dwelling_id = any(${ids}::uuid[])`)
    .select(['d.dwelling_id', 'd.address'])
    .select(neighbourhoodName('d'))
    .orderBy('d.address_key')
    .orderBy('d.dwelling_id')
    .limit(limit)
    .execute();
  return rows.map(({ dwelling_id: id, address, neighbourhood }) => ({ kind: 'dwelling', id, address, neighbourhood }));
}
