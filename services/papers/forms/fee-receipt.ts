import type { Block, Paper } from '../pdf/paper.ts';
import { codesOf, fieldIf, headOf, nameOf, paperOf, type DossierOnPaper, type PaperContext } from './context.ts';
import { amountInWords, longTime, moneyText } from './words.ts';

/** What was paid, as `view.dossiers` keeps it. Amounts in đồng. */
export interface PaidFees {
  lines: readonly { name: string; quantity: number; amount: number; discountReason: string | null }[];
  total: number;
  receipt: { book: string; number: number; method: 'cash' | 'transfer'; at: string };
}

const methods = { cash: 'tiền mặt', transfer: 'chuyển khoản' };

/** The three copies of a receipt book, each on a page of its own (domain §3.2). */
const copies = ['Liên 1: Lưu', 'Liên 2: Giao người nộp tiền', 'Liên 3: Báo cáo, đối chiếu'];

/** What is paid line by line, with its sum. Quantity times rate stands in `amount` already, less the discount. */
export function feeTable(lines: PaidFees['lines'], total: number): Block {
  return {
    kind: 'table',
    columns: [
      { heading: 'Khoản thu', width: { share: 1 } },
      { heading: 'Số lượng', width: { mm: 19 }, align: 'center' },
      { heading: 'Thành tiền', width: { mm: 31 }, align: 'right' },
    ],
    rows: [
      ...lines.map(({ name, quantity, amount, discountReason }) => [
        discountReason === null ? name : [name, { text: ` (giảm: ${discountReason})`, italic: true as const }],
        String(quantity),
        moneyText(amount),
      ]),
      [[{ text: 'Tổng cộng', bold: true as const }], '', [{ text: moneyText(total), bold: true as const }]],
    ],
  };
}

function copyOf(
  context: PaperContext,
  dossier: DossierOnPaper,
  { lines, total, receipt }: PaidFees,
  copy: string,
): Block[] {
  const payer = dossier.submitter ?? dossier.owner;
  return [
    headOf(context, 'desk', {
      reference: `Ký hiệu: ${receipt.book}   Số: ${String(receipt.number).padStart(7, '0')}`,
    }),
    { kind: 'title', name: 'BIÊN LAI THU PHÍ, LỆ PHÍ' },
    { kind: 'text', text: [{ text: copy, italic: true }], align: 'center' },
    { kind: 'field', label: 'Đơn vị thu', value: `Ủy ban nhân dân ${context.ward}` },
    { kind: 'field', label: 'Họ và tên người nộp tiền', value: [{ text: nameOf(payer), bold: true }] },
    ...fieldIf('Địa chỉ', payer?.address),
    { kind: 'field', label: 'Lý do nộp', value: `${context.procedure.name}, mã hồ sơ ${codesOf(dossier)}` },
    feeTable(lines, total),
    { kind: 'field', label: 'Số tiền viết bằng chữ', value: [{ text: amountInWords(total), italic: true }] },
    { kind: 'field', label: 'Hình thức thanh toán', value: methods[receipt.method] },
    { kind: 'field', label: 'Thời gian thu', value: longTime(receipt.at) },
    {
      kind: 'signatures',
      by: [
        { post: ['NGƯỜI NỘP TIỀN'], how: '(Ký và ghi rõ họ tên)', name: nameOf(payer) },
        { post: ['NGƯỜI THU TIỀN'], how: '(Ký và ghi rõ họ tên)', name: context.officer.name },
      ],
    },
  ];
}

/** "Biên lai thu phí, lệ phí", A5: its three copies, one page each. Quantity times rate stands in `amount` already, less the discount. */
export function feeReceipt(context: PaperContext, dossier: DossierOnPaper, paid: PaidFees): Paper {
  const { book, number } = paid.receipt;
  const blocks = copies.flatMap((copy, index): Block[] => [
    ...(index === 0 ? [] : [{ kind: 'page' } as const]),
    ...copyOf(context, dossier, paid, copy),
  ]);
  return { ...paperOf(context, 'A5', `Biên lai ${book} ${number}`, blocks), numbered: false };
}
