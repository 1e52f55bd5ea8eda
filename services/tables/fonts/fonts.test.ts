import { RejectionError } from '@nocgia/schemas/errors.ts';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../reader/messages.ts';
import { fontReader } from './convert.ts';
import { isSyllable, looksVietnamese } from './syllables.ts';
import { fromOldFont } from './tables.ts';

const rowsOf = (...rows: Cell[][]) => rows.map((cells, index) => ({ line: index + 1, cells }));
const column = (...texts: string[]) => rowsOf(...texts.map((text) => [text, '1990']));
const read = (rows: ReturnType<typeof rowsOf>): Cell[][] => {
  const reader = fontReader(rows);
  const cells = rows.map((row) => reader.convert(row).cells);
  reader.finish();
  return cells;
};
const refused = (rows: ReturnType<typeof rowsOf>): string => {
  try {
    read(rows);
    return 'read';
  } catch (error) {
    return error instanceof RejectionError ? error.rejection.code : String(error);
  }
};

describe('letters', () => {
  const words =
    'Nguyễn Văn Ánh|Trần Thị Bình|Lê Đức Hoàng|Huỳnh Thúc Kháng|Lương Thế Vinh|Đường Lê Lợi|Quan hệ với chủ hộ|Phạm Ngũ Lão|Đặng Thuỳ Trâm|Hoà Hảo|Kỷ Sửu|Mỹ Tho|Vũ Ngọc Phượng|Bùi Thị Xuân|Cẩm Lệ|Gò Vấp|Nghĩa Lợi|Tỉnh Ủy';

  test('TCVN3, its capitals included', () => {
    const written =
      'NguyÔn V¨n ¸nh|TrÇn ThÞ B×nh|Lª §øc Hoµng|Huúnh Thóc Kh¸ng|L­¬ng ThÕ Vinh|§­êng Lª Lîi|Quan hÖ víi chñ hé|Ph¹m Ngò L·o|§Æng Thuú Tr©m|Hoµ H¶o|Kû Söu|Mü Tho|Vò Ngäc Ph­îng|Bïi ThÞ Xu©n|CÈm LÖ|Gß VÊp|NghÜa Lîi|TØnh ñy';
    expect(fromOldFont(written, 'tcvn3').toLowerCase()).toBe(words.toLowerCase());
    expect(['NGUYÔN THÞ §µO', 'L£ V¡N T¸M', '§ç M­êi'].map((text) => fromOldFont(text, 'tcvn3'))).toEqual([
      'NGUYỄN THỊ ĐÀO',
      'LÊ VĂN TÁM',
      'Đỗ Mười',
    ]);
  });

  test('VNI, in either case', () => {
    const written =
      'Nguyeãn Vaên AÙnh|Traàn Thò Bình|Leâ Ñöùc Hoaøng|Huyønh Thuùc Khaùng|Löông Theá Vinh|Ñöôøng Leâ Lôïi|Quan heä vôùi chuû hoä|Phaïm Nguõ Laõo|Ñaëng Thuyø Traâm|Hoaø Haûo|Kyû Söûu|Myõ Tho|Vuõ Ngoïc Phöôïng|Buøi Thò Xuaân|Caåm Leä|Goø Vaáp|Nghóa Lôïi|Tænh UÛy';
    expect(fromOldFont(written, 'vni')).toBe(words);
    expect(fromOldFont('NGUYEÃN THÒ ÑAØO', 'vni')).toBe('NGUYỄN THỊ ĐÀO');
  });

  test('what could be Vietnamese', () => {
    for (const word of ['Nguyễn', 'Quỳnh', 'Giang', 'HUỲNH', 'Thuở', 'giếng', 'Krông', 'Nghĩa', 'Đắk'])
      expect([word, isSyllable(word)]).toEqual([word, true]);
    for (const word of ['nguyÔn', 'Müller', 'vaên', 'José', 'tràc', 'hả́'])
      expect([word, isSyllable(word)]).toEqual([word, false]);
    expect([looksVietnamese('Anne Smith'), looksVietnamese('Lê Lợi 12/3'), looksVietnamese('V¨n An')]).toEqual([
      'plain',
      'yes',
      'no',
    ]);
  });
});

describe('files', () => {
  test('one typed in TCVN3, one in VNI', () => {
    expect(read(column('Hä vµ tªn', 'NguyÔn V¨n An', 'TrÇn ThÞ B×nh', 'Tó')).map(([name]) => name)).toEqual([
      'Họ và tên',
      'Nguyễn Văn An',
      'Trần Thị Bình',
      'Tú',
    ]);
    expect(read(column('Hoï vaø teân', 'Nguyeãn Vaên An', 'Traàn Thò Bình')).map(([name]) => name)).toEqual([
      'Họ và tên',
      'Nguyễn Văn An',
      'Trần Thị Bình',
    ]);
  });

  test('Unicode and other languages stay as they are', () => {
    for (const texts of [
      ['Họ và tên', 'Nguyễn Văn An', 'Trần Thị Bình', 'Lê Đức Hoàng', 'Hoà', 'Huế', 'Loan'],
      ['COUIE PRICE', '1, Windsor Road', 'Jürgen Müller', 'Anne', 'Çelik', 'Carl', 'José'],
    ])
      expect(read(column(...texts)).map(([name]) => name)).toEqual(texts);
  });

  test('names in an old font beside streets in Unicode: each column by itself', () => {
    const rows = rowsOf(
      ['Hä vµ tªn', 'Đường'],
      ['NguyÔn V¨n An', 'Lê Lợi'],
      ['TrÇn ThÞ B×nh', 'Nguyễn Trãi'],
      ['Lª §øc Hoµng', 'Điện Biên Phủ'],
    );
    expect(read(rows)[3]).toEqual(['Lê Đức Hoàng', 'Điện Biên Phủ']);
  });

  test('two fonts in one column, or marks that no font explains, are refused and not stored garbled', () => {
    const names = [
      'NguyÔn V¨n An',
      'TrÇn ThÞ B×nh',
      'Lª §øc Hoµng',
      'Nguyeãn Vaên An',
      'Traàn Thò Bình',
      'Leâ Ñöùc Hoaøng',
    ];
    expect(refused(column(...names))).toBe('IMPORT_OLD_FONT');
    const [first = '', second = '', third = ''] = names;
    expect(refused(column(first, second, third, 'NguyÔn x¿k', 'TrÇn ÐÀ', 'B×nh ßß'))).toBe('IMPORT_OLD_FONT');
  });

  test('what makes no sense far down in the file is seen at the end', () => {
    const head = column('Hä vµ tªn', 'NguyÔn V¨n An', 'TrÇn ThÞ B×nh', 'Lª §øc Hoµng');
    const reader = fontReader(head);
    for (const row of column('Nguyeãn Vaên An', 'Traàn Thò Bình', 'Leâ Ñöùc Hoaøng')) reader.convert(row);
    expect(() => reader.finish()).toThrow(RejectionError);
  });
});
