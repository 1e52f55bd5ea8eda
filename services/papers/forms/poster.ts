import type { Block, Paper } from '../pdf/paper.ts';
import { qrSvg } from '../pdf/qr.ts';
import { moneyText } from './words.ts';

/** What a poster says of its ward and how it is told apart. */
export interface PosterContext {
  ward: string;
  desk: { name: string; address: string | null; phone: string | null };
  paperCode: string;
  now: Date;
}

/** A procedure on a poster; `fee` in đồng, 0 = free, null = see its page. */
export interface PosterProcedure {
  name: string;
  term: string | null;
  fee: number | null;
}

const centred = (text: string, size: number, bold = false): Block => ({
  kind: 'text',
  text: bold ? [{ text, bold: true }] : text,
  align: 'center',
  size,
});

function feeText(fee: number | null): string {
  if (fee === null) return 'Quét mã để xem';
  return fee === 0 ? 'Miễn phí' : moneyText(fee);
}

/** The name of a procedure may be 1,000 letters long: points for it and millimetres for the code, so that the poster stays one page. */
function sizesOf({ length }: string): [name: number, code: number] {
  if (length <= 40) return [30, 115];
  if (length <= 100) return [24, 110];
  return length <= 250 ? [17, 105] : [10, 90];
}

/** `most`: the widest that the code may be, in millimetres; it is read from some ten times as far. */
function poster(
  context: PosterContext,
  [over, title]: [over: string, title: string],
  address: string,
  middle: readonly Block[],
  most: number,
): Paper {
  const [nameSize, codeSize] = sizesOf(title);
  const { desk } = context;
  const where = [desk.name, desk.address, desk.phone && `Điện thoại: ${desk.phone}`].filter(Boolean).join('. ');
  return {
    sheet: 'poster',
    title,
    code: context.paperCode,
    print: 1,
    at: context.now,
    blocks: [
      centred(`ỦY BAN NHÂN DÂN ${context.ward.toLocaleUpperCase('vi')}`, 18, true),
      { kind: 'gap', mm: 5 },
      centred(over, 18),
      centred(title, nameSize, true),
      { kind: 'gap', mm: 2 },
      centred('Quét mã bằng máy ảnh của điện thoại', 18),
      { kind: 'qr', svg: qrSvg(address), address, size: Math.min(codeSize, most) },
      centred(address, 13),
      ...middle,
      { kind: 'gap', mm: 6 },
      centred(where, 14),
    ],
  };
}

/** A poster that leads to the public page of one procedure. */
export function procedurePoster(context: PosterContext, procedure: PosterProcedure, address: string): Paper {
  return poster(
    context,
    ['Thủ tục hành chính', procedure.name],
    address,
    [
      { kind: 'gap', mm: 4 },
      centred('Xem giấy tờ cần có, nộp hồ sơ và theo dõi kết quả, không cần tài khoản.', 18),
      centred(`Thời gian giải quyết: ${procedure.term ?? 'quét mã để xem'}`, 18, true),
      centred(`Phí, lệ phí: ${feeText(procedure.fee)}`, 18, true),
    ],
    115,
  );
}

/** A poster that leads to all procedures of a field, with their list; goes on to further pages where the field is large. */
export function fieldPoster(
  context: PosterContext,
  field: string,
  procedures: readonly PosterProcedure[],
  address: string,
): Paper {
  return poster(
    context,
    ['Thủ tục hành chính lĩnh vực', field],
    address,
    [
      {
        kind: 'table',
        size: 13,
        columns: [
          { heading: 'Thủ tục', width: { share: 1 } },
          { heading: 'Thời gian', width: { mm: 44 } },
          { heading: 'Phí, lệ phí', width: { mm: 42 } },
        ],
        rows: procedures.map(({ name, term, fee }) => [name, term ?? 'Quét mã để xem', feeText(fee)]),
      },
    ],
    75,
  );
}

/** A poster that asks for satisfaction: of a counter, or of an officer by name. Under the code what is asked for, and that it is nobody's. */
export function ratingPoster(
  context: PosterContext,
  of: { counter: string } | { officer: string },
  address: string,
): Paper {
  const title = 'counter' in of ? `Quầy ${of.counter}` : of.officer;
  return poster(
    context,
    ['Mời ông (bà) đánh giá sự phục vụ', title],
    address,
    [
      { kind: 'gap', mm: 4 },
      centred('Nhập số điện thoại hoặc mã hồ sơ đã giải quyết xong, chọn mức hài lòng: chưa đến một phút.', 18),
      centred('Mỗi hồ sơ được đánh giá một lần. Số điện thoại chỉ dùng để tìm hồ sơ và không được lưu lại.', 14),
    ],
    115,
  );
}
