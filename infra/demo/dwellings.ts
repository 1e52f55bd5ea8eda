import type { DwellingKind } from '@nocgia/schemas/events/dwelling.ts';
import type { Dwelling } from './model.ts';
import type { Random } from './random.ts';

const streets = [
  'Lãnh Binh Thăng',
  'Tôn Thất Hiệp',
  'Lê Đại Hành',
  'Tuệ Tĩnh',
  'Thiên Phước',
  'Phú Thọ',
  'Nguyễn Thị Nhỏ',
  'Hàn Hải Nguyên',
  'Đội Cung',
  'Xóm Đất',
  'Ông Ích Khiêm',
  'Lò Siêu',
  'Bình Thới',
  'Dương Đình Nghệ',
  'Lữ Gia',
  'Nguyễn Văn Phú',
  'Trần Quý',
  'Hòa Bình',
] as const;

/** Roofs along streets, each neighbourhood with three, the last of which runs on into the next. No address stands twice. */
export function layOut(random: Random, count: number, neighbourhoods: number): Dwelling[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index): Dwelling => {
    const neighbourhood = Math.floor((index * neighbourhoods) / count);
    const street =
      streets[
        (neighbourhood +
          random.weighted([
            [0, 4],
            [1, 4],
            [2, 2],
          ])) %
          streets.length
      ] ?? streets[0];
    const kind = random.weighted<DwellingKind>([
      ['house', 765],
      ['flat', 115],
      ['boarding_house', 36],
      ['mixed_use', 84],
    ]);
    return {
      index,
      neighbourhood: random.chance(0.988) ? neighbourhood : null,
      houseNumber: houseNumber(random, street, taken),
      oldNumber: random.chance(0.05) ? `${random.between(1, 300)}/${random.between(1, 30)}` : null,
      street,
      kind,
      confirmedOn: null,
    };
  });
}

function houseNumber(random: Random, street: string, taken: Set<string>): string {
  for (;;) {
    const number = random.between(1, 400);
    const written = random.weighted([
      [`${number}`, 38],
      [`${number}/${random.between(1, 60)}`, 42],
      [`${number}/${random.between(1, 40)}/${random.between(1, 20)}`, 14],
      [`${number}${random.pick(['A', 'B', 'C', 'bis'])}`, 6],
    ]);
    if (taken.has(`${street} ${written}`)) continue;
    taken.add(`${street} ${written}`);
    return written;
  }
}
