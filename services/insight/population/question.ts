import { RejectionError } from '@nocgia/schemas/errors.ts';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ScopedDb } from '../../access/scoped-db.ts';
import type { Scope } from '../../access/scope.ts';
import type { Position } from '../../event-store/port.ts';
import { closedMonthEnd, figureUnit, inUnit, reachOf, type FigureUnit } from './reach.ts';

export type Headcount = 'permanent' | 'temporary' | 'present';

/** What is asked of the figures. Days inclusive; `knownAt` a place in the log, now when left out. */
export interface PopulationQuestion {
  unit: string;
  asOf: string;
  knownAt?: Position | null;
  /** Known at the end of this day, where no place in the log is given. */
  knownOn?: string | null;
  headcount: Headcount;
  boundaries: 'then' | 'now';
  /** First day of the period of the movement statement, which ends with `asOf`. */
  movementFrom?: string | null;
}

/** A settled question. */
export interface Settled {
  unit: FigureUnit;
  asOf: string;
  knownAt: Position;
  headcount: Headcount;
  boundaries: 'then' | 'now';
  /** First day of the period. */
  from: string | null;
  today: string;
  /** Whether the reader may see the people behind the figures. */
  rows: boolean;
}

/** The oldest five-year group, which has no end. */
export const LAST_GROUP = 85;

/** Where the rows of this projection stand in the reader's snapshot. */
export async function populationPosition(db: ScopedDb): Promise<Position> {
  const found = await sql<{ position: Position }>`
    select position from projection.checkpoints where name = 'population' and live`.execute(db);
  const position = found.rows[0]?.position;
  if (position === undefined) throw new RejectionError({ code: 'BUSY' });
  return position;
}

/** The last place in the log that was recorded by the end of a day in Asia/Ho_Chi_Minh. */
export async function knownAtEndOf(db: ScopedDb, day: string): Promise<Position> {
  const found = await sql<{ first: Position | null }>`
    select min(first_position) as first from view.population_recorded_day where day > ${day}::date`.execute(db);
  const first = found.rows[0]?.first ?? null;
  return first === null ? populationPosition(db) : (BigInt(first) - 1n).toString().padStart(20, '0');
}

/** How the question is put for this reader: published figures are those of closed months, as first published, of wards and above. */
export async function settle(
  scope: Scope,
  db: ScopedDb,
  asked: Omit<PopulationQuestion, 'headcount'> & { headcount?: Headcount },
): Promise<Settled> {
  const unit = figureUnit(asked.unit);
  const reach = reachOf(scope, unit);
  if (reach === 'none') throw new RejectionError({ code: 'NOT_FOUND' });
  const { headcount = 'permanent', boundaries } = asked;
  const question = { unit, headcount, boundaries, today: scope.today };
  const now = await populationPosition(db);
  if (reach === 'rows') {
    const wanted = asked.knownAt ?? (asked.knownOn ? await knownAtEndOf(db, asked.knownOn) : now);
    const knownAt = wanted < now ? wanted : now;
    return { ...question, asOf: asked.asOf, knownAt, from: asked.movementFrom ?? null, rows: true };
  }
  if (boundaries === 'now') throw new RejectionError({ code: 'FORBIDDEN' });
  const asOf = closedMonthEnd(asked.asOf, scope.today);
  return { ...question, asOf, knownAt: await knownAtEndOf(db, asOf), from: null, rows: false };
}

/** Rows that hold on a day, as known at a place in the log; `alias` of either table of episodes. */
export function episodesOn(alias: string, asOf: string, knownAt: Position): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<SqlBool>`${column('valid_from')} <= ${asOf}::date and ${column('valid_to')} > ${asOf}::date
    and ${column('known_from')} <= ${knownAt} and (${column('known_to')} is null or ${column('known_to')} > ${knownAt})`;
}

/** Episodes of dwellings that lie in the unit today, as known now. */
export function liesNow(alias: string, unit: FigureUnit, today: string): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<SqlBool>`${column('known_to')} is null and ${column('valid_from')} <= ${today}::date
    and ${column('valid_to')} > ${today}::date and ${inUnit(unit, `${alias}.ward`, `${alias}.neighbourhood`)}`;
}

/** Episodes of people who live in the unit on the day of the question, under its boundaries, whatever the headcount. */
export function livesIn(alias: string, question: Settled): RawBuilder<SqlBool> {
  const { unit, asOf, knownAt, boundaries, today } = question;
  const place =
    boundaries === 'then'
      ? inUnit(unit, `${alias}.ward`, `${alias}.neighbourhood`)
      : sql<SqlBool>`exists (select 1 from view.population_dwelling_episode d
          where d.dwelling_id = ${sql.ref(`${alias}.dwelling_id`)} and ${liesNow('d', unit, today)})`;
  return sql<SqlBool>`${place} and ${sql.ref(`${alias}.ward`)} is not null and ${episodesOn(alias, asOf, knownAt)}`;
}

/** The same, of those whom the headcount counts: who is absent is *present* at a temporary residence away from home only. */
export function countedIn(alias: string, question: Settled): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const counted =
    question.headcount === 'present'
      ? sql<SqlBool>`not (${column('absent')} and exists (select 1 from view.population_episode home
          where home.citizen_id = ${column('citizen_id')} and home.headcount = 'permanent' and ${livesIn('home', question)}))`
      : sql<SqlBool>`${column('headcount')} = ${question.headcount}`;
  return sql<SqlBool>`${livesIn(alias, question)} and ${counted}`;
}
