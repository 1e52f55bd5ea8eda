import { expect, test } from 'vitest';
import { looksLikeOldFont } from './old-font.ts';

const rowsOf = (...texts: string[]) => texts.map((text, line) => ({ line, cells: [text, '1990', null] }));

test('TCVN3 and VNI are seen, real Vietnamese and other languages are not', () => {
  expect(looksLikeOldFont(rowsOf('Hä vµ tªn', 'NguyÔn V¨n An', 'TrÇn ThÞ B×nh', 'Lª §øc Hoµng'))).toBe(true);
  expect(looksLikeOldFont(rowsOf('Hoï vaø teân', 'Nguyeãn Vaên An', 'Traàn Thò Bình', 'Leâ Ñöùc Hoaøng'))).toBe(true);
  expect(
    looksLikeOldFont(rowsOf('Họ và tên', 'Nguyễn Văn An', 'Trần Thị Bình', 'Lê Đức Hoàng', 'Hoà', 'Huế', 'Loan')),
  ).toBe(false);
  expect(looksLikeOldFont(rowsOf('COUIE PRICE', '1, Windsor Road', 'Jürgen Müller', 'Anne', 'Bob', 'Carl'))).toBe(
    false,
  );
});
