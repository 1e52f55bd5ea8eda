import { expect, test } from 'vitest';
import { createLineReader } from './lines.ts';
import type { Cell, LineNote } from '../../tables/reader/messages.ts';

const headings = ['STT', 'Họ và tên', 'Năm sinh Nam', 'Năm sinh Nữ', 'Quan hệ'];
function notes(...rows: Cell[][]): (LineNote | undefined)[] {
  const read = createLineReader(headings, 1);
  return rows.map((cells, index) => read({ line: index + 2, cells }).note);
}
const merged = (text: string): Cell[] => headings.map(() => text);

test('people are people', () => {
  expect(
    notes(
      ['1', 'Tống Cộng Hòa', '1980', null, 'Chủ hộ'],
      [null, 'Tô Hộ', null, '1990', 'Vợ'],
      ['3', 'Hồ Thị Ngày', null, null, null],
      [null, 'Nguyễn Chủ'],
    ),
  ).toEqual([undefined, undefined, undefined, undefined]);
});

test('columns numbered, headings once more, sums and signatures', () => {
  expect(
    notes(
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
      ['STT', 'Họ và tên', 'Năm sinh', 'Năm sinh', 'Quan hệ'],
      [null, null, 'Nam', 'Nữ'],
      ['Tổng cộng', null, '12', '15'],
      ['TONG CONG: 27 NGUOI'],
      [null, 'Người lập biểu', null, null, 'Trưởng khu phố'],
      merged('Danh sách này có 27 người'),
    ).map((note) => note?.skip),
  ).toEqual(['numbering', 'heading', 'heading', 'closing', 'closing', 'closing', 'closing']);
});

test('a title names the neighbourhood of those below, another the household', () => {
  expect(
    notes(
      merged('KHU PHỐ 3 - TỔ 12'),
      ['1', 'Nguyễn An', '1980'],
      ['Tổ 13'],
      ['2', 'Nguyễn Bình', '1981'],
      merged('Hộ số 15: Nguyễn Châu'),
      ['3', 'Nguyễn Châu', '1982'],
      merged('Ấp Mới'),
      ['4', 'Nguyễn Dũng', '1983'],
    ),
  ).toEqual([
    { skip: 'section', neighbourhood: 'KHU PHỐ 3' },
    { neighbourhood: 'KHU PHỐ 3' },
    { skip: 'section', neighbourhood: 'KHU PHỐ 3' },
    { neighbourhood: 'KHU PHỐ 3' },
    { skip: 'section', neighbourhood: 'KHU PHỐ 3', household: { line: 6, number: '15' } },
    { neighbourhood: 'KHU PHỐ 3', household: { line: 6, number: '15' } },
    { skip: 'section', neighbourhood: 'Ấp Mới' },
    { neighbourhood: 'Ấp Mới' },
  ]);
});
