import { toWindows1258 } from './encodings.ts';
import type { ExpectedPerson, TestRegister } from './expected.ts';

const headings =
  'Số định danh cá nhân;Họ, chữ đệm và tên khai sinh;Ngày, tháng, năm sinh;Giới tính;Số hộ;Quan hệ với chủ hộ;Nơi thường trú;Khu phố;Dân tộc;Số CMND;Mã đơn vị';

/**
 * A list as the police give it out: Windows-1258, semicolons, the identity number first, days without zeros in front; zeros eaten by a
 * spreadsheet, an old number in the new one's column, people twice, days that never were, relations by a code that nobody explains.
 */
const lines = [
  '079070000101;Nguyễn Hữu Nghĩa;5/6/1970;Nam;A-01;Chủ hộ;12 Nguyễn Trãi;Khu phố 1;Kinh;;BT',
  '079172000102;Trần Thị Mỹ Duyên;15/12/1972;Nữ;A-01;Vợ;12 Nguyễn Trãi;KP1;Kinh;024111222;BT',
  '79098000103;Nguyễn Hữu Lộc;31/2/1998;Nam;A-01;Con đẻ;12 Nguyễn Trãi;1;Kinh;;BT',
  '024333444;Nguyễn Thị Thuỳ;12/25/2001;Nữ;A-01;Con;12 Nguyễn Trãi;Khu phố 01;Kinh;;BT',
  '079070000101;Nguyễn Hữu Nghĩa;5/6/1970;Nam;A-02;Anh;14 Nguyễn Trãi;Khu phố 1;Kinh;;BT',
  '003085000104;Lý Quốc Bảo;1/1/1985;Nam;A-03;CH;"16, đường Nguyễn Trãi";Khu phố 2;Hoa;;BT',
  '079185000105;Lý Thị Kim Ngân;9/9/2027;Nữ;A-03;99;"16, đường Nguyễn Trãi";Khu phố 2;Hoa;;BT',
  '079093000106;Đặng Thị Diễm;3/3/93;Nữ;A-04;Chủ hộ;18/2A Nguyễn Trãi;Khu phố 2;Khơ-me;;BT',
  '079093000106;Đặng Thị Diễm;3/3/93;Nữ;A-04;Chủ hộ;18/2A Nguyễn Trãi;Khu phố 2;Khơ-me;;BT',
  ';Ngô Bá Khá;;Nam;A-05;Ở trọ;;Khu phố 7;;;BT',
];

const house = (head: string | null, address: string | null, place: string | null) => ({ head, address, place });
const first = house('Nguyễn Hữu Nghĩa', '12 Nguyễn Trãi', '001');
const third = house('Lý Quốc Bảo', '16 Nguyễn Trãi', '002');
const unit = { 'Mã đơn vị': 'BT' };

const people: ExpectedPerson[] = [
  {
    ...{ name: 'Nguyễn Hữu Nghĩa', sex: 'male', birth: '1970-06-05', ...first, relation: 'head' },
    ...{ nationalId: '079070000101', aside: unit },
  },
  { name: 'Trần Thị Mỹ Duyên', sex: 'female', birth: '1972-12-15', ...first, nationalId: '079172000102' },
  // The day never was: the year is what can be trusted. The number had lost its zero.
  { name: 'Nguyễn Hữu Lộc', sex: 'male', birth: '1998', ...first, nationalId: '079098000103' },
  { name: 'Nguyễn Thị Thuỳ', sex: 'female', birth: '2001-12-25', ...first, relation: 'child' },
  // 003 is no province: kept aside, not recorded as a number.
  {
    ...{ name: 'Lý Quốc Bảo', sex: 'male', birth: '1985-01-01', ...third, relation: 'head' },
    aside: { ...unit, 'Số định danh cá nhân': '003085000104' },
  },
  {
    ...{ name: 'Lý Thị Kim Ngân', sex: 'female', birth: null, ...third, relation: 'unknown' },
    aside: { ...unit, 'Quan hệ với chủ hộ': '99', 'Ngày, tháng, năm sinh': '9/9/2027' },
  },
  { name: 'Đặng Thị Diễm', sex: 'female', birth: '1993-03-03', ...house('Đặng Thị Diễm', '18/2A Nguyễn Trãi', '002') },
  { name: 'Ngô Bá Khá', sex: 'male', birth: null, ...house(null, null, null), relation: 'lodger' },
];

export function policeList(): TestRegister {
  return {
    fileName: 'danh-sach-cong-an.csv',
    bytes: toWindows1258([headings, ...lines, ''].join('\r\n')),
    summary: { rows: 10, create: 8, errors: 2, skipped: 0, people: 8, households: 4, dwellings: 4, unplaced: 1 },
    issues: {
      id_duplicate: 2,
      id_padded: 1,
      id_invalid: 1,
      id_sex_mismatch: 2,
      birth_impossible: 1,
      birth_swapped: 1,
      birth_future: 1,
      birth_two_digit_year: 2,
      birth_missing: 1,
      relation_code: 1,
      address_missing: 1,
      neighbourhood_unknown: 1,
      household_no_head: 1,
    },
    people,
    errors: [
      [6, 'id_duplicate'],
      [10, 'id_duplicate'],
    ],
  };
}
