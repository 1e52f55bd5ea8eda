import { codes, type Code } from './code.ts';

/** Religions; no national numeric codes are known, so the codes are words of our own. */
export const religions: readonly Code[] = codes('Ban Tôn giáo Chính phủ (danh sách tổ chức được công nhận); mã riêng', [
  ['none', 'Không', 'None'],
  ['buddhism', 'Phật giáo', 'Buddhism'],
  ['catholicism', 'Công giáo', 'Catholicism'],
  ['protestantism', 'Tin lành', 'Protestantism'],
  ['caodaism', 'Cao Đài', 'Caodaism'],
  ['hoahao', 'Phật giáo Hòa Hảo', 'Hòa Hảo Buddhism'],
  ['islam', 'Hồi giáo', 'Islam'],
  ['bahai', "Baha'i", 'Baháʼí'],
  ['tinhdo', 'Tịnh độ cư sĩ Phật hội Việt Nam', 'Pure Land Buddhist Home Practice'],
  ['adventist', 'Cơ đốc Phục lâm', 'Seventh-day Adventist'],
  ['tuan', 'Tứ Ân Hiếu Nghĩa', 'Tứ Ân Hiếu Nghĩa'],
  ['minhsu', 'Minh Sư đạo', 'Minh Sư'],
  ['minhly', 'Minh Lý đạo – Tam Tông Miếu', 'Minh Lý – Tam Tông Miếu'],
  ['brahmanism', 'Bà-la-môn', 'Brahmanism'],
  ['mormon', 'Mặc Môn', 'Latter-day Saints'],
  ['talon', 'Phật giáo Hiếu Nghĩa Tà Lơn', 'Hiếu Nghĩa Tà Lơn Buddhism'],
  ['buuson', 'Bửu Sơn Kỳ Hương', 'Bửu Sơn Kỳ Hương'],
  ['other', 'Khác', 'Other'],
]);
