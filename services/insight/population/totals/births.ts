import { LAST_GROUP } from '../question.ts';

/** One cell of births (`y1990`, `m1990-05`, `d1990-05-17`) and the five-year group, by its first age, that all of it belongs to. */
export interface BirthCell {
  cell: string;
  age: number;
}

/** Nobody who counts was born in this year or before. */
const OLDEST = 1849;

/**
 * The births of each five-year group on a day, in as few whole years, months and days as will do: their number does not depend on how
 * many people there are. Who is n years old on a day was born at most n years before it, as `age()` has it.
 */
export function birthCells(asOf: string): BirthCell[] {
  const day = partsOf(asOf);
  const cells: BirthCell[] = [];
  for (let age = 0; age <= LAST_GROUP; age += 5) {
    const before: Parts = age === LAST_GROUP ? [OLDEST, 12, 31] : yearsBefore(day, age + 5);
    for (const cell of pieces(before, yearsBefore(day, age))) cells.push({ cell, age });
  }
  return cells;
}

/** A day in three numbers: days are counted by the hundreds here, for every page. */
type Parts = readonly [year: number, month: number, day: number];

function partsOf(day: string): Parts {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The same day so many years before; 28 February where that year has no 29th. */
function yearsBefore([year, month, day]: Parts, years: number): Parts {
  return [year - years, month, Math.min(day, daysIn(year - years, month))];
}

/** Whole years, months and days that make up the days from the one after `before` to `last`, inclusive. */
function* pieces(before: Parts, last: Parts): Iterable<string> {
  let [year, month, day] = before;
  const next = (): void => {
    day += 1;
    if (day > daysIn(year, month)) [month, day] = [month + 1, 1];
    if (month > 12) [year, month] = [year + 1, 1];
  };
  next();
  while (year < last[0] || (year === last[0] && (month < last[1] || (month === last[1] && day <= last[2])))) {
    const monthEnds = year < last[0] || month < last[1] || daysIn(year, month) === last[2];
    if (day === 1 && month === 1 && (year < last[0] || (last[1] === 12 && last[2] === 31))) {
      yield `y${year}`;
      year += 1;
    } else if (day === 1 && monthEnds) {
      yield `m${year}-${two(month)}`;
      day = daysIn(year, month);
      next();
    } else {
      yield `d${year}-${two(month)}-${two(day)}`;
      next();
    }
  }
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
