import { dossierImportIssueEntries } from '@nocgia/schemas/dossier-import-issues.ts';
import type { PastIssue } from './course.ts';
import { pieces, sealerOf, type PastDeps } from './deps.ts';
import { describedBy, type PastImport } from './store.ts';

const labels = {
  vi: {
    sheet: 'Cần xem lại',
    headings: ['Dòng', 'Mã hồ sơ', 'Mức', 'Nội dung cần xem lại', 'Cột', 'Giá trị'],
    levels: { error: 'Không nhập', warning: 'Đánh dấu', notice: 'Ghi chú' },
  },
  en: {
    sheet: 'To mend',
    headings: ['Row', 'Dossier code', 'Level', 'What to look into', 'Column', 'Value'],
    levels: { error: 'Not taken', warning: 'Marked', notice: 'Notice' },
  },
} as const;

const widths = [8, 24, 12, 60, 18, 22];

/** The rows that are in error or in doubt, with what to mend in each, and their own cells beside it; those still open as well. */
export async function pastReport(
  deps: Pick<PastDeps, 'pool' | 'keyring' | 'workbook'>,
  record: PastImport,
  locale: 'vi' | 'en',
): Promise<Buffer> {
  const sealer = await sealerOf(deps.keyring, record.id);
  const text = labels[locale];
  const { columns } = describedBy(record, sealer);
  const { rows: odd } = await deps.pool.query<{ number: number; issues: Buffer }>(
    `select number, issues from app.dossier_import_dossiers
    where import_id = $1 and (action in ('error', 'open') or warned) and issues is not null order by number`,
    [record.id],
  );
  const byLine = new Map<number, { code: string; issue: PastIssue }[]>();
  for (const { number, issues } of odd) {
    const said = sealer.open<{ code: string; issues: PastIssue[] }>(issues, `issues/${number}`);
    for (const issue of said.issues) {
      if (dossierImportIssueEntries[issue.code].severity === 'notice' && issue.code !== 'still_open') continue;
      byLine.set(issue.line, [...(byLine.get(issue.line) ?? []), { code: said.code, issue }]);
    }
  }
  async function* rows() {
    for await (const piece of pieces.each(deps.pool, record.id, sealer)) {
      for (const row of piece.rows) {
        for (const { code, issue } of byLine.get(row.line) ?? []) {
          const entry = dossierImportIssueEntries[issue.code];
          const said = [row.line, code, text.levels[entry.severity], entry[locale]];
          const cells = columns.map((_, index) => row.cells[index] ?? '');
          yield [...said, issue.column ?? '', issue.value ?? '', ...cells];
        }
      }
    }
  }
  const own = columns.map(({ heading, index }) => ({ heading: heading || `#${index + 1}`, width: 16 }));
  const headings = text.headings.map((heading, index) => ({ heading, width: widths[index] ?? 16 }));
  return deps.workbook([{ name: text.sheet, above: [], columns: [...headings, ...own], rows: rows() }]);
}
