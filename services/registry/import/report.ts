import { importIssueEntries } from '@nocgia/schemas/import-issues.ts';
import { neutral } from '@nocgia/schemas/text/neutral.ts';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { ImportDeps } from './deps.ts';
import { eachPiece } from './pieces.ts';
import { describe } from './queries.ts';
import type { RowIssue } from './resident.ts';
import { sealerOf } from './sealer.ts';
import type { ImportRecord } from './store.ts';

const labels = {
  vi: {
    sheet: 'Cần xem lại',
    line: 'Dòng',
    level: 'Mức',
    what: 'Nội dung cần xem lại',
    column: 'Cột',
    value: 'Giá trị',
    levels: { error: 'Lỗi', warning: 'Cảnh báo', notice: 'Ghi chú' },
  },
  en: {
    sheet: 'To mend',
    line: 'Row',
    level: 'Level',
    what: 'What to look into',
    column: 'Column',
    value: 'Value',
    levels: { error: 'Error', warning: 'Warning', notice: 'Notice' },
  },
} as const;

/** The rows that are in error or in doubt with what to mend in each, and their own cells beside it; and the people they became. */
export async function reportOf(
  deps: Pick<ImportDeps, 'pool' | 'keyring'>,
  record: ImportRecord,
  locale: 'vi' | 'en',
): Promise<{ xlsx: Buffer; citizenIds: string[] }> {
  const { pool } = deps;
  const text = labels[locale];
  const { columns } = await describe(deps, record);
  const sealer = await sealerOf(deps.keyring, record.id);
  const { rows: faulty } = await pool.query<{ line: number; issues: Buffer; citizen_id: string | null }>(
    `select line, issues, citizen_id from app.import_rows where import_id = $1 and (action = 'error' or warned) and issues is not null order by line`,
    [record.id],
  );
  const byLine = new Map(faulty.map((row) => [row.line, row]));
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  const data: SheetData = [
    [
      text.line,
      text.level,
      text.what,
      text.column,
      text.value,
      ...columns.map(({ heading, index }) => heading || `#${index + 1}`),
    ].map((heading) => bold(neutral(heading))),
  ];
  for await (const { rows } of eachPiece(pool, record.id, sealer)) {
    for (const { line, cells } of rows) {
      const found = byLine.get(line);
      if (!found) continue;
      for (const { code, column = '', value = '' } of sealer.open<RowIssue[]>(found.issues, `issues/${line}`)) {
        const { severity } = importIssueEntries[code];
        if (severity === 'notice') continue;
        const own = columns.map((_, index) => neutral(cells[index] ?? ''));
        data.push([
          line,
          text.levels[severity],
          importIssueEntries[code][locale],
          neutral(column),
          neutral(value),
          ...own,
        ]);
      }
    }
  }
  const widths = [8, 10, 60, 18, 22, ...columns.map(() => 16)].map((width) => ({ width }));
  const xlsx = await writeXlsxFile(data, { sheet: text.sheet, columns: widths, stickyRowsCount: 1 }).toBuffer();
  return { xlsx, citizenIds: faulty.flatMap(({ citizen_id }) => citizen_id ?? []) };
}
