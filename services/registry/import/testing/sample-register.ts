/** Random numbers in [0, 1) from a seed (mulberry32), so that a test that fails can be run again as it was. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ'];
const middles = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Minh', 'Thanh', 'Quốc', 'Kim'];
const givens = [
  'An',
  'Bình',
  'Châu',
  'Dũng',
  'Đào',
  'Giang',
  'Hòa',
  'Khoa',
  'Lan',
  'Mỹ',
  'Nga',
  'Oanh',
  'Phúc',
  'Quý',
  'Sương',
  'Tú',
  'Uyên',
  'Vỹ',
];
const streets = ['Lê Lợi', 'Trần Hưng Đạo', 'Nguyễn Trãi', 'Điện Biên Phủ', 'Hai Bà Trưng'];

export const sampleHeadings = [
  'STT',
  'Số hộ',
  'Họ và tên',
  'Giới tính',
  'Ngày sinh',
  'Số định danh',
  'Quan hệ với chủ hộ',
  'Số nhà',
  'Đường',
  'Khu phố',
  'Dân tộc',
] as const;

/** Rows of an invented register in the order of `sampleHeadings`: whole households with a head, faultless but for one missing birth in 50. */
export function sampleRegister(people: number, seed: number): string[][] {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const rows: string[][] = [];
  for (let household = 1; rows.length < people; household++) {
    const size = Math.min(1 + Math.floor(random() * 6), people - rows.length);
    const family = pick(families);
    const place = [
      `${1 + Math.floor(random() * 90)}/${1 + Math.floor(random() * 9)}`,
      pick(streets),
      `Khu phố ${1 + Math.floor(random() * 3)}`,
    ];
    for (let member = 0; member < size; member++) {
      const male = random() < 0.5;
      const year = member === 0 ? 1950 + Math.floor(random() * 40) : 1960 + Math.floor(random() * 60);
      const pad = (number: number): string => String(number).padStart(2, '0');
      const birth = `${pad(1 + Math.floor(random() * 28))}/${pad(1 + Math.floor(random() * 12))}/${year}`;
      const id = `079${(year < 2000 ? 0 : 2) + (male ? 0 : 1)}${String(year).slice(2)}${String(rows.length + 1).padStart(6, '0')}`;
      const relation = member === 0 ? 'Chủ hộ' : member === 1 ? (male ? 'Chồng' : 'Vợ') : 'Con';
      rows.push([
        String(rows.length + 1),
        String(household),
        `${family} ${pick(middles)} ${pick(givens)}`,
        male ? 'Nam' : 'Nữ',
        random() < 0.02 ? '' : birth,
        id,
        relation,
        ...place,
        'Kinh',
      ]);
    }
  }
  return rows;
}

/** A CSV text of these rows under these headings. */
export function csvOf(rows: readonly (readonly string[])[], headings: readonly string[] = sampleHeadings): string {
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [headings, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}
