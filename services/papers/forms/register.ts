import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { Column, Paper } from '../pdf/paper.ts';
import type { Cell, Sheet } from '../xlsx.ts';
import { headOf, paperOf, type PaperContext } from './context.ts';
import { shortDay, shortDue, shortTime } from './words.ts';

/** One dossier of the register, as the reader may see it: null where they may not. Instants in UTC. */
export interface RegisterRow {
  code: string;
  procedure: string;
  /** Papers handed in, for all copies. */
  papers: number;
  owner: string | null;
  address: string | null;
  phone: string | null;
  /** The part of the office that settles it. */
  part: string;
  receivedAt: string;
  dueAt: string | null;
  returnedAt: string | null;
  returnBy: 'desk' | 'post' | 'online';
  receivedBy: string | null;
}

/** First and last day of the register, both within. */
export interface Period {
  from: string;
  to: string;
}

const ways = { desk: 'Tại quầy', post: 'Bưu chính', online: 'Trực tuyến' };
const name = 'SỔ THEO DÕI HỒ SƠ';

/** Heading, width on the sheet (millimetres or share), width in the workbook (characters), alignment, contents. */
const columns: readonly {
  heading: string;
  width: Column['width'];
  characters: number;
  align?: Column['align'];
  of: (row: RegisterRow, index: number) => Cell;
}[] = [
  { heading: 'STT', width: { mm: 11 }, characters: 6, align: 'center', of: (_, index) => index + 1 },
  { heading: 'Mã hồ sơ', width: { mm: 35 }, characters: 26, of: ({ code }) => code },
  { heading: 'Tên thủ tục hành chính', width: { share: 3 }, characters: 40, of: ({ procedure }) => procedure },
  { heading: 'Số lượng', width: { mm: 13 }, characters: 10, align: 'center', of: ({ papers }) => papers },
  { heading: 'Tên tổ chức, cá nhân', width: { share: 2.4 }, characters: 30, of: ({ owner }) => owner },
  {
    heading: 'Địa chỉ, số điện thoại',
    width: { share: 3 },
    characters: 44,
    of: ({ address, phone }) => [address, phone].filter(Boolean).join('; ') || null,
  },
  { heading: 'Cơ quan giải quyết', width: { mm: 21 }, characters: 22, of: ({ part }) => part },
  {
    heading: 'Nhận',
    width: { mm: 20 },
    characters: 17,
    align: 'center',
    of: ({ receivedAt }) => shortTime(receivedAt),
  },
  {
    heading: 'Hẹn trả',
    width: { mm: 20 },
    characters: 17,
    align: 'center',
    of: ({ dueAt }) => dueAt && shortDue(dueAt),
  },
  {
    heading: 'Trả',
    width: { mm: 20 },
    characters: 17,
    align: 'center',
    of: ({ returnedAt }) => returnedAt && shortTime(returnedAt),
  },
  { heading: 'Phương thức nhận', width: { mm: 19 }, characters: 18, of: ({ returnBy }) => ways[returnBy] },
  { heading: 'Ký nhận', width: { mm: 17 }, characters: 24, of: ({ receivedBy }) => receivedBy },
];

const during = ({ from, to }: Period): string => `Từ ngày ${shortDay(from)} đến ngày ${shortDay(to)}`;

/** Form 07, "Sổ theo dõi hồ sơ", as a sheet: rows come as they are read, so that a year is never in memory as a whole. */
export function registerSheet(
  ward: string,
  period: Period,
  rows: Iterable<RegisterRow> | AsyncIterable<RegisterRow>,
): Sheet {
  async function* cells(): AsyncIterable<Cell[]> {
    let index = 0;
    for await (const row of rows) {
      const at = index++;
      yield columns.map(({ of }) => of(row, at));
    }
  }
  return {
    name: 'Sổ theo dõi hồ sơ',
    above: [`${name}: ${ward}`, during(period)],
    columns: columns.map(({ heading, characters }) => ({ heading, width: characters })),
    rows: cells(),
  };
}

/** Rows of the register that are printed at most, some 110 pages: three days of a busy ward. A longer period leaves as a workbook. */
export const PRINTED_ROWS = 1000;

/** Form 07 to print, A4 landscape. Throws RejectionError REGISTER_TOO_LONG. */
export function registerPaper(context: PaperContext, period: Period, rows: readonly RegisterRow[]): Paper {
  if (rows.length > PRINTED_ROWS)
    throw new RejectionError({ code: 'REGISTER_TOO_LONG', params: { rows: PRINTED_ROWS } });
  return paperOf(context, 'A4-landscape', `Sổ theo dõi hồ sơ, ${during(period).toLocaleLowerCase('vi')}`, [
    headOf(context, 'desk', {}),
    { kind: 'title', name, about: during(period) },
    {
      kind: 'table',
      size: 9,
      columns: columns.map(({ heading, width, align = 'left' }) => ({ heading, width, align })),
      rows: rows.map((row, index) => columns.map(({ of }) => String(of(row, index) ?? ''))),
    },
  ]);
}
