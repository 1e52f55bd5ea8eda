import { LAST_GROUP } from '../question.ts';
import { dayBefore } from '../reach.ts';
import { dayAfter } from '../facts.ts';

/** One cell of births (`y1990`, `m1990-05`, `d1990-05-17`) and the five-year group, by its first age, that all of it belongs to. */
export interface BirthCell {
  cell: string;
  age: number;
}

/** Nobody who counts was born before. */
const OLDEST = 1850;

/**
 * The births of each five-year group on a day, in as few whole years, months and days as will do: their number does not depend on how
 * many people there are. Who is n years old on a day was born at most n years before it, as `age()` has it.
 */
export function birthCells(asOf: string): BirthCell[] {
  const cells: BirthCell[] = [];
  for (let age = 0; age <= LAST_GROUP; age += 5) {
    const last = yearsBefore(asOf, age);
    const first = age === LAST_GROUP ? `${OLDEST}-01-01` : dayAfter(yearsBefore(asOf, age + 5));
    for (const cell of pieces(first, last)) cells.push({ cell, age });
  }
  return cells;
}

/** The same day so many years before; 28 February where that year has no 29th. */
function yearsBefore(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) - years).padStart(4, '0');
  const leap = new Date(Date.UTC(Number(year), 1, 29)).getUTCDate() === 29;
  return day.endsWith('-02-29') && !leap ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

/** Whole years, months and days that make up the days from one to another, both included. */
function pieces(first: string, last: string): string[] {
  const found: string[] = [];
  let day = first;
  while (day <= last) {
    const year = day.slice(0, 4);
    const month = day.slice(0, 7);
    if (day.endsWith('-01-01') && `${year}-12-31` <= last) {
      found.push(`y${year}`);
      day = `${String(Number(year) + 1).padStart(4, '0')}-01-01`;
    } else if (day.endsWith('-01') && monthEnd(month) <= last) {
      found.push(`m${month}`);
      day = dayAfter(monthEnd(month));
    } else {
      found.push(`d${day}`);
      day = dayAfter(day);
    }
  }
  return found;
}

function monthEnd(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return dayBefore(new Date(Date.UTC(year ?? 0, number ?? 1, 1)).toISOString().slice(0, 10));
}
