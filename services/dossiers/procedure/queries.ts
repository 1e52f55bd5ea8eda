import { foldWords } from '@nocgia/schemas/text/fold.ts';
import type { Term } from '@nocgia/schemas/events/clock.ts';
import type { ProcedureContent } from '@nocgia/schemas/events/procedure.ts';
import { sql, type SqlBool } from 'kysely';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { Scope } from '../../access/scope.ts';
import type { ProcedureRow, ProcedureVersionRow } from './projection.ts';

type Tables = { 'view.procedures': ProcedureRow; 'view.procedure_versions': ProcedureVersionRow };

/** A version as pages read it, with the term of the version before it. */
export interface ProcedureEntry {
  procedure_id: string;
  ward: number;
  code: string;
  version: number;
  valid_from: string;
  ended_on: string | null;
  newest: number;
  content: ProcedureContent;
  former_term: Term | null;
}

function select(db: ScopedDb) {
  return db
    .withTables<Tables>()
    .selectFrom('view.procedure_versions as v')
    .innerJoin('view.procedures as p', 'p.procedure_id', 'v.procedure_id')
    .select(['v.procedure_id', 'v.ward', 'v.code', 'v.version', 'v.content', 'p.newest'])
    .select([
      sql<string>`v.valid_from::text`.as('valid_from'),
      sql<string | null>`p.ended_on::text`.as('ended_on'),
      sql<Term | null>`(select b.content -> 'term' from view.procedure_versions b
        where b.procedure_id = v.procedure_id and b.version = v.version - 1)`.as('former_term'),
    ]);
}

/** Whether a version is the one by which dossiers of a day are taken (`versionOn`). */
function inForce(day: string) {
  return sql<SqlBool>`(v.valid_from <= ${day}::date and (p.ended_on is null or p.ended_on > ${day}::date) and not exists (
    select from view.procedure_versions o where o.procedure_id = v.procedure_id and o.valid_from <= ${day}::date
      and (o.valid_from, o.version) > (v.valid_from, v.version)))`;
}

/**
 * Procedures of a ward as they hold on a day, by name; `text`: words of name, field or code, without accents, the closest first. Nothing personal, so
 * whoever is signed in may read them, and the public by the public's own scope.
 */
export async function proceduresOn(
  _: Scope,
  db: ScopedDb,
  asked: {
    ward: number;
    day: string;
    text: string;
    matter: number | null;
    /** Only the ward's own of which no term is known. */
    withoutTerm?: boolean;
    limit: number;
    skip?: number;
  },
): Promise<ProcedureEntry[]> {
  const words = foldWords(asked.text).slice(0, 8);
  const code = asked.text.trim();
  return (
    select(db)
      .where('v.ward', '=', asked.ward)
      .where(inForce(asked.day))
      .$if(asked.matter !== null, (query) => query.where('v.matter', '=', asked.matter ?? 0))
      .$if(asked.withoutTerm === true, (query) =>
        query.where(sql<SqlBool>`(v.content -> 'term' = 'null' and v.content ->> 'competence' = 'ward')`),
      )
      .$if(words.length > 0, (query) =>
        query.where(
          sql<SqlBool>`(v.code = ${code} or (${sql.join(
            words.map((word) => sql<SqlBool>`v.folded like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
            sql` and `,
          )}))`,
        ),
      )
      // Names that hold the words as they were said come first, the earlier in the name the better.
      .$if(words.length > 0, (query) => query.orderBy(sql`nullif(strpos(v.folded, ${words.join(' ')}), 0) nulls last`))
      .orderBy('v.name_key')
      .orderBy('v.code')
      .limit(asked.limit)
      .offset(asked.skip ?? 0)
      .execute()
  );
}

/** Versions by procedure and number: key `<id>/<version>`. */
export async function procedureVersions(
  _: Scope,
  db: ScopedDb,
  keys: readonly { procedureId: string; version: number }[],
): Promise<Map<string, ProcedureEntry>> {
  if (keys.length === 0) return new Map();
  const rows = await select(db)
    .where(
      sql<SqlBool>`(v.procedure_id, v.version) in (select * from unnest(
        ${keys.map((one) => one.procedureId)}::uuid[], ${keys.map((one) => one.version)}::int[]))`,
    )
    .execute();
  return new Map(rows.map((row) => [`${row.procedure_id}/${row.version}`, row]));
}

/** All versions of a procedure, the newest first. */
export async function historyOf(_: Scope, db: ScopedDb, procedureId: string): Promise<ProcedureEntry[]> {
  return select(db).where('v.procedure_id', '=', procedureId).orderBy('v.version', 'desc').execute();
}

/** The version of a procedure that holds on a day. */
export async function procedureOn(
  _: Scope,
  db: ScopedDb,
  procedureId: string,
  day: string,
): Promise<ProcedureEntry | undefined> {
  return select(db).where('v.procedure_id', '=', procedureId).where(inForce(day)).executeTakeFirst();
}

/** Working hours of a term, for comparison: a working day 8, a day of the calendar 5/7 of that; null where there is none. */
export function hoursOf(term: Term | null): number | null {
  if (term === null) return null;
  switch (term.unit) {
    case 'same_day':
      return 8;
    case 'hours':
      return term.amount;
    case 'working_days':
      return term.amount * 8;
    case 'days':
      return (term.amount * 8 * 5) / 7;
  }
}

/** By how much a version shortened the term of the one before it, in percent with its band; null where it did not. */
export function cutOf(
  before: Term | null,
  now: Term | null,
): { percent: number; band: 'under_30' | 'from_30_to_50' | 'from_51_to_75' | 'over_75' } | null {
  const [former, present] = [hoursOf(before), hoursOf(now)];
  if (former === null || present === null || present >= former) return null;
  const percent = Math.round(((former - present) / former) * 1000) / 10;
  const band =
    percent < 30 ? 'under_30' : percent <= 50 ? 'from_30_to_50' : percent <= 75 ? 'from_51_to_75' : 'over_75';
  return { percent, band };
}
