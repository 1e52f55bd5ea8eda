import type { RawRow, SourceInfo } from './messages.ts';
import { refuse } from './refusal.ts';
import { readMerges, sheetRows } from './sheet.ts';
import { readWorkbook, type Sheet, type Workbook } from './workbook.ts';
import { openContainer, type Container } from './zip.ts';

/**
 * Opens a workbook and finds the sheet to read: the first visible one that holds anything. The names of further sheets that hold
 * something are told, since nothing is left out silently.
 */
export async function openWorkbook(
  bytes: Buffer,
): Promise<{ source: SourceInfo; rows: AsyncGenerator<RawRow>; close: () => void }> {
  const container = await openContainer(bytes);
  try {
    const workbook = await readWorkbook(container);
    const filled: Sheet[] = [];
    for (const sheet of workbook.sheets.filter(({ visible }) => visible)) {
      if (await holdsAnything(container, workbook, sheet)) filled.push(sheet);
    }
    const [sheet, ...others] = filled;
    if (!sheet) throw refuse('IMPORT_EMPTY');
    const source: SourceInfo = {
      format: 'xlsx',
      encoding: null,
      separator: null,
      sheet: sheet.name,
      otherSheets: others.map(({ name }) => name),
      date1904: workbook.date1904,
    };
    return { source, rows: rowsOf(container, workbook, sheet), close: () => container.close() };
  } catch (error) {
    container.close();
    throw error;
  }
}

async function* rowsOf(container: Container, workbook: Workbook, sheet: Sheet): AsyncGenerator<RawRow> {
  const merges = await readMerges(await container.read(sheet.part));
  yield* sheetRows(await container.read(sheet.part), workbook, merges);
}

async function holdsAnything(container: Container, workbook: Workbook, sheet: Sheet): Promise<boolean> {
  for await (const row of sheetRows(await container.read(sheet.part), workbook, [])) return row.cells.length > 0;
  return false;
}
