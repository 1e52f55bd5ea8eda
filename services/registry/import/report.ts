import { importIssueEntries } from '@nocgia/schemas/import-issues.ts';
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

const widths = [8, 10, 60, 18, 22];

/** The rows that are in error or in doubt with what to mend in each, and their own cells beside it; and the people they became. */
export async function reportOf(
  deps: Pick<ImportDeps, 'pool' | 'keyring' | 'workbook'>,
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
  const own = columns.map(({ heading, index }) => ({ heading: heading || `#${index + 1}`, width: 16 }));
  const { line, level, what, column: name, value: said } = text;
  const headings = [line, level, what, name, said].map((heading, index) => ({ heading, width: widths[index] ?? 16 }));
  async function* rows() {
    for await (const piece of eachPiece(pool, record.id, sealer)) {
      for (const row of piece.rows) {
        const found = byLine.get(row.line);
        if (!found) continue;
        for (const issue of sealer.open<RowIssue[]>(found.issues, `issues/${row.line}`)) {
          const { code, column = '', value = '' } = issue;
          const { severity } = importIssueEntries[code];
          if (severity === 'notice') continue;
          const cells = columns.map((_, index) => row.cells[index] ?? '');
          yield [row.line, text.levels[severity], importIssueEntries[code][locale], column, value, ...cells];
        }
      }
    }
  }
  const sheet = { name: text.sheet, above: [], columns: [...headings, ...own], rows: rows() };
  const xlsx = await deps.workbook([sheet]);
  return { xlsx, citizenIds: faulty.flatMap(({ citizen_id }) => citizen_id ?? []) };
}
