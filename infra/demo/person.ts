import { ageAt } from './days.ts';
import type { Details, Person, Sex } from './model.ts';
import { familyName, ownName } from './names.ts';
import type { Random } from './random.ts';

/** What a household has in common. */
export interface House {
  ethnicity: string;
  religion: string | null;
}

export function houseOf(random: Random): House {
  const ethnicity = random.weighted([
    ['01', 840],
    ['06', 138],
    ['05', 12],
    ['14', 10],
  ]);
  if (ethnicity === '14') return { ethnicity, religion: random.chance(0.8) ? 'islam' : 'none' };
  if (ethnicity === '05') return { ethnicity, religion: 'buddhism' };
  const religion = random.weighted<string | null>([
    ['none', 46],
    [null, 14],
    ['buddhism', 24],
    ['catholicism', 12],
    ['caodaism', 2],
    ['protestantism', 1],
    ['hoahao', 1],
  ]);
  return { ethnicity, religion };
}

const provinces = [
  'Tiền Giang',
  'Bến Tre',
  'Long An',
  'Quảng Ngãi',
  'Bình Định',
  'Quảng Nam',
  'Vĩnh Long',
  'Đồng Tháp',
  'Nam Định',
  'Thanh Hóa',
  'Nghệ An',
  'Trà Vinh',
  'Sóc Trăng',
  'An Giang',
  'Tây Ninh',
  'Đồng Nai',
] as const;

/** A province from which people come to the city, or to which they go back. */
export function province(random: Random): string {
  return random.pick(provinces);
}

/** Everything on record of somebody born on `born` as of `day`. `family`: of the father; a mother of another people keeps her own. */
export function detailsOf(
  random: Random,
  {
    sex,
    born,
    day,
    family,
    house,
    ids,
  }: { sex: Sex; born: string; day: string; family?: string; house: House; ids: Set<string> },
): Details {
  const year = Number(born.slice(0, 4));
  const age = ageAt(born, day);
  const { ethnicity, religion } = house;
  const fromHere = random.chance(age < 25 ? 0.75 : 0.5);
  const education = educationOf(random, age, year);
  const job = age < 18 ? null : jobOf(random, age, sex, education);
  const eid = age >= 14 ? eidOf(random, age, day) : {};
  return {
    fullName: `${family ?? familyName(random, ethnicity)} ${ownName(random, sex, year, ethnicity)}`,
    sex,
    // Papers of the old often know no more than the year.
    birth: year < 1955 && random.chance(0.25) ? String(year) : born,
    nationalId: age >= 14 || random.chance(0.85) ? nationalId(random, sex, year, fromHere, ids) : null,
    phone: age >= 15 && random.chance(age > 75 ? 0.4 : 0.85) ? phoneOf(random) : null,
    birthPlace: fromHere ? 'Thành phố Hồ Chí Minh' : `Tỉnh ${province(random)}`,
    homeTown: random.chance(0.3) ? 'Thành phố Hồ Chí Minh' : `Tỉnh ${province(random)}`,
    ethnicity,
    religion,
    nationality: 'VNM',
    education,
    occupation: job?.occupation ?? null,
    workplace: job?.workplace ?? null,
    maritalStatus: age < 18 ? null : 'single',
    disability: random.chance(age > 65 ? 0.04 : 0.008)
      ? random.weighted([
          ['mobility', 50],
          ['hearing_speech', 15],
          ['vision', 15],
          ['mental', 12],
          ['intellectual', 8],
        ])
      : null,
    healthInsurance: random.chance(0.9) ? insuranceOf(random, age, job !== null) : null,
    ...eid,
  };
}

/** What is on record of a child on the day of its birth. */
export function newbornDetails(
  random: Random,
  { sex, born, family, house, ids }: { sex: Sex; born: string; family: string; house: House; ids: Set<string> },
): Details {
  const year = Number(born.slice(0, 4));
  return {
    fullName: `${family} ${ownName(random, sex, year, house.ethnicity)}`,
    sex,
    birth: born,
    nationalId: nationalId(random, sex, year, true, ids),
    birthPlace: 'Thành phố Hồ Chí Minh',
    homeTown: random.chance(0.4) ? 'Thành phố Hồ Chí Minh' : `Tỉnh ${province(random)}`,
    ethnicity: house.ethnicity,
    religion: house.religion,
    nationality: 'VNM',
    healthInsurance: `TE179${random.between(10_000_000, 99_999_999)}${random.between(10, 99)}`,
  };
}

/** The first part of a full name. */
export function familyOf(person: Pick<Person, 'details'>): string {
  return person.details.fullName.split(' ')[0] ?? '';
}

function educationOf(random: Random, age: number, year: number): string {
  if (age < 3) return 'none';
  if (age < 6) return 'kindergarten';
  if (age < 11) return 'primary';
  if (age < 15) return 'lower_secondary';
  if (age < 18) return 'upper_secondary';
  if (year < 1958)
    return random.weighted([
      ['none', 5],
      ['primary', 42],
      ['lower_secondary', 30],
      ['upper_secondary', 16],
      ['bachelor', 7],
    ]);
  return random.weighted([
    ['primary', year < 1980 ? 14 : 5],
    ['lower_secondary', year < 1980 ? 28 : 15],
    ['upper_secondary', 32],
    ['intermediate', 9],
    ['college', year < 1980 ? 6 : 13],
    ['bachelor', year < 1980 ? 13 : 29],
    ['master', age > 27 ? 3 : 0],
  ]);
}

const trades = {
  low: ['Buôn bán nhỏ', 'Công nhân may', 'Công nhân', 'Chạy xe công nghệ', 'Thợ hồ', 'Phụ bếp', 'Bảo vệ', 'Thợ may'],
  middle: [
    'Buôn bán',
    'Lái xe',
    'Thợ điện',
    'Nhân viên bán hàng',
    'Thợ cắt tóc',
    'Đầu bếp',
    'Thợ cơ khí',
    'Kinh doanh tự do',
  ],
  high: [
    'Nhân viên văn phòng',
    'Kế toán',
    'Giáo viên',
    'Kỹ sư',
    'Lập trình viên',
    'Điều dưỡng',
    'Dược sĩ',
    'Nhân viên ngân hàng',
    'Luật sư',
  ],
} as const;
const workplaces = [
  'Chợ Thiếc',
  'Bệnh viện Chợ Rẫy',
  'Công ty TNHH May Phú Thọ',
  'Siêu thị Lãnh Binh Thăng',
  'Trường THCS Lê Quý Đôn',
  'Khu công nghiệp Tân Bình',
  'Công viên phần mềm Quang Trung',
] as const;

function jobOf(
  random: Random,
  age: number,
  sex: Sex,
  education: string,
): { occupation: string; workplace: string | null } | null {
  if (age < 23 && random.chance(education === 'upper_secondary' ? 0.6 : 0.25))
    return { occupation: 'Sinh viên', workplace: null };
  if (age >= (sex === 'male' ? 62 : 60))
    return { occupation: random.chance(0.6) ? 'Hưu trí' : 'Già yếu, ở nhà', workplace: null };
  if (random.chance(0.08)) return null;
  if (sex === 'female' && random.chance(0.13)) return { occupation: 'Nội trợ', workplace: null };
  const high = ['college', 'bachelor', 'master'].includes(education);
  const low = ['none', 'primary', 'lower_secondary'].includes(education);
  const occupation = random.pick(high ? trades.high : low ? trades.low : trades.middle);
  return { occupation, workplace: random.chance(0.25) ? random.pick(workplaces) : null };
}

/** Levels of the electronic identity as they were on that day: most of the young had the second, most of the old none. */
function eidOf(random: Random, age: number, day: string): Pick<Details, 'eidLevel' | 'eidSince'> {
  const reach = age < 18 ? 0.25 : age < 60 ? 0.72 : age < 75 ? 0.4 : 0.12;
  if (!random.chance(reach)) return {};
  const year = Number(day.slice(0, 4)) - random.between(0, 1);
  const since = `${year}-${String(random.between(1, 10)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;
  return { eidLevel: random.chance(0.72) ? '2' : '1', eidSince: since };
}

function phoneOf(random: Random): string {
  return `0${random.pick(['90', '91', '93', '97', '98', '35', '38', '70', '77', '79', '86', '89'])}${random.between(1000000, 9999999)}`;
}

function insuranceOf(random: Random, age: number, works: boolean): string {
  const kind = age < 6 ? 'TE1' : age < 23 ? 'HS4' : age >= 75 ? 'BT2' : works && random.chance(0.5) ? 'DN4' : 'GD4';
  return `${kind}79${random.between(10_000_000, 99_999_999)}${random.between(10, 99)}`;
}

/** Shaped by the rule of the law (province of birth, century and sex, year, six more digits), unique within the ward. */
function nationalId(random: Random, sex: Sex, birthYear: number, fromHere: boolean, taken: Set<string>): string {
  for (;;) {
    const place = fromHere
      ? '079'
      : random.pick([
          '080',
          '082',
          '083',
          '051',
          '052',
          '049',
          '086',
          '087',
          '036',
          '038',
          '040',
          '084',
          '094',
          '089',
          '072',
          '075',
        ]);
    const century = (birthYear < 2000 ? 0 : 2) + (sex === 'male' ? 0 : 1);
    const id = `${place}${century}${String(birthYear % 100).padStart(2, '0')}${String(random.between(0, 999999)).padStart(6, '0')}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}
