import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digitsOf, foldAddressWords, foldName, foldText } from './fold.ts';
import { addressSortKey, nameSortKey, textSortKey } from './sort-key.ts';

const vietnamese = fc.string({
  unit: fc.constantFrom(
    ...'aàáảãạăằắẳẵặâầấẩẫậđĐeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ bcghklmnpqrstvxÀÁÂÊÔƠƯ',
  ),
});

test('accents, case, encoding and the place of the tone make no difference', () => {
  expect(foldText('Nguyễn Thị Ánh Đào')).toBe('nguyen thi anh dao');
  expect(foldText('Hoà')).toBe(foldText('Hòa'));
  expect(foldText('Thuỷ')).toBe(foldText('THỦY'));
  expect(foldText('Ðặng')).toBe('dang');
  expect(foldName("  Lê-Văn   O'Neil, Jr.")).toBe('le van o neil jr');
});

test('folding is the same for composed and decomposed text, and folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(vietnamese, fc.string()), (text) => {
      expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
  );
});

test('folded Vietnamese is plain ASCII', () => {
  fc.assert(
    fc.property(vietnamese, (text) => {
      expect(foldText(text)).toMatch(/^[a-z ]*$/);
    }),
  );
});

test('house numbers with slashes stay whole', () => {
  expect(foldAddressWords('12/3/4 Nguyễn Trãi, lô C2')).toEqual(['12/3/4', 'nguyen', 'trai', 'lo', 'c2']);
  expect(foldAddressWords('/12/')).toEqual(['12']);
});

test('digits of ids and phones as people type them', () => {
  expect(digitsOf('079 099.000-001')).toBe('079099000001');
  expect(digitsOf('+84 (90) １２３')).toBe('8490123');
});

test('names sort by given name, then middle, then family, in dictionary order', () => {
  const sorted = [
    'Nguyễn Văn Ân',
    'Trần Thị An',
    'Lê Văn An',
    'Lê Thị Ẩn',
    'Phạm Văn Ánh',
    'Đỗ Anh',
    'Đinh Bảo',
    'Dương Bảo',
    'Nguyễn Văn Ăn',
    'Lan',
  ].sort((a, b) => (nameSortKey(a) < nameSortKey(b) ? -1 : 1));
  expect(sorted).toEqual([
    'Trần Thị An',
    'Lê Văn An',
    'Đỗ Anh',
    'Phạm Văn Ánh',
    'Nguyễn Văn Ăn',
    'Nguyễn Văn Ân',
    'Lê Thị Ẩn',
    'Dương Bảo',
    'Đinh Bảo',
    'Lan',
  ]);
});

test('single syllables stand in the order of the Vietnamese collation', () => {
  const syllable = fc
    .tuple(
      fc.constantFrom('', 'b', 'd', 'đ', 'l', 'ng', 'tr'),
      fc.constantFrom(...'aàảãáạăằẳẵắặâầẩẫấậeèêềoôơờợuưừyỳỷ'),
      fc.constantFrom('', 'n', 'ng', 'm', 't'),
    )
    .map((parts) => parts.join(''));
  const collator = new Intl.Collator('vi');
  fc.assert(
    fc.property(syllable, syllable, (a, b) => {
      const [x, y] = [textSortKey(a), textSortKey(b)];
      expect(x < y ? -1 : x > y ? 1 : 0).toBe(Math.sign(collator.compare(a, b)));
    }),
  );
});

test('a key is the same for composed and decomposed text', () => {
  fc.assert(
    fc.property(vietnamese, (text) => {
      expect(nameSortKey(text.normalize('NFD'))).toBe(nameSortKey(text.normalize('NFC')));
    }),
  );
});

test('house numbers sort as numbers', () => {
  const numbers = ['12/3', '2', '12', '12/3/4', '12A', '100', '12/10'];
  expect(numbers.sort((a, b) => (addressSortKey('Lê Lợi', a) < addressSortKey('Lê Lợi', b) ? -1 : 1))).toEqual([
    '2',
    '12',
    '12/3',
    '12/3/4',
    '12/10',
    '12A',
    '100',
  ]);
});
