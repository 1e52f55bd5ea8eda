import type { BankAccount } from '@nocgia/schemas/events/one-stop.ts';
import type { Block, Paper } from '../pdf/paper.ts';
import { qrSvg } from '../pdf/qr.ts';
import { purposeOf, vietQr } from '../vietqr.ts';
import { codesOf, headOf, nameOf, paperOf, type DossierOnPaper, type PaperContext } from './context.ts';
import { feeTable, type PaidFees } from './fee-receipt.ts';
import { amountInWords } from './words.ts';

/** What is to be paid, amounts in đồng, and the account that takes transfers; null where the desk takes cash only. */
export interface DueFees extends Pick<PaidFees, 'lines' | 'total'> {
  account: BankAccount | null;
}

/** How a transfer is made: by the code, or by what it says. */
function transferBlocks(account: BankAccount, dossier: DossierOnPaper, total: number): Block[] {
  const code = dossier.code ?? dossier.national_code ?? '';
  const payment = vietQr(account, total, code);
  return [
    { kind: 'text', text: '2. Chuyển khoản: quét mã VietQR bằng ứng dụng ngân hàng, hoặc ghi:', align: 'left' },
    { kind: 'qr', svg: qrSvg(payment), address: payment, size: 36 },
    { kind: 'field', label: 'Ngân hàng', value: account.bankName },
    { kind: 'field', label: 'Số tài khoản', value: [{ text: account.accountNumber, bold: true }] },
    { kind: 'field', label: 'Tên tài khoản', value: account.accountName },
    { kind: 'field', label: 'Nội dung chuyển khoản', value: [{ text: purposeOf(code), bold: true }] },
  ];
}

/** "Thông báo nộp phí, lệ phí", A5: what is to be paid and how, with the VietQR code of a transfer where the desk has an account. */
export function feeNotice(context: PaperContext, dossier: DossierOnPaper, { lines, total, account }: DueFees): Paper {
  const payer = dossier.submitter ?? dossier.owner;
  return paperOf(context, 'A5', `Thông báo nộp phí, lệ phí ${codesOf(dossier)}`, [
    headOf(context, 'desk', { reference: `Mã hồ sơ: ${codesOf(dossier)}` }),
    { kind: 'title', name: 'THÔNG BÁO NỘP PHÍ, LỆ PHÍ' },
    { kind: 'field', label: 'Kính gửi', value: [{ text: nameOf(payer), bold: true }] },
    { kind: 'field', label: 'Nội dung', value: `${context.procedure.name} (mã thủ tục ${context.procedure.code})` },
    feeTable(lines, total),
    { kind: 'field', label: 'Số tiền viết bằng chữ', value: [{ text: amountInWords(total), italic: true }] },
    {
      kind: 'text',
      text: `${account ? '1. Tiền mặt: tại' : 'Nộp tiền mặt tại'} ${[context.desk.name, context.desk.address].filter(Boolean).join(', ')}.`,
      align: 'left',
    },
    ...(account ? transferBlocks(account, dossier, total) : []),
  ]);
}
