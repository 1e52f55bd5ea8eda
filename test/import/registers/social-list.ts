import { workbookOf, type SheetCell } from '@nocgia/services/tables/testing/workbook.ts';
import type { ExpectedPerson, TestRegister } from './expected.ts';

/** A text as a Mac writes it: every accent a letter of its own. */
const apart = (text: string): string => text.normalize('NFD');
const serial1904 = (day: string): number => (Date.parse(day) - Date.UTC(1904, 0, 1)) / 86_400_000;
const formula = (text: string, result: string): SheetCell => ({
  attributes: 't="str"',
  body: `<f>${text}</f><v>${result}</v>`,
});

/**
 * A list of social affairs made on a Mac: days counted from 1904, decomposed letters, women marked by a cross, people put together by
 * their address alone and that written every way, no neighbourhood, and cells that a spreadsheet would run.
 */
const rows: SheetCell[][] = [
  [apart('DANH SÁCH ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI')],
  [
    apart('Họ và tên'),
    null,
    apart('Ngày sinh'),
    apart('Nữ'),
    apart('Địa chỉ'),
    apart('Điện thoại'),
    apart('Diện'),
    apart('Ghi chú'),
  ],
  [
    apart('Trần Thị'),
    apart('Huệ'),
    serial1904('1946-05-19'),
    'x',
    apart('Số 12 đường Lê Lợi'),
    '903111222',
    apart('Cao tuổi'),
    null,
  ],
  [
    apart('Trần Văn'),
    apart('Tý'),
    serial1904('1972-01-31'),
    null,
    apart('12 Lê Lợi'),
    null,
    null,
    '=HYPERLINK("http://x","y")',
  ],
  [apart('Trần Ngọc'), apart('Quỳnh'), '7/8/2010', 'x', apart('12, LÊ LỢI'), '+84 903 111 333', apart('Trẻ em'), null],
  [
    apart('Mã Thị'),
    apart('Lành'),
    1951,
    'X',
    apart('5/7 hẻm 18 Trần Phú'),
    'không có',
    apart('Khuyết tật'),
    "@SUM(1+1)*cmd|' /C calc'!A0",
  ],
  [
    apart('Mã Văn'),
    apart('Lợi'),
    formula('DATE(1980,2,3)', '1980-02-03'),
    null,
    apart('5/7 hẻm 18 Trần Phú'),
    null,
    null,
    null,
  ],
  [{ attributes: 't="e"', body: '<v>#N/A</v>' }, null, null, null, apart('5/7 hẻm 18 Trần Phú'), null, null, null],
  [apart('Kha Thị'), apart('Mai'), { attributes: 't="e"', body: '<v>#VALUE!</v>' }, 'x', null, null, null, null],
];

const house = (address: string | null) => ({ head: null, address, place: null });
const people: ExpectedPerson[] = [
  {
    ...{ name: 'Trần Thị Huệ', sex: 'female', birth: '1946-05-19', ...house('12 Lê Lợi') },
    aside: { Diện: 'Cao tuổi' },
  },
  { name: 'Trần Văn Tý', sex: 'male', birth: '1972-01-31', ...house('12 Lê Lợi') },
  { name: 'Trần Ngọc Quỳnh', sex: 'female', birth: '2010-08-07', ...house('12 Lê Lợi') },
  {
    ...{ name: 'Mã Thị Lành', sex: 'female', birth: '1951', ...house('5/7 hẻm 18 Trần Phú') },
    aside: { Diện: 'Khuyết tật', 'Điện thoại': 'không có' },
  },
  { name: 'Mã Văn Lợi', sex: 'male', birth: '1980-02-03', ...house('5/7 hẻm 18 Trần Phú') },
  { name: 'Kha Thị Mai', sex: 'female', birth: null, ...house(null) },
];

export function socialList(): TestRegister {
  return {
    fileName: 'bao-tro-xa-hoi.xlsx',
    bytes: workbookOf({ rows, merges: ['A1:H1', 'A2:B2'], date1904: true }),
    summary: { rows: 7, create: 6, errors: 1, skipped: 0, people: 6, households: 3, dwellings: 3, unplaced: 3 },
    issues: {
      name_missing: 1,
      cell_error: 2,
      birth_missing: 2,
      phone_invalid: 1,
      address_missing: 1,
      household_missing: 1,
    },
    people,
    errors: [[8, 'name_missing']],
  };
}
