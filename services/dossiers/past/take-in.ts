import { openSealed } from '../../files/sealed-file.ts';
import type { Sealer } from '../../files/sealer.ts';
import { fontReader, type FontReader } from '../../tables/fonts/convert.ts';
import { findHeadings, type FoundHeadings } from '../../tables/headings.ts';
import { inTransaction } from '../../tables/one-at-a-time.ts';
import { pieceRows } from '../../tables/pieces.ts';
import type { RawRow, SourceInfo } from '../../tables/reader/messages.ts';
import { readRegister } from '../../tables/reader/read-file.ts';
import { pieces, type PastDeps } from './deps.ts';
import { pastFieldOf } from './fields.ts';
import { missingFields, proposeMapping } from './mapping.ts';
import { describedBy, updatePast, type PastImport } from './store.ts';

/** Among how many first rows headings are looked for and samples taken. */
const headRows = 200;
/** Pieces written by one statement. */
const piecesAtOnce = 8;

/** Reads the uploaded file in its child process and stages its rows; the import then wants checking, or a mapping by hand. */
export async function takeIn(deps: PastDeps, record: PastImport, sealer: Sealer): Promise<void> {
  const { pool } = deps;
  if (record.file_key === null || record.described === null) throw new Error('an import without its file');
  // A reading that was cut off left some pieces.
  await pool.query('delete from app.dossier_import_pieces where import_id = $1', [record.id]);
  let source: SourceInfo | null = null;
  let opening: { fonts: FontReader; found: FoundHeadings } | null = null;
  const held: RawRow[] = [];
  let written = 0;
  let total = 0;
  const open = (): { fonts: FontReader; found: FoundHeadings } => {
    const head = held.slice(0, headRows);
    const fonts = fontReader(head);
    return { fonts, found: findHeadings(head.map(fonts.convert), { fieldOf: pastFieldOf }) };
  };
  const write = async (all: boolean): Promise<void> => {
    const { fonts } = (opening ??= open());
    const ready: RawRow[][] = [];
    while (held.length >= pieceRows || (all && held.length > 0))
      ready.push(held.splice(0, pieceRows).map((row) => fonts.convert(row)));
    if (ready.length === 0) return;
    await inTransaction(pool, async (db) => {
      await pieces.write(db, record.id, written, ready, sealer);
      await updatePast(db, record.id, { done: total });
    });
    written += ready.length;
  };
  for await (const item of readRegister(await openSealed(deps.disk, record.file_key, sealer))) {
    if ('source' in item) {
      source = item.source;
      continue;
    }
    held.push(...item.rows);
    total += item.rows.length;
    if (held.length >= pieceRows * piecesAtOnce) await write(false);
  }
  await write(true);
  const { fonts, found } = opening ?? open();
  fonts.finish();
  const mapping = proposeMapping(found.columns);
  const described = { ...describedBy(record, sealer), source, ...found };
  await updatePast(
    pool,
    record.id,
    {
      state: missingFields(mapping).length > 0 ? 'needs_mapping' : 'checking',
      described: sealer.seal(described, 'described'),
      mapping,
      rows: total,
      done: 0,
    },
    ['reading'],
  );
}
