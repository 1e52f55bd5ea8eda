import type { Block, Paper } from '../pdf/paper.ts';
import { qrSvg } from '../pdf/qr.ts';
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
import { longDue, longTime, shortDay } from './words.ts';

/** A result on its way from who settled it to the desk. */
export interface HandedOver {
  code: string;
  owner: string | null;
  resultName: string;
  resultNumber: string | null;
  /** `YYYY-MM-DD` */
  issuedOn: string | null;
  copies: number;
}

/** "Phiếu bàn giao kết quả": the results of one handing over, for both who give and who take. */
export function handOverNote(
  context: PaperContext,
  between: { giver: string; givingPart: string; receiver: string; at: string },
  results: readonly HandedOver[],
): Paper {
  const copies = results.reduce((sum, one) => sum + one.copies, 0);
  return paperOf(context, 'A4', 'Phiếu bàn giao kết quả', [
    headOf(context, 'desk', {
      number: context.number === null ? null : `Số: ${context.number}`,
    }),
    { kind: 'title', name: 'PHIẾU BÀN GIAO KẾT QUẢ' },
    { kind: 'field', label: 'Bên giao', value: `${between.giver}, ${between.givingPart}` },
    { kind: 'field', label: 'Bên nhận', value: `${between.receiver}, ${context.desk.name}` },
    { kind: 'field', label: 'Thời gian bàn giao', value: longTime(between.at) },
    {
      kind: 'table',
      size: 11,
      columns: [
        { heading: 'TT', width: { mm: 11 }, align: 'center' },
        { heading: 'Mã hồ sơ', width: { mm: 43 } },
        { heading: 'Chủ hồ sơ', width: { share: 1 } },
        { heading: 'Kết quả', width: { share: 1.1 } },
        { heading: 'Số, ngày', width: { mm: 36 }, align: 'center' },
        { heading: 'Số bản', width: { mm: 13 }, align: 'center' },
      ],
      rows: results.map((one, index) => [
        String(index + 1),
        one.code,
        one.owner ?? '',
        one.resultName,
        [one.resultNumber, one.issuedOn && shortDay(one.issuedOn)].filter(Boolean).join(', '),
        String(one.copies),
      ]),
    },
    { kind: 'text', text: `Tổng cộng: ${results.length} hồ sơ, ${copies} bản kết quả.` },
    {
      kind: 'signatures',
      by: [
        { post: ['BÊN GIAO'], how: '(Ký và ghi rõ họ tên)', name: between.giver },
        { post: ['BÊN NHẬN'], how: '(Ký và ghi rõ họ tên)', name: between.receiver },
      ],
    },
  ]);
}

/** A result as it is handed to the citizen. */
export interface Returned {
  at: string;
  resultName: string;
  resultNumber: string | null;
  issuedOn: string | null;
  /** Who took it; null: the owner. */
  receivedBy: string | null;
  /** Number of the power of attorney or of the postal item. */
  reference: string | null;
  /** Address of the page on which this dossier is rated; null where it has no code to be rated by. */
  rate: string | null;
}

/** The code by which the dossier is rated, for the citizen's telephone. */
const rateBlocks = (address: string): Block[] => [
  { kind: 'gap', mm: 3 },
  { kind: 'qr', svg: qrSvg(address), address, size: 28 },
  { kind: 'text', text: 'Mời ông (bà) quét mã để đánh giá sự phục vụ.', align: 'center' },
];

/** "Giấy biên nhận trả kết quả": what the citizen signs for, A5. */
export function resultReceipt(context: PaperContext, dossier: DossierOnPaper, returned: Returned): Paper {
  const receiver = returned.receivedBy ?? nameOf(dossier.owner);
  return paperOf(context, 'A5', `Giấy biên nhận trả kết quả ${codesOf(dossier)}`, [
    headOf(context, 'desk', { reference: `Mã hồ sơ: ${codesOf(dossier)}` }),
    { kind: 'title', name: 'GIẤY BIÊN NHẬN TRẢ KẾT QUẢ' },
    { kind: 'field', label: 'Chủ hồ sơ', value: [{ text: nameOf(dossier.owner), bold: true }] },
    ...contactFields(dossier.owner),
    { kind: 'field', label: 'Nội dung yêu cầu giải quyết', value: context.procedure.name },
    ...fieldIf('Hẹn trả kết quả', dossier.due_at && longDue(dossier.due_at)),
    { kind: 'text', text: `${context.desk.name} đã trả kết quả:`, align: 'left' },
    {
      kind: 'table',
      columns: [
        { heading: 'Loại văn bản', width: { share: 1 } },
        { heading: 'Số, ký hiệu', width: { mm: 30 } },
        { heading: 'Ngày ban hành', width: { mm: 26 }, align: 'center' },
      ],
      rows: [
        [
          returned.resultName,
          returned.resultNumber ?? '',
          returned.issuedOn === null ? '' : shortDay(returned.issuedOn),
        ],
      ],
    },
    { kind: 'field', label: 'Thời gian trả', value: [{ text: longTime(returned.at), bold: true }] },
    { kind: 'field', label: 'Người nhận', value: receiver },
    ...fieldIf('Giấy ủy quyền, số bưu gửi', returned.reference),
    {
      kind: 'signatures',
      by: [
        { post: ['NGƯỜI NHẬN KẾT QUẢ'], how: '(Ký và ghi rõ họ tên)', name: receiver },
        { post: ['NGƯỜI TRẢ KẾT QUẢ'], how: '(Ký và ghi rõ họ tên)', name: context.officer.name },
      ],
    },
    ...(returned.rate === null ? [] : rateBlocks(returned.rate)),
  ]);
}
