import type { Cell, LineNote, RawRow } from '../../tables/reader/messages.ts';
import type { Sealer } from '../../files/sealer.ts';
import type { Db } from './store.ts';

/** Rows to a sealed piece. */
export const pieceRows = 250;

type Packed = [line: number, cells: Cell[], note?: LineNote][];

/** Stages rows as sealed pieces from number `first` on, in one statement. */
export async function writePieces(
  db: Db,
  importId: string,
  first: number,
  pieces: readonly RawRow[][],
  sealer: Sealer,
): Promise<void> {
  if (pieces.length === 0) return;
  const numbers = pieces.map((_, index) => first + index);
  await db.query(
    `insert into app.import_pieces (import_id, piece, first_line, last_line, sealed)
    select $1, * from unnest($2::int[], $3::int[], $4::int[], $5::bytea[])`,
    [
      importId,
      numbers,
      pieces.map((rows) => rows[0]?.line ?? 0),
      pieces.map((rows) => rows.at(-1)?.line ?? 0),
      pieces.map((rows, index) =>
        sealer.seal(
          rows.map(({ line, cells, note }): Packed[number] => (note ? [line, cells, note] : [line, cells])),
          `piece/${first + index}`,
        ),
      ),
    ],
  );
}

/** Opens pieces by number, in order of number. */
export async function readPieces(
  db: Db,
  importId: string,
  numbers: readonly number[],
  sealer: Sealer,
): Promise<Map<number, RawRow[]>> {
  const { rows } = await db.query<{ piece: number; sealed: Buffer }>(
    'select piece, sealed from app.import_pieces where import_id = $1 and piece = any($2::int[]) order by piece',
    [importId, numbers],
  );
  return new Map(
    rows.map(({ piece, sealed }) => [
      piece,
      sealer
        .open<Packed>(sealed, `piece/${piece}`)
        .map(([line, cells, note]) => (note ? { line, cells, note } : { line, cells })),
    ]),
  );
}

/** All staged rows in the order of the file, some pieces at a time, each row with the number of its piece. */
export async function* eachPiece(
  db: Db,
  importId: string,
  sealer: Sealer,
): AsyncGenerator<{ piece: number; rows: RawRow[] }> {
  for (let next = 0; ; next += 8) {
    const numbers = Array.from({ length: 8 }, (_, index) => next + index);
    const pieces = await readPieces(db, importId, numbers, sealer);
    for (const [piece, rows] of pieces) yield { piece, rows };
    if (pieces.size < numbers.length) return;
  }
}
