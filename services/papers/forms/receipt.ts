import type { CheckedPaper } from '@nocgia/schemas/events/dossier.ts';
import type { Block, Paper, Text } from '../pdf/paper.ts';
import {
  codesOf,
  contactFields,
  fieldIf,
  headOf,
  nameOf,
  paperOf,
  type DossierOnPaper,
  type PaperContext,
} from './context.ts';
import { longDue, longTime } from './words.ts';

const channels = { desk: 'nộp trực tiếp', online: 'nộp trực tuyến', post: 'qua dịch vụ bưu chính công ích' };
const forms = ['original', 'certified', 'copy', 'electronic'] as const;

function paperName({ name, source }: CheckedPaper): Text {
  if (source === 'brought') return name;
  const remark = source === 'register' ? 'phường đã có, không phải nộp' : 'nộp bổ sung sau';
  return [name, { text: ` (${remark})`, italic: true }];
}

function papersTable(papers: readonly CheckedPaper[]): Block {
  const kind = (heading: string) => ({ heading, width: { mm: 13.5 }, align: 'center' as const });
  return {
    kind: 'table',
    size: 9,
    columns: [
      { heading: 'TT', width: { mm: 9 }, align: 'center' },
      { heading: 'Tên giấy tờ', width: { share: 1 } },
      ...['Bản chính', 'Chứng thực', 'Bản chụp', 'Điện tử'].map(kind),
    ],
    rows: papers.map((paper, index) => [
      String(index + 1),
      paperName(paper),
      ...forms.map((form) => (form === paper.form && paper.source === 'brought' ? String(paper.copies) : '')),
    ]),
  };
}

function returnPlace({ desk }: PaperContext, by: DossierOnPaper['return_by']): string {
  if (by === 'post') return 'Địa chỉ của người nộp, qua dịch vụ bưu chính công ích';
  if (by === 'online') return 'Trực tuyến';
  return [desk.name, desk.address].filter(Boolean).join(', ');
}

/** Form 01 of Circular 03/2025/TT-VPCP, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", A5 as in Circular 01/2018: the slip a citizen takes home. */
export function receiptSlip(context: PaperContext, dossier: DossierOnPaper): Paper {
  const { owner, channel } = dossier;
  const submitter = dossier.submitter ?? owner;
  return paperOf(context, 'A5', `Giấy tiếp nhận hồ sơ ${dossier.code ?? ''}`, [
    headOf(context, 'desk', { reference: `Mã hồ sơ: ${codesOf(dossier)}` }),
    { kind: 'title', name: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ' },
    { kind: 'field', label: 'Đơn vị tiếp nhận', value: context.desk.name },
    {
      kind: 'field',
      label: 'Tiếp nhận hồ sơ của',
      value: [{ text: nameOf(submitter), bold: true }, ` (${channels[channel]})`],
    },
    ...contactFields(submitter),
    ...fieldIf('Số định danh/CCCD/Hộ chiếu', submitter?.nationalId),
    {
      kind: 'field',
      label: 'Nội dung yêu cầu giải quyết',
      value: [{ text: context.procedure.name, bold: true }, ` (mã thủ tục ${context.procedure.code})`],
    },
    ...(dossier.submitter === null
      ? []
      : [
          { kind: 'field', label: 'Chủ hồ sơ', value: [{ text: nameOf(owner), bold: true }] } as const,
          ...fieldIf('Địa chỉ của chủ hồ sơ', owner?.address === submitter?.address ? null : owner?.address),
        ]),
    { kind: 'text', text: '1. Thành phần hồ sơ nộp gồm:', align: 'left' },
    papersTable(dossier.papers),
    { kind: 'field', label: '2. Số lượng hồ sơ', value: '01 bộ' },
    {
      kind: 'field',
      label: '3. Thời gian giải quyết hồ sơ theo quy định',
      value: context.procedure.term ?? 'không quy định',
    },
    ...fieldIf('4. Thời gian nhận hồ sơ', dossier.received_at && longTime(dossier.received_at)),
    {
      kind: 'field',
      label: '5. Thời gian trả kết quả giải quyết hồ sơ',
      value: [{ text: dossier.due_at ? longDue(dossier.due_at) : 'thông báo sau', bold: true }],
    },
    { kind: 'field', label: '6. Đăng ký nhận kết quả tại', value: returnPlace(context, dossier.return_by) },
    {
      kind: 'signatures',
      by: [
        { post: ['NGƯỜI NỘP HỒ SƠ'], how: '(Ký và ghi rõ họ tên)', name: nameOf(submitter) },
        { post: ['NGƯỜI TIẾP NHẬN HỒ SƠ'], how: '(Ký và ghi rõ họ tên)', name: context.officer.name },
      ],
    },
  ]);
}
