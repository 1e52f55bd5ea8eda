import type { ImportDeps } from './deps.ts';
import { openSealed } from './files.ts';
import { findColumns, missingFields } from './mapping.ts';
import { looksLikeOldFont } from './old-font.ts';
import { pieceRows, writePieces } from './pieces.ts';
import type { RawRow, SourceInfo } from './reader/messages.ts';
import { readRegister } from './reader/read-file.ts';
import { refuse } from './reader/refusal.ts';
import type { Sealer } from './sealer.ts';
import { inTransaction, updateImport, type Description, type ImportRecord } from './store.ts';

/** Among how many first rows headings are looked for and samples taken. */
const headRows = 200;
/** Pieces written by one statement. */
const piecesAtOnce = 8;

/** Reads the uploaded file in its child process and stages its rows; the import then wants checking, or a mapping by hand. */
export async function takeIn(deps: ImportDeps, record: ImportRecord, sealer: Sealer): Promise<void> {
  const { pool } = deps;
  if (record.file_key === null || record.described === null) throw new Error('an import without its file');
  const before = sealer.open<Description>(record.described, 'described');
  // A reading that was cut off left some pieces.
  await pool.query('delete from app.import_pieces where import_id = $1', [record.id]);
  let source: SourceInfo | null = null;
  const head: RawRow[] = [];
  const held: RawRow[] = [];
  let pieces = 0;
  let total = 0;
  const write = async (all: boolean): Promise<void> => {
    const ready: RawRow[][] = [];
    while (held.length >= pieceRows || (all && held.length > 0)) ready.push(held.splice(0, pieceRows));
    if (ready.length === 0) return;
    await inTransaction(pool, async (db) => {
      await writePieces(db, record.id, pieces, ready, sealer);
      await updateImport(db, record.id, { done: total });
    });
    pieces += ready.length;
  };
  for await (const item of readRegister(await openSealed(deps.disk, record.file_key, sealer))) {
    if ('source' in item) {
      source = item.source;
      continue;
    }
    if (head.length < headRows) head.push(...item.rows.slice(0, headRows - head.length));
    held.push(...item.rows);
    total += item.rows.length;
    if (held.length >= pieceRows * piecesAtOnce) await write(false);
  }
  await write(true);
  if (looksLikeOldFont(head)) throw refuse('IMPORT_OLD_FONT');
  const found = findColumns(head);
  const described: Description = { ...before, source, headingLine: found.headingLine, columns: found.columns };
  await updateImport(
    pool,
    record.id,
    {
      state: missingFields(found.mapping).length > 0 ? 'needs_mapping' : 'checking',
      described: sealer.seal(described, 'described'),
      mapping: found.mapping,
      rows: total - head.filter(({ line }) => line <= found.headingLine).length,
      done: 0,
    },
    ['reading'],
  );
}
