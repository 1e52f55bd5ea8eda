import { workbookOf, type SheetCell } from '@nocgia/services/tables/testing/workbook.ts';
import { toTcvn3 } from './encodings.ts';
import type { ExpectedPerson, TestRegister } from './expected.ts';

const width = 10;
type Line = (string | number | null)[];
const titled = (text: string): Line => Array.from({ length: width }, (_, index) => (index === 0 ? text : null));

/**
 * The household book of a neighbourhood as it has been typed over for years: titles, headings of two lines merged every way, columns
 * numbered, the name in two columns, only the year of birth and it under "Nam" or "Nữ", households opened by their head, sums between.
 */
const lines: Line[] = [
  titled('ỦY BAN NHÂN DÂN PHƯỜNG BẾN THỬ'),
  titled('SỔ THEO DÕI HỘ KHẨU, NHÂN KHẨU'),
  [],
  ['STT', 'Họ và tên', null, 'Năm sinh', null, 'Quan hệ với chủ hộ', 'Số CCCD', 'Địa chỉ', null, 'Hội viên'],
  [null, null, null, 'Nam', 'Nữ', null, null, 'Số nhà', 'Đường', null],
  ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)', '(10)'],
  titled('KHU PHỐ 1'),
  [1, 'Nguyễn Văn', 'Hải', 1958, null, 'Chủ hộ', '079058000011', '12/3', 'Lê Lợi', 'Cựu chiến binh'],
  [2, 'Trần Thị', 'Bưởi', null, 1960, 'Vợ', '079160000012', null, null, 'Phụ nữ'],
  [3, 'Nguyễn Thị Ngọc', 'Ánh', null, 1990, 'Con', null, null, null, null],
  [4, 'Lê Quốc', 'Đạt', 1988, null, null, null, null, null, null],
  [5, 'Phạm Thị', 'Sương', null, 1970, 'Chủ hộ', null, '14', 'Lê Lợi', null],
  [6, 'Võ Minh', 'Khôi', 2005, 2005, 'Con', null, null, null, null],
  ['Tổng cộng', null, null, 3, 3, null, null, null, null, null],
  ['STT', 'Họ và tên', null, 'Năm sinh', null, 'Quan hệ với chủ hộ', 'Số CCCD', 'Địa chỉ', null, 'Hội viên'],
  titled('KHU PHỐ 2 - TỔ 15'),
  [7, 'Huỳnh Tấn', 'Phước', 19855, null, 'Chủ hộ', null, '7', 'Trần Hưng Đạo', null],
  [8, null, null, null, 2011, 'Con', null, null, null, null],
  [9, 'Huỳnh Thị', 'Yến', null, 2013, 'Con', null, null, null, null],
  [10, 'Huỳnh Thị', 'Yến', null, 2013, 'Con', null, null, null, null],
  titled('KHU PHỐ 9'),
  [11, 'Đỗ', 'Uyên', null, 1999, 'Chủ hộ', '079199000013', '1', 'Hai Bà Trưng', null],
  titled('Danh sách này có 11 nhân khẩu'),
  [null, 'Người lập biểu', null, null, null, 'Trưởng khu phố', null, null, null, null],
];

const home = (head: string, address: string, place: string | null) => ({ head, address, place });
const first = home('Nguyễn Văn Hải', '12/3 Lê Lợi', '001');
const second = home('Phạm Thị Sương', '14 Lê Lợi', '001');
const third = home('Huỳnh Tấn Phước', '7 Trần Hưng Đạo', '002');

const people: ExpectedPerson[] = [
  {
    ...{ name: 'Nguyễn Văn Hải', sex: 'male', birth: '1958', ...first, relation: 'head', nationalId: '079058000011' },
    aside: { 'Hội viên': 'Cựu chiến binh' },
  },
  { name: 'Trần Thị Bưởi', sex: 'female', birth: '1960', ...first, relation: 'wife', aside: { 'Hội viên': 'Phụ nữ' } },
  { name: 'Nguyễn Thị Ngọc Ánh', sex: 'female', birth: '1990', ...first, relation: 'child' },
  { name: 'Lê Quốc Đạt', sex: 'male', birth: '1988', ...first, relation: 'unknown' },
  { name: 'Phạm Thị Sương', sex: 'female', birth: '1970', ...second, relation: 'head' },
  { name: 'Võ Minh Khôi', sex: 'unknown', birth: '2005', ...second, relation: 'child' },
  { name: 'Huỳnh Tấn Phước', sex: 'male', birth: null, ...third, relation: 'head', aside: { 'Năm sinh Nam': '19855' } },
  { name: 'Huỳnh Thị Yến', sex: 'female', birth: '2013', ...third, relation: 'child' },
  { name: 'Đỗ Uyên', sex: 'female', birth: '1999', ...home('Đỗ Uyên', '1 Hai Bà Trưng', null), relation: 'head' },
];

/** The book as a workbook; `oldFont`: typed in TCVN3, as the older ones are. */
export function householdBook({ oldFont = false } = {}): TestRegister {
  const write = (cell: string | number | null): SheetCell =>
    typeof cell === 'string' && oldFont ? toTcvn3(cell) : cell;
  const letters = 'ABCDEFGHIJ';
  const across = lines.flatMap((line, index) =>
    line.length === width && line.slice(1).every((cell) => cell === null) ? [`A${index + 1}:J${index + 1}`] : [],
  );
  const down = [...letters].filter((letter) => !'BCDEHI'.includes(letter)).map((letter) => `${letter}4:${letter}5`);
  const merges = [...across, ...down, 'B4:C5', 'D4:E4', 'H4:I4', 'B15:C15', 'D15:E15', 'H15:I15'];
  return {
    fileName: oldFont ? 'so-ho-khau-cu.xlsx' : 'so-ho-khau.xlsx',
    bytes: workbookOf({ rows: lines.map((line) => line.map(write)), merges }),
    summary: { rows: 11, create: 9, errors: 2, skipped: 8, people: 9, households: 4, dwellings: 4, unplaced: 1 },
    issues: {
      relation_missing: 1,
      sex_missing: 1,
      birth_unreadable: 1,
      name_missing: 1,
      duplicate_row: 1,
      neighbourhood_unknown: 1,
    },
    people,
    errors: [
      [18, 'name_missing'],
      [20, 'duplicate_row'],
    ],
  };
}
