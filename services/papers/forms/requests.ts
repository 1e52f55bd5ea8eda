import type { Block, Paper, Text } from '../pdf/paper.ts';
import {
  codesOf,
  contactFields,
  contactOf,
  deskOf,
  headOf,
  nameOf,
  numberLine,
  paperOf,
  type DossierOnPaper,
  type PaperContext,
} from './context.ts';
import { longDay, longDue, longTime } from './words.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';

const body = (text: Text): Block => ({ kind: 'text', text, indent: true });

/** Whose dossier a letter is about, and what they asked for. */
function about(context: PaperContext, dossier: DossierOnPaper, label: string): Block[] {
  return [
    { kind: 'field', label, value: [{ text: nameOf(dossier.owner), bold: true }] },
    ...contactFields(dossier.owner),
    {
      kind: 'field',
      label: 'Nội dung yêu cầu giải quyết',
      value: `${context.procedure.name} (mã thủ tục ${context.procedure.code})`,
    },
    { kind: 'field', label: 'Mã hồ sơ', value: [{ text: codesOf(dossier), bold: true }] },
  ];
}

/** A request for papers as `view.dossiers` keeps it. */
export interface PaperRequest {
  papers: readonly { name: string; wrong: string }[];
  legalBasis: string | null;
}

/** Form 02, "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ": all that is missing, once and in writing. */
export function supplementRequest(context: PaperContext, dossier: DossierOnPaper, request: PaperRequest): Paper {
  return paperOf(context, 'A4', `Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ ${codesOf(dossier)}`, [
    headOf(context, 'desk', { number: numberLine(context) }),
    { kind: 'title', name: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ' },
    ...about(context, dossier, 'Hồ sơ của'),
    { kind: 'text', text: 'Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:' },
    {
      kind: 'table',
      columns: [
        { heading: 'TT', width: { mm: 12 }, align: 'center' },
        { heading: 'Giấy tờ cần bổ sung, hoàn thiện', width: { share: 1 } },
        { heading: 'Nội dung chưa đúng, chưa đủ', width: { share: 1 } },
      ],
      rows: request.papers.map(({ name, wrong }, index) => [String(index + 1), name, wrong]),
    },
    ...(request.legalBasis ? [{ kind: 'field', label: 'Căn cứ', value: request.legalBasis } as const] : []),
    body(
      `Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, Ông/Bà liên hệ với ${contactOf(context)} để được hướng dẫn./.`,
    ),
    {
      kind: 'signatures',
      by: [
        { post: ['NGƯỜI NHẬN PHIẾU'], how: '(Ký và ghi rõ họ tên)' },
        { post: ['NGƯỜI HƯỚNG DẪN'], how: '(Ký và ghi rõ họ tên)', name: context.officer.name },
      ],
    },
  ]);
}

/** Why a dossier ended without a result, as `view.dossiers` keeps it. */
export interface Ending {
  reason: string | null;
  legalBasis: string | null;
}
const why = ({ reason, legalBasis }: Ending): Block[] => [
  body(reason ?? ''),
  ...(legalBasis ? [{ kind: 'field', label: 'Căn cứ', value: legalBasis } as const] : []),
];

/** Form 03, "Phiếu từ chối tiếp nhận, giải quyết hồ sơ". */
export function refusal(context: PaperContext, dossier: DossierOnPaper, ending: Ending): Paper {
  return paperOf(context, 'A4', `Phiếu từ chối tiếp nhận, giải quyết hồ sơ ${codesOf(dossier)}`, [
    headOf(context, 'desk', { number: numberLine(context) }),
    { kind: 'title', name: 'PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ' },
    ...about(context, dossier, 'Hồ sơ của'),
    body(`Qua xem xét, ${deskOf(context)} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:`),
    ...why(ending),
    body(
      `Xin thông báo cho Ông/Bà được biết. Nếu cần được hướng dẫn thêm, Ông/Bà liên hệ với ${contactOf(context)}./.`,
    ),
    {
      kind: 'signatures',
      by: [
        { post: ['NGƯỜI NỘP HỒ SƠ'], how: '(Ký và ghi rõ họ tên)', name: nameOf(dossier.submitter ?? dossier.owner) },
        { post: ['NGƯỜI TIẾP NHẬN HỒ SƠ'], how: '(Ký và ghi rõ họ tên)', name: context.officer.name },
      ],
    },
  ]);
}

/** Who signs for the People's Committee: `TM. ỦY BAN NHÂN DÂN` / `CHỦ TỊCH`, or as deputy (Decree 30/2020 art. 13). */
export interface Signatory {
  post: readonly string[];
  name: string;
}

const signed = (signatory: Signatory): Block => ({
  kind: 'signatures',
  receivers: ['Như trên;', 'Lưu: VT, hồ sơ.'],
  by: [{ post: signatory.post, name: signatory.name }],
});

/** A new day for the result, given before or after the old one had passed. */
export interface Apology {
  at: string;
  /** The day that was promised first. */
  oldDueAt: string;
  dueAt: string;
  reason: string | null;
}

/** Form 04, "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết". */
export function apology(
  context: PaperContext,
  dossier: DossierOnPaper,
  { at, oldDueAt, dueAt, reason }: Apology,
  signatory: Signatory,
): Paper {
  const us = `Ủy ban nhân dân ${context.ward}`;
  const late = Date.parse(at) > Date.parse(oldDueAt);
  return paperOf(context, 'A4', `Văn bản xin lỗi và đề nghị gia hạn ${codesOf(dossier)}`, [
    headOf(context, 'committee', { number: numberLine(context) }),
    { kind: 'title', name: 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN\nTHỜI GIAN GIẢI QUYẾT HỒ SƠ' },
    { kind: 'text', text: `Kính gửi: ${nameOf(dossier.owner)}`, align: 'center' },
    body(
      `Ngày ${dossier.received_at ? longDay(dayInVietnam(new Date(dossier.received_at))).slice('ngày '.length) : '……'}, ${us} tiếp nhận hồ sơ đề nghị giải quyết thủ tục “${context.procedure.name}” của Ông/Bà, mã hồ sơ: ${codesOf(dossier)}.`,
    ),
    body(`Thời gian hẹn trả kết quả giải quyết hồ sơ: ${longDue(oldDueAt)}.`),
    body(
      late
        ? `Tuy nhiên đến nay, ${us} chưa trả được kết quả giải quyết hồ sơ của Ông/Bà đúng thời hạn ghi trong Giấy tiếp nhận hồ sơ và hẹn trả kết quả.`
        : `Tuy nhiên, ${us} không thể trả kết quả giải quyết hồ sơ của Ông/Bà đúng thời hạn ghi trong Giấy tiếp nhận hồ sơ và hẹn trả kết quả.`,
    ),
    body(`Lý do: ${reason ?? ''}`),
    body([
      `Sự chậm trễ này đã gây phiền hà, tốn kém chi phí, công sức của Ông/Bà. ${us} xin lỗi Ông/Bà, đề nghị gia hạn thời gian giải quyết và hẹn trả kết quả vào `,
      { text: longDue(dueAt), bold: true },
      '.',
    ]),
    body('Mong nhận được sự thông cảm của Ông/Bà vì sự chậm trễ này./.'),
    signed(signatory),
  ]);
}

/** Form 05, "Thông báo dừng giải quyết hồ sơ" (new in Circular 03/2025). */
export function stopNotice(
  context: PaperContext,
  dossier: DossierOnPaper,
  ending: Ending,
  signatory: Signatory,
): Paper {
  const us = `Ủy ban nhân dân ${context.ward}`;
  return paperOf(context, 'A4', `Thông báo dừng giải quyết hồ sơ ${codesOf(dossier)}`, [
    headOf(context, 'committee', { number: numberLine(context) }),
    { kind: 'title', name: 'THÔNG BÁO', about: 'Dừng giải quyết hồ sơ' },
    { kind: 'text', text: `Kính gửi: ${nameOf(dossier.owner)}`, align: 'center' },
    ...about(context, dossier, 'Chủ hồ sơ'),
    ...(dossier.received_at
      ? [{ kind: 'field', label: 'Thời gian tiếp nhận', value: longTime(dossier.received_at) } as const]
      : []),
    body(`${us} thông báo dừng giải quyết hồ sơ nêu trên với lý do như sau:`),
    ...why(ending),
    body(`Nếu cần được hướng dẫn, Ông/Bà liên hệ với ${contactOf(context)}./.`),
    signed(signatory),
  ]);
}
