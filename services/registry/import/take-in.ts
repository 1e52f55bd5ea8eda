import type { ImportDeps } from './deps.ts';
import { openSealed } from '../../files/sealed-file.ts';
import { fontReader, type FontReader } from '../../tables/fonts/convert.ts';
import { createLineReader } from './lines.ts';
import type { HeadingWords } from '../../tables/headings.ts';
import { findColumns, type FoundColumns } from './headings.ts';
import { missingFields } from './mapping.ts';
import { pieceRows } from '../../tables/pieces.ts';
import { writePieces } from './pieces.ts';
import type { RawRow, SourceInfo } from '../../tables/reader/messages.ts';
import { readRegister } from '../../tables/reader/read-file.ts';
import type { Sealer } from '../../files/sealer.ts';
import { fittingTemplate, mappingBy, templatesOf } from './templates.ts';
import { inTransaction } from '../../tables/one-at-a-time.ts';
import { updateImport, type Description, type ImportRecord } from './store.ts';

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
  let opening: Opening | null = null;
  const held: RawRow[] = [];
  const templates = await templatesOf(pool, record.ward);
  const fits: Fits = (columns) => fittingTemplate(templates, columns) !== null;
  let pieces = 0;
  let total = 0;
  const write = async (all: boolean): Promise<void> => {
    opening ??= openingOf(held.slice(0, headRows), fits);
    const { stage } = opening;
    const ready: RawRow[][] = [];
    while (held.length >= pieceRows || (all && held.length > 0)) ready.push(held.splice(0, pieceRows).map(stage));
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
    held.push(...item.rows);
    total += item.rows.length;
    if (held.length >= pieceRows * piecesAtOnce) await write(false);
  }
  await write(true);
  opening ??= openingOf([], fits);
  opening.fonts.finish();
  const { found, headLines } = opening;
  const template = fittingTemplate(templates, found.columns);
  const mapping = template ? mappingBy(template, found.columns) : found.mapping;
  const described: Description = { ...before, source, headingLine: found.headingLine, columns: found.columns };
  await updateImport(
    pool,
    record.id,
    {
      state: missingFields(mapping).length > 0 ? 'needs_mapping' : 'checking',
      described: sealer.seal(described, 'described'),
      mapping,
      template_id: template?.id ?? null,
      rows: total - headLines,
      done: 0,
    },
    ['reading'],
  );
}

/** What the first rows of a file tell of all of it. */
interface Opening {
  fonts: FontReader;
  found: FoundColumns;
  /** Rows up to the headings. */
  headLines: number;
  /** Makes of a row as read the row as it is kept: in Unicode, with what the lines above say of it. */
  stage: (row: RawRow) => RawRow;
}

type Fits = NonNullable<HeadingWords['fits']>;

function openingOf(head: readonly RawRow[], fits: Fits): Opening {
  const fonts = fontReader(head);
  const converted = head.map(fonts.convert);
  const found = findColumns(converted, fits);
  const headings = found.columns.map(({ heading }) => heading || null);
  const line = createLineReader(headings, found.headingLine);
  return {
    fonts,
    found,
    headLines: head.filter((row) => row.line <= found.headingLine).length,
    stage: (row) => line(fonts.convert(row)),
  };
}
