import type { Random } from './random.ts';

/** Families by how common they are in the south. */
const families = [
  ['Nguyễn', 315],
  ['Trần', 109],
  ['Lê', 95],
  ['Phạm', 59],
  ['Huỳnh', 51],
  ['Võ', 39],
  ['Phan', 45],
  ['Trương', 25],
  ['Bùi', 22],
  ['Đặng', 21],
  ['Đỗ', 20],
  ['Ngô', 14],
  ['Hồ', 14],
  ['Dương', 14],
  ['Đinh', 10],
  ['Lý', 9],
  ['Lâm', 9],
  ['Mai', 6],
  ['Cao', 6],
  ['Châu', 5],
  ['Tô', 4],
  ['Đoàn', 6],
  ['Vương', 3],
  ['Quách', 2],
  ['Thái', 3],
] as const;

const list = (names: string): readonly [string, ...string[]] => {
  const [first = '', ...rest] = names.split(', ');
  return [first, ...rest];
};

/** Middle and given names by sex and the fashion of a generation: born before 1960, before 1980, before 2000, since. */
const fashions = {
  male: [
    {
      middles: list('Văn, Văn, Văn, Văn, Hữu, Đình, Ngọc, Công, Thanh, Bá, Xuân'),
      names: list(
        'Hai, Ba, Tư, Năm, Sáu, Bảy, Tám, Thành, Hòa, Bình, Lợi, Phước, Tài, Lộc, Thọ, Dũng, Sơn, Long, Quang, Đức, Hiền, Sang, Nghĩa, Trung, Chánh',
      ),
    },
    {
      middles: list('Văn, Văn, Hữu, Đức, Minh, Quốc, Công, Thanh, Hoàng, Anh, Xuân, Ngọc, Trọng, Đình, Tấn, Chí'),
      names: list(
        'Hùng, Dũng, Cường, Tuấn, Hải, Sơn, Bình, Long, Thắng, Phong, Minh, Quang, Thành, Tâm, Trung, Vinh, Hòa, Tùng, Kiên, Phúc, Lộc, Toàn, Hiếu, Khánh',
      ),
    },
    {
      middles: list('Minh, Quốc, Hoàng, Anh, Thanh, Đức, Ngọc, Trọng, Nhật, Văn, Tuấn, Công, Hữu, Bảo, Thành'),
      names: list(
        'Tuấn, Nam, Huy, Duy, Khoa, Đạt, Phúc, Thịnh, Long, Hiếu, Nghĩa, Quân, Trí, Nhân, Vinh, Tú, Thắng, Kiệt, Khánh, Phát, Tài, Hào, Sang, Lâm, Vũ',
      ),
    },
    {
      middles: list('Gia, Minh, Bảo, Hoàng, Nhật, Đăng, Thiên, Quang, Tuấn, Anh, Phúc, Khánh, Hải, Đức, Hữu'),
      names: list(
        'Bảo, Khang, Huy, Khôi, Phúc, Minh, Khoa, Đạt, Kiệt, Nam, Quân, Long, Hưng, Thịnh, An, Phát, Nguyên, Thiên, Khải, Đăng, Bách, Lâm, Phong, Tín',
      ),
    },
  ],
  female: [
    {
      middles: list('Thị, Thị, Thị, Thị, Thị, Thị, Kim, Ngọc, Thị Ngọc, Thị Kim, Mỹ'),
      names: list(
        'Lan, Hoa, Cúc, Mai, Huệ, Hồng, Tuyết, Nga, Lý, Năm, Chín, Út, Sương, Liên, Thủy, Phượng, Đào, Xuân, Bé, Hai, Sáu, Nguyệt, Nhung, Thơm, Ánh, Đẹp',
      ),
    },
    {
      middles: list('Thị, Thị, Thị, Thị Ngọc, Thị Thu, Thị Kim, Thị Mỹ, Thị Thanh, Ngọc, Thanh, Kim, Bích, Mỹ, Hồng'),
      names: list(
        'Hương, Lan, Hà, Loan, Hạnh, Thủy, Nga, Hoa, Phượng, Thảo, Trang, Vân, Liên, Hằng, Dung, Oanh, Yến, Tuyết, Nguyệt, Mai, Thu, Tâm, Thanh, Diệp, Châu',
      ),
    },
    {
      middles: list(
        'Thị, Thị Ngọc, Thị Thu, Thị Thùy, Thị Mỹ, Thị Kim, Ngọc, Thanh, Thùy, Phương, Bích, Hoàng, Minh, Mỹ, Hồng, Kiều',
      ),
      names: list(
        'Linh, Trang, Hương, Thảo, Vy, Ngân, Trâm, Yến, Oanh, Quỳnh, Nhi, My, Trinh, Châu, Thư, Diễm, Loan, Hạnh, Uyên, Tiên, Phương, Thúy, Duyên, Ngọc, Hiền',
      ),
    },
    {
      middles: list('Ngọc, Bảo, Gia, Khánh, Minh, Phương, Thanh, Quỳnh, Tường, Hoàng, Thảo, Kim, An, Nhã, Tuệ'),
      names: list(
        'Hân, Vy, Nhi, Ngọc, Trân, Anh, Thư, My, Châu, Ngân, Linh, Như, Quỳnh, Nghi, Nguyên, An, Khuê, Mai, Chi, Yến, Tiên, Uyên, Lam, Đan, Thy',
      ),
    },
  ],
} as const;

/** Names of three peoples of the south beside the Kinh, by their code of the national list. */
const peoples: Readonly<
  Record<
    string,
    {
      families: readonly [string, ...string[]];
      male: readonly [string, ...string[]];
      female: readonly [string, ...string[]];
    }
  >
> = {
  '06': {
    families: list(
      'Trần, Lâm, Lý, Huỳnh, Quách, Vương, Châu, Tăng, Lưu, Diệp, Phùng, Hà, La, Tô, Giang, Thái, Quan, Mã',
    ),
    male: list(
      'Chí Hùng, Chí Cường, Quốc Hùng, Quốc Cường, Vĩ Cường, Chấn Hưng, Gia Vinh, Tuấn Minh, Chấn Phong, Diệu Minh, Kiến Hoa, Vĩnh Phát, Phối Hưng, Tú Minh, Gia Lương, Chí Vĩ, Cẩm Quyền, Sanh Phát',
    ),
    female: list(
      'Mỹ Linh, Mỹ Phụng, Tú Anh, Tú Trân, Lệ Hoa, Bội Linh, Tuệ Linh, Huệ Phân, Tiểu Muội, Muối, Mỹ Kiều, Ngọc Phụng, Lệ Bình, Thục Trinh, Thục Nghi, Gia Mẫn, Bội Bội, Ái Liên',
    ),
  },
  '05': {
    families: list('Thạch, Sơn, Kim, Danh, Lâm, Châu, Kiên, Lý, Trần'),
    male: list('Sóc Kha, Sa Rinh, Phol, Chanh Đa, Thươl, Sa Rây, Vuông, Hoàng Đa, Minh Thi, Sóc Thia, Ươl'),
    female: list('Thị Sa Rươl, Thị Sóc Kha, Thị Phai, Thị Sà Vane, Thị Na Ry, Thị Hoàng, Thị Đa Ni, Thị Bô Pha'),
  },
  '14': {
    families: list('Mách, Ysa, Châu, Đổng, Báo, Từ, Kiều, Mohamad, Phú'),
    male: list('Sa Lếh, Amin, Y Sa, Du Sô, Ka Rim, Văn Chính, Sa Lây Man, Ha Kim, Văn Thành'),
    female: list('Thị Sa Ly Mah, Ro Ky Ah, Thị Ma Ri Am, Thị Mỹ Lệ, Ha Li Mah, Thị Ai Sah, Thị Fa Ti Mah'),
  },
};

/** A family name by how common it is in the south, among the Kinh or a people by its code. */
export function familyName(random: Random, ethnicity = '01'): string {
  const own = peoples[ethnicity];
  return own ? random.pick(own.families) : random.weighted(families);
}

/** Middle and given name in the fashion of the year of birth. */
export function ownName(random: Random, sex: 'male' | 'female', birthYear: number, ethnicity = '01'): string {
  const own = peoples[ethnicity];
  // The young of every people have names of the whole country as often as not.
  if (own && (birthYear < 1985 || random.chance(0.5))) return random.pick(own[sex]);
  const fashion = fashions[sex][birthYear < 1960 ? 0 : birthYear < 1980 ? 1 : birthYear < 2000 ? 2 : 3];
  const middle = random.pick(fashion.middles);
  for (;;) {
    const name = random.pick(fashion.names);
    if (!middle.endsWith(name)) return `${middle} ${name}`;
  }
}
