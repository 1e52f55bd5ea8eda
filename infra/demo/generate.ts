import type { Relation } from '@nocgia/schemas/events/citizen.ts';
import type { DwellingKind } from '@nocgia/schemas/events/dwelling.ts';
import { familyName, ownName } from './names.ts';
import { seededRandom, type Random } from './random.ts';

export interface DemoPerson {
  fullName: string;
  sex: 'male' | 'female';
  /** `YYYY-MM-DD`, or `YYYY` for some of the old. */
  birth: string;
  nationalId: string | null;
  phone: string | null;
  ethnicity: string;
  religion: string | null;
  occupation: string | null;
  relation: Relation;
  kind: 'permanent' | 'temporary';
  since: string;
  until: string | null;
}
export interface DemoHousehold {
  number: string;
  people: DemoPerson[];
}
export interface DemoDwelling {
  /** Index into `neighbourhoods`; null = not yet placed. */
  neighbourhood: number | null;
  houseNumber: string;
  oldNumber: string | null;
  street: string;
  kind: DwellingKind;
  households: DemoHousehold[];
}
export interface DemoWard {
  city: { code: string; name: string };
  ward: { code: string; name: string };
  neighbourhoods: { code: string; name: string }[];
  dwellings: DemoDwelling[];
}

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
] as const;
const jobs = [
  'Buôn bán',
  'Công nhân',
  'Giáo viên',
  'Lái xe',
  'Nhân viên văn phòng',
  'Thợ may',
  'Nội trợ',
  'Kỹ sư',
  'Y tá',
  'Kinh doanh tự do',
] as const;

/**
 * A synthetic ward: every name, id and number is invented from the seed. `today` (`YYYY-MM-DD`) fixes the ages;
 * some 3.6 people to a household, three generations in a third of them, lodgers in boarding houses.
 */
export function generateWard({
  seed,
  dwellings,
  neighbourhoods,
  today,
}: {
  seed: number;
  dwellings: number;
  neighbourhoods: number;
  today: string;
}): DemoWard {
  const random = seededRandom(seed);
  const year = Number(today.slice(0, 4));
  const ids = new Set<string>();
  let book = 0;

  const dwellingList = Array.from({ length: dwellings }, (_, index): DemoDwelling => {
    const neighbourhood = Math.floor((index * neighbourhoods) / dwellings);
    const kind = random.weighted<DwellingKind>([
      ['house', 78],
      ['flat', 10],
      ['boarding_house', 6],
      ['mixed_use', 6],
    ]);
    const count =
      kind === 'boarding_house'
        ? random.between(3, 6)
        : random.weighted([
            [1, 80],
            [2, 16],
            [3, 4],
          ]);
    const number = random.between(1, 400);
    return {
      neighbourhood: random.chance(0.98) ? neighbourhood : null,
      houseNumber: random.weighted([
        [`${number}`, 50],
        [`${number}/${random.between(1, 60)}`, 35],
        [`${number}/${random.between(1, 40)}/${random.between(1, 20)}`, 10],
        [`${number}${random.pick(['A', 'B', 'C', 'bis'])}`, 5],
      ]),
      oldNumber: random.chance(0.06) ? `${random.between(1, 300)}/${random.between(1, 30)}` : null,
      // Each neighbourhood has two streets, the second of which runs on into the next one.
      street: streets[(neighbourhood + (random.chance(0.4) ? 1 : 0)) % streets.length] ?? streets[0],
      kind,
      households: Array.from({ length: count }, () => ({
        number: String(++book).padStart(5, '0'),
        people: household(random, year, kind, ids),
      })),
    };
  });
  return {
    city: { code: '79', name: 'Thành phố Hồ Chí Minh' },
    ward: { code: '27226', name: 'Phường Phú Thọ' },
    neighbourhoods: Array.from({ length: neighbourhoods }, (_, i) => ({
      code: `27226-${String(i + 1).padStart(3, '0')}`,
      name: `Khu phố ${i + 1}`,
    })),
    dwellings: dwellingList,
  };
}

function household(random: Random, year: number, kind: DwellingKind, ids: Set<string>): DemoPerson[] {
  const lodging = kind === 'boarding_house';
  const headBirth = year - (lodging ? random.between(21, 40) : random.between(28, 75));
  const since = day(random, random.between(lodging ? year - 2 : Math.max(1990, headBirth + 20), year - 1));
  const headSex = random.chance(0.62) ? 'male' : 'female';
  const headFamily = familyName(random);
  const ethnicity = random.weighted([
    ['01', 90],
    ['06', 8],
    ['14', 1],
    ['05', 1],
  ]);
  const religion = random.weighted([
    [null, 62],
    ['buddhism', 24],
    ['catholicism', 12],
    ['protestantism', 2],
  ]);

  const add = (sex: 'male' | 'female', birthYear: number, family: string, relation: Relation): DemoPerson => {
    const birth = birthYear < 1955 && random.chance(0.3) ? String(birthYear) : day(random, birthYear);
    const age = year - birthYear;
    const began = birth.length > 4 && birth > since ? birth : since;
    const temporary = lodging || random.chance(0.04);
    return {
      fullName: `${family} ${ownName(random, sex, birthYear)}`,
      sex,
      birth,
      nationalId: age >= 14 && random.chance(0.95) ? nationalId(random, sex, birthYear, ids) : null,
      phone:
        age >= 16 && random.chance(0.7)
          ? `0${random.pick(['90', '91', '93', '97', '98', '35', '38', '70', '77'])}${random.between(1000000, 9999999)}`
          : null,
      ethnicity,
      religion,
      occupation: age >= 18 && age < 62 && random.chance(0.8) ? random.pick(jobs) : null,
      relation,
      kind: temporary ? 'temporary' : 'permanent',
      since: began,
      until: temporary ? `${year + random.between(0, 1)}-12-${random.between(10, 28)}` : null,
    };
  };

  const people = [add(headSex, headBirth, headFamily, 'head')];
  const married = !lodging && random.chance(0.75);
  if (married)
    people.push(
      add(
        headSex === 'male' ? 'female' : 'male',
        headBirth + random.between(-5, 4),
        familyName(random),
        headSex === 'male' ? 'wife' : 'husband',
      ),
    );
  const childFamily = headSex === 'male' ? headFamily : familyName(random);
  const children = married
    ? random.weighted([
        [0, 15],
        [1, 30],
        [2, 40],
        [3, 15],
      ])
    : 0;
  for (let i = 0; i < children; i++) {
    const born = headBirth + random.between(23, 38);
    if (born < year) people.push(add(random.chance(0.52) ? 'male' : 'female', born, childFamily, 'child'));
  }
  if (!lodging && headBirth > year - 55 && random.chance(0.3))
    people.push(add('female', headBirth - random.between(20, 32), familyName(random), 'mother'));
  if (lodging && random.chance(0.5))
    people.push(
      add(random.chance(0.5) ? 'male' : 'female', headBirth + random.between(-3, 3), familyName(random), 'lodger'),
    );
  return people;
}

function day(random: Random, year: number): string {
  return `${year}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;
}

/** Shaped by the rule of the law (province of birth, century and sex, year, six more digits), unique within the ward. */
function nationalId(random: Random, sex: 'male' | 'female', birthYear: number, taken: Set<string>): string {
  for (;;) {
    const province = random.weighted([
      ['079', 70],
      ['080', 6],
      ['082', 5],
      ['074', 4],
      ['060', 4],
      ['001', 3],
      ['092', 4],
      ['052', 4],
    ]);
    const century = (birthYear < 2000 ? 0 : 2) + (sex === 'male' ? 0 : 1);
    const id = `${province}${century}${String(birthYear % 100).padStart(2, '0')}${String(random.between(0, 999999)).padStart(6, '0')}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}
