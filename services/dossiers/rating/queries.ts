import { sql, type SqlBool } from 'kysely';
import { literalLimit } from '../../access/paging.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { whereScope } from '../../access/where-scope.ts';
import type { ProcedureRow, ProcedureVersionRow } from '../procedure/projection.ts';
import type { RatingRow, RatingTallyRow, TallyOf } from './projection.ts';
import { sumOf, type Tally } from './score.ts';

type Tables = { 'view.ratings': RatingRow; 'view.rating_tallies': RatingTallyRow };

/** Tallies of a ward over months, both within, by what they count and its id. */
export async function talliesOf(
  scope: Scope,
  db: ScopedDb,
  asked: { ward: number; from: string; to: string },
): Promise<Map<TallyOf, Map<string, Tally>>> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('view.rating_tallies as t')
    .where(whereScope(scope, 'Rating', { ward: 't.ward' }))
    .where('t.ward', '=', asked.ward)
    .where('t.month', '>=', asked.from)
    .where('t.month', '<=', asked.to)
    .select(['t.of', 't.subject', 't.answers', 't.satisfied', 't.marks'])
    .execute();
  const found = new Map<TallyOf, Map<string, Tally>>([
    ['ward', new Map()],
    ['officer', new Map()],
    ['procedure', new Map()],
  ]);
  for (const { of, subject, ...tally } of rows) {
    const known = found.get(of)?.get(subject);
    found.get(of)?.set(subject, known ? sumOf([known, tally]) : tally);
  }
  return found;
}

/** An answer as the list behind a figure shows it. */
export type RatingEntry = Omit<RatingRow, 'ward' | 'matter' | 'month' | 'satisfied'>;

const columns = [
  ...(['r.dossier_id', 'r.procedure_id', 'r.officer', 'r.via', 'r.counter', 'r.marks', 'r.comment'] as const),
] as const;

function select(scope: Scope, db: ScopedDb) {
  return db
    .withTables<Tables>()
    .selectFrom('view.ratings as r')
    .where(whereScope(scope, 'Rating', { ward: 'r.ward' }))
    .select(columns)
    .select(sql<string>`to_char(r.rated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.as('rated_at'));
}

/** Answers about dossiers, by dossier. */
export async function ratingsOf(
  scope: Scope,
  db: ScopedDb,
  dossierIds: readonly string[],
): Promise<Map<string, RatingEntry>> {
  if (dossierIds.length === 0) return new Map();
  const rows = await select(scope, db)
    .where(sql<SqlBool>`r.dossier_id = any(${dossierIds}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.dossier_id, row]));
}

/** The answers behind a figure, the newest first; `after`: instant and dossier of the last one seen. */
export async function ratingPage(
  scope: Scope,
  db: ScopedDb,
  asked: { ward: number; from: string; to: string; of: TallyOf; subject: string | null },
  page: { after: string[] | null; first: number },
): Promise<{ items: RatingEntry[]; next: string[] | null }> {
  const { of, subject } = asked;
  const rows = await select(scope, db)
    .where('r.ward', '=', asked.ward)
    .where('r.month', '>=', asked.from)
    .where('r.month', '<=', asked.to)
    .$if(of === 'officer', (query) =>
      query.where(subject === null ? sql<SqlBool>`r.officer is null` : sql<SqlBool>`r.officer = ${subject}::uuid`),
    )
    .$if(of === 'procedure', (query) => query.where(sql<SqlBool>`r.procedure_id = ${subject}::uuid`))
    .$if(page.after !== null, (query) =>
      query.where(
        sql<SqlBool>`(r.rated_at, r.dossier_id) < (${page.after?.[0]}::timestamptz, ${page.after?.[1]}::uuid)`,
      ),
    )
    .orderBy('r.rated_at', 'desc')
    .orderBy('r.dossier_id', 'desc')
    .limit(literalLimit(page.first + 1))
    .execute();
  const items = rows.slice(0, page.first);
  const last = items.at(-1);
  return { items, next: rows.length > page.first && last ? [last.rated_at, last.dossier_id] : null };
}

type Named = { 'view.procedures': ProcedureRow; 'view.procedure_versions': ProcedureVersionRow };

/** Names of procedures as their newest versions have them; a catalogue is nobody's secret. */
export async function procedureNames(_: Scope, db: ScopedDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .withTables<Named>()
    .selectFrom('view.procedures as p')
    .innerJoin('view.procedure_versions as v', (join) =>
      join.onRef('v.procedure_id', '=', 'p.procedure_id').onRef('v.version', '=', 'p.newest'),
    )
    .where(sql<SqlBool>`p.procedure_id = any(${ids}::uuid[])`)
    .select(['p.procedure_id', 'v.name'])
    .execute();
  return new Map(rows.map((row) => [row.procedure_id, row.name]));
}

/** Display name of an officer who holds a position at the counter of a ward today: what stands on their badge. Null for anybody else. */
export async function officerOf(
  { today }: Scope,
  db: ScopedDb,
  { ward, officer }: { ward: string; officer: string },
): Promise<string | null> {
  const found = await sql<{ name: string }>`
    select a.display_name as name from view.account a
    where a.id = ${officer}::uuid and a.closed_on is null and exists (
      select from view.account_position p
      where p.account_id = a.id and p.unit = ${ward} and p.role in ('desk', 'civil_status', 'social', 'leader')
        and p.from_day <= ${today}::date and (p.until_day is null or p.until_day >= ${today}::date)
        and (p.ended_on is null or p.ended_on > ${today}::date))`.execute(db);
  return found.rows[0]?.name ?? null;
}
