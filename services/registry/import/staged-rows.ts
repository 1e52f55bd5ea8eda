import type { ColumnMapping } from './mapping.ts';
import { eachPiece } from './pieces.ts';
import { neighbourhoodKey, readRow } from './read-row.ts';
import type { LineNote, RawRow } from '../../tables/reader/messages.ts';
import type { Register } from './register.ts';
import type { ReadingContext, Resident } from './resident.ts';
import { fieldColumns } from './row-cells.ts';
import type { Sealer } from '../../files/sealer.ts';
import type { Db } from '../../tables/one-at-a-time.ts';
import type { Description } from './store.ts';

/** Makes residents of raw rows, as the mapping says. */
export type RowReader = (row: RawRow) => Resident;

/** A reader for one import; `today` is the day as of which dates are in the future. */
export async function rowReader(
  described: Description,
  mapping: readonly ColumnMapping[],
  register: Register,
  today: string,
): Promise<RowReader> {
  const neighbourhoods = neighbourhoodsByKey(await register.neighbourhoods());
  const context: ReadingContext = {
    mapping,
    headings: described.columns.map(({ heading }) => heading),
    today,
    date1904: described.source?.date1904 ?? false,
    neighbourhoods,
  };
  const columns = fieldColumns(mapping);
  return (row) => readRow(row, context, columns);
}

/**
 * Neighbourhood codes by what a row may call them: name, code, and the number in the code. Where some are named by number, a number is
 * a name: `4` is never the one whose code happens to end in 004.
 */
export function neighbourhoodsByKey(units: readonly { code: string; name: string }[]): Map<string, string> {
  const numbered = units.some(({ name }) => /^\d+$/.test(neighbourhoodKey(name)));
  const callings: ((unit: { code: string; name: string }) => string)[] = [({ name }) => name, ({ code }) => code];
  if (!numbered) callings.push(({ code }) => code.slice(-3));
  const codes = new Map<string, string>();
  for (const calling of callings) {
    for (const unit of units) {
      const key = neighbourhoodKey(calling(unit));
      if (!codes.has(key)) codes.set(key, unit.code);
    }
  }
  return codes;
}

/** A line that is no person, and why. */
export interface SkippedLine {
  line: number;
  why: NonNullable<LineNote['skip']>;
}

/** The staged rows behind the headings as residents, a piece at a time; `pieceOf` learns where each line lies, `skipped` what is no person. */
export async function* residents(
  db: Db,
  staged: {
    importId: string;
    headingLine: number;
    sealer: Sealer;
    read: RowReader;
    pieceOf: Map<number, number>;
    skipped: SkippedLine[];
  },
): AsyncGenerator<Resident[]> {
  for await (const { piece, rows } of eachPiece(db, staged.importId, staged.sealer)) {
    const data = rows.filter(({ line }) => line > staged.headingLine);
    for (const { line } of data) staged.pieceOf.set(line, piece);
    const people: RawRow[] = [];
    for (const row of data) {
      if (row.note?.skip) staged.skipped.push({ line: row.line, why: row.note.skip });
      else people.push(row);
    }
    if (people.length > 0) yield people.map(staged.read);
  }
}
