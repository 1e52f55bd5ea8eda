import type { DwellingKind } from '../events/dwelling.ts';
import { codes, type Code } from './code.ts';

/** Kinds of dwelling (nóc gia). */
export const dwellingKinds: readonly Code<DwellingKind>[] = codes<DwellingKind>('own', [
  ['house', 'Nhà riêng', 'House'],
  ['flat', 'Căn hộ', 'Flat'],
  ['boarding_house', 'Nhà trọ', 'Boarding house'],
  ['dormitory', 'Ký túc xá', 'Dormitory'],
  ['mixed_use', 'Nhà ở kết hợp kinh doanh', 'House with a shop or workshop'],
  ['institution', 'Cơ sở tập trung', 'Institution'],
  ['other', 'Khác', 'Other'],
]);
