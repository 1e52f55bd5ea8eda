import { foldName, foldWords } from '@nocgia/schemas/text/fold.ts';
import { sql, type SqlBool } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { whereScope } from '../../access/where-scope.ts';
import { phoneKey } from '@nocgia/schemas/text/phone.ts';
import type { CitizenRow } from '../citizen/projection.ts';
import { citizensByIds, type CitizenEntry } from '../citizen/queries.ts';

/** What is known of somebody about to be recorded. */
export interface Candidate {
  fullName: string;
  birth?: string | null;
  nationalId?: string | null;
  phone?: string | null;
}

export interface Likeness {
  /** 0 to 1; 1 = the same id. */
  score: number;
  reasons: string[];
}

/** How two births agree: the same, day and month swapped, one part different, or unknown on either side. */
export function compareBirths(
  a: string | null | undefined,
  b: string | null | undefined,
): 'same' | 'swapped' | 'close' | 'unknown' | 'different' {
  if (!a || !b) return 'unknown';
  if (a === b) return 'same';
  const [yearA, monthA, dayA] = a.split('-');
  const [yearB, monthB, dayB] = b.split('-');
  if (yearA === yearB && monthA === dayB && dayA === monthB && dayA !== undefined) return 'swapped';
  if (a.startsWith(b) || b.startsWith(a)) return 'close';
  const differences = [yearA !== yearB, monthA !== monthB, dayA !== dayB].filter(Boolean).length;
  if (differences === 1 && Math.abs(Number(yearA) - Number(yearB)) <= 1) return 'close';
  return 'different';
}

/** How likely two records are of one person, from id, folded name, birth and phone; null when nothing speaks for it. */
export function likeness(a: Candidate, b: Candidate): Likeness | null {
  if (a.nationalId && a.nationalId === b.nationalId) return { score: 1, reasons: ['same_id'] };
  const reasons: string[] = [];
  const sameName = sortedWords(a.fullName) === sortedWords(b.fullName);
  const samePhone = Boolean(a.phone && b.phone && phoneKey(a.phone) === phoneKey(b.phone));
  const birth = compareBirths(a.birth, b.birth);
  if (sameName) reasons.push('same_name');
  if (samePhone) reasons.push('same_phone');
  if (birth !== 'unknown' && birth !== 'different') reasons.push(`birth_${birth}`);
  const byBirth = { same: 0.95, swapped: 0.85, close: 0.75, unknown: 0.5, different: 0 }[birth];
  const score = sameName ? Math.max(byBirth, samePhone ? 0.8 : 0) : samePhone && birth === 'same' ? 0.7 : 0;
  return score > 0 ? { score, reasons } : null;
}

function sortedWords(name: string): string {
  return foldWords(name).sort().join(' ');
}

/** How many of one name are looked at: of the very common ones those first whose birth agrees best. */
const NAMESAKES = 100;

/** People within the reader's scope that may be this one, likeliest first; at most 10. An id held outside the scope shows nobody. */
export async function possibleDuplicates(
  scope: Scope,
  db: ScopedDb,
  wanted: Candidate,
): Promise<{ entry: CitizenEntry; likeness: Likeness }[]> {
  const { nationalId, phone } = wanted;
  const name = foldName(wanted.fullName);
  const ways = [
    ...(nationalId ? [sql<SqlBool>`c.national_id = ${nationalId}`] : []),
    ...(phone ? [sql<SqlBool>`c.phone = ${phoneKey(phone)}`] : []),
  ];
  const ids = new Set<string>();
  const look = async (condition: ReturnType<typeof sql<SqlBool>>): Promise<void> => {
    const birth = sql`c.details->>'birth'`;
    const year = wanted.birth?.slice(0, 4) ?? null;
    const found = await db
      .withTables<{ 'view.citizens': CitizenRow }>()
      .selectFrom('view.citizens as c')
      .where(whereScope(scope, 'Citizen', 'c'))
      .where(condition)
      .select('c.citizen_id')
      .orderBy(
        sql`${birth} is not distinct from ${wanted.birth ?? null}::text desc, left(${birth}, 4) is not distinct from ${year}::text desc`,
      )
      .orderBy('c.citizen_id')
      .limit(NAMESAKES)
      .execute();
    for (const row of found) ids.add(row.citizen_id);
  };
  if (name !== '') await look(sql<SqlBool>`c.folded_name = ${name}`);
  if (ways.length > 0) await look(sql<SqlBool>`(${sql.join(ways, sql` or `)})`);
  const entries = await citizensByIds(scope, db, [...ids]);
  return [...entries.values()]
    .flatMap((entry) => {
      const like = likeness(wanted, entry.details);
      return like ? [{ entry, likeness: like }] : [];
    })
    .sort((a, b) => b.likeness.score - a.likeness.score || (a.entry.name_key < b.entry.name_key ? -1 : 1))
    .slice(0, 10);
}
