import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { Sex } from '@nocgia/schemas/events/citizen.ts';
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
  today: string;
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
  asked: PopulationQuestion,
): Promise<{ unit: FigureUnit; asOf: string; knownAt: Position; rows: boolean }> {
  const unit = figureUnit(asked.unit);
  const reach = reachOf(scope, unit);
  if (reach === 'none') throw new RejectionError({ code: 'NOT_FOUND' });
  const now = await populationPosition(db);
  if (reach === 'rows')
    return { unit, asOf: asked.asOf, knownAt: asked.knownAt && asked.knownAt < now ? asked.knownAt : now, rows: true };
  if (asked.boundaries === 'now') throw new RejectionError({ code: 'FORBIDDEN' });
  const asOf = closedMonthEnd(asked.asOf, scope.today);
  return { unit, asOf, knownAt: await knownAtEndOf(db, asOf), rows: false };
}

/** The episodes that are counted on a day, as known at a place in the log. */
export function episodes(
  unit: FigureUnit,
  asOf: string,
  knownAt: Position,
  headcount: Headcount,
  sex: Sex | null,
): RawBuilder<SqlBool> {
  return sql<SqlBool>`${inUnit(unit, 'ward', 'neighbourhood')} and ward is not null
    and valid_from <= ${asOf}::date and valid_to > ${asOf}::date
    and known_from <= ${knownAt} and (known_to is null or known_to > ${knownAt})
    and ${headcount === 'present' ? sql<SqlBool>`true` : sql<SqlBool>`headcount = ${headcount}`}
    and ${sex === null ? sql<SqlBool>`true` : sql<SqlBool>`sex = ${sex}`}`;
}
