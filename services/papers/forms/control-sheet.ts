import type { Paper, Text } from '../pdf/paper.ts';
import { codesOf, headOf, paperOf, type DossierOnPaper, type PaperContext } from './context.ts';
import { shortDue, shortTime } from './words.ts';

/** One handing over of a dossier between two parts of the office. */
export interface Transfer {
  at: string;
  from: { part: string; person: string | null };
  to: { part: string; person: string | null };
  /** Against the step's own term; null where it has none. */
  outcome: 'early' | 'on-time' | 'late' | null;
  note: string | null;
}

const outcomes = { early: 'Trước hạn', 'on-time': 'Đúng hạn', late: 'Quá hạn' };
const party = ({ part, person }: Transfer['from']): string => (person === null ? part : `${part} (${person})`);

function row({ at, from, to, outcome, note }: Transfer, index: number): Text[] {
  const sides: Text = [{ text: 'Giao: ', bold: true }, `${party(from)}. `, { text: 'Nhận: ', bold: true }, party(to)];
  return [String(index + 1), sides, shortTime(at), outcome === null ? '' : outcomes[outcome], note ?? '', '', ''];
}

/** Form 06, "Phiếu kiểm soát quá trình giải quyết hồ sơ": through whose hands a dossier went, and whether in time. */
export function controlSheet(context: PaperContext, dossier: DossierOnPaper, transfers: readonly Transfer[]): Paper {
  return paperOf(context, 'A4', `Phiếu kiểm soát quá trình giải quyết hồ sơ ${codesOf(dossier)}`, [
    headOf(context, 'desk', { reference: `Mã hồ sơ: ${codesOf(dossier)}` }),
    { kind: 'title', name: 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ' },
    { kind: 'field', label: 'Thủ tục', value: context.procedure.name },
    { kind: 'field', label: 'Cơ quan giải quyết hồ sơ', value: `Ủy ban nhân dân ${context.ward}` },
    { kind: 'field', label: 'Thời hạn theo quy định', value: context.procedure.term ?? 'không quy định' },
    ...(dossier.due_at ? [{ kind: 'field', label: 'Hẹn trả', value: shortDue(dossier.due_at) } as const] : []),
    {
      kind: 'table',
      size: 11,
      columns: [
        { heading: 'TT', width: { mm: 10 }, align: 'center' },
        { heading: 'Cơ quan, bộ phận giao và nhận', width: { share: 1.25 } },
        { heading: 'Thời gian', width: { mm: 23 }, align: 'center' },
        { heading: 'Kết quả', width: { mm: 23 }, align: 'center' },
        { heading: 'Ghi chú', width: { share: 1 } },
        { heading: 'Ký giao', width: { mm: 13 } },
        { heading: 'Ký nhận', width: { mm: 13 } },
      ],
      rows: transfers.map(row),
    },
  ]);
}
