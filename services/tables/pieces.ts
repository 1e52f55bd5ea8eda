import type pg from 'pg';
import type { Sealer } from '../files/sealer.ts';
import type { Cell, LineNote, RawRow } from './reader/messages.ts';

/** Rows to a sealed piece. */
export const pieceRows = 250;

type Packed = [line: number, cells: Cell[], note?: LineNote][];
type Db = Pick<pg.ClientBase, 'query'>;

/** A table of staged rows: `import_id`, `piece`, `first_line`, `last_line`, `sealed`. */
export interface Pieces {
  /** Stages rows as sealed pieces from number `first` on, in one statement. */
  write(db: Db, importId: string, first: number, pieces: readonly RawRow[][], sealer: Sealer): Promise<void>;
  /** Opens pieces by number, in order of number. */
  read(db: Db, importId: string, numbers: readonly number[], sealer: Sealer): Promise<Map<number, RawRow[]>>;
  /** All staged rows in the order of the file, some pieces at a time, each row with the number of its piece. */
  each(db: Db, importId: string, sealer: Sealer): AsyncGenerator<{ piece: number; rows: RawRow[] }>;
}

/** The staged rows of one kind of import; `table` is a name of our own. */
export function piecesIn(table: string): Pieces {
  const read: Pieces['read'] = async (db, importId, numbers, sealer) => {
    const { rows } = await db.query<{ piece: number; sealed: Buffer }>(
      `select piece, sealed from ${table} where import_id = $1 and piece = any($2::int[]) order by piece`,
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
  };
  return {
    read,
    async write(db, importId, first, pieces, sealer) {
      if (pieces.length === 0) return;
      const numbers = pieces.map((_, index) => first + index);
      await db.query(
        `insert into ${table} (import_id, piece, first_line, last_line, sealed)
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
    },
    async *each(db, importId, sealer) {
      for (let next = 0; ; next += 8) {
        const numbers = Array.from({ length: 8 }, (_, index) => next + index);
        const pieces = await read(db, importId, numbers, sealer);
        for (const [piece, rows] of pieces) yield { piece, rows };
        if (pieces.size < numbers.length) return;
      }
    },
  };
}
