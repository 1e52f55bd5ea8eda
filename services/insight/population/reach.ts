import { addDays } from '@nocgia/schemas/days.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Scope } from '../../access/scope.ts';

/** How a reader stands to a unit: sees its people, its published figures only, or nothing. */
export type Reach = 'rows' | 'aggregates' | 'none';

/**
 * A unit as figures are asked of it; `above` is a city or district: all of its wards that the reader reaches. `unplaced`: of a ward only
 * what has no neighbourhood yet.
 */
export interface FigureUnit {
  code: string;
  number: number;
  level: 'above' | 'ward' | 'neighbourhood';
  unplaced?: true;
}

/** A unit by its code; the length of a code tells its level. */
export function figureUnit(code: string): FigureUnit {
  const level = code.includes('-') ? 'neighbourhood' : code.length === 5 ? 'ward' : 'above';
  return { code, number: unitNumber(code), level };
}

/** Whether this reader sees people of the unit, or its figures as published (design §4). */
export function reachOf(scope: Scope, unit: FigureUnit): Reach {
  const ward = unitNumber(unit.code.split('-')[0] ?? unit.code);
  if (unit.level !== 'above' && scope.wards.includes(ward)) return 'rows';
  if (unit.level === 'neighbourhood') return scope.neighbourhoods.includes(unit.number) ? 'rows' : 'none';
  return scope.aggregates.includes(unit.number) ? 'aggregates' : 'none';
}

/** SQL that holds for rows of the unit; the columns carry unit numbers. */
export function inUnit(unit: FigureUnit, ward: string, neighbourhood: string): RawBuilder<SqlBool> {
  switch (unit.level) {
    case 'above':
      // Row-level security leaves the wards that the reader reaches.
      return sql<SqlBool>`true`;
    case 'ward':
      return unit.unplaced
        ? sql<SqlBool>`(${sql.ref(ward)} = ${unit.number} and ${sql.ref(neighbourhood)} is null)`
        : sql<SqlBool>`${sql.ref(ward)} = ${unit.number}`;
    case 'neighbourhood':
      return sql<SqlBool>`${sql.ref(neighbourhood)} = ${unit.number}`;
  }
}

/** The last day of the latest month that was over before `today` and ends on or before `day`. */
export function closedMonthEnd(day: string, today: string): string {
  const next = monthEnd(day) === day && day < `${today.slice(0, 7)}-01` ? day : null;
  if (next) return next;
  const earlier = day < today ? day : today;
  return addDays(`${earlier.slice(0, 7)}-01`, -1);
}

function monthEnd(day: string): string {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10);
}

/** Cells under this many people are not shown to who may not see the people (design §4). */
const SMALL = 5;

/**
 * Which cells of one table with a shown total must be hidden: every small one, and where only one is hidden, the next smallest as
 * well, since the total would give it away.
 */
export function suppressed(cells: readonly number[]): boolean[] {
  const hidden = cells.map((value) => value > 0 && value < SMALL);
  if (hidden.filter(Boolean).length === 1) {
    const rest = cells
      .map((value, index) => ({ value, index }))
      .filter(({ value, index }) => !hidden[index] && value > 0);
    const least = rest.sort((a, b) => a.value - b.value)[0];
    if (least) hidden[least.index] = true;
  }
  return hidden;
}
