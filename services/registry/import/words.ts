import type { Relation, ResidenceKind, Sex } from '@nocgia/schemas/events/citizen.ts';
import { foldName } from '@nocgia/schemas/text/fold.ts';

const sexes: Record<string, Sex> = {
  nam: 'male',
  trai: 'male',
  m: 'male',
  male: 'male',
  man: 'male',
  boy: 'male',
  b: 'male',
  nu: 'female',
  gai: 'female',
  f: 'female',
  female: 'female',
  woman: 'female',
  girl: 'female',
  n: 'female',
  khac: 'unknown',
  other: 'unknown',
  'khong ro': 'unknown',
  unknown: 'unknown',
  'chua ro': 'unknown',
};

/** The sex that a word tells, Vietnamese or English; undefined for a word that tells none. */
export function sexOf(text: string): Sex | undefined {
  return sexes[foldName(text)];
}

const relations: Record<Exclude<Relation, 'unknown'>, string> = {
  head: 'chu ho|ch|chu|head|head of household|householder|self',
  wife: 'vo|wife',
  husband: 'chong|husband',
  father: 'cha|cha de|cha ruot|bo|bo de|ba|father',
  mother: 'me|me de|me ruot|ma|mother',
  father_in_law: 'cha vo|cha chong|bo vo|bo chong|ba vo|ba chong|father in law',
  mother_in_law: 'me vo|me chong|mother in law',
  adoptive_parent: 'cha nuoi|me nuoi|bo nuoi|adoptive parent|adoptive father|adoptive mother',
  step_parent: 'cha duong|bo duong|me ke|di ghe|step parent|stepfather|stepmother',
  child: 'con|con de|con ruot|con trai|con gai|con trai de|con gai de|con trai ruot|con gai ruot|child|son|daughter',
  adopted_child: 'con nuoi|con nuoi trai|con nuoi gai|adopted child',
  step_child: 'con rieng|con rieng cua vo|con rieng cua chong|step child|stepson|stepdaughter',
  son_in_law: 're|con re|son in law',
  daughter_in_law: 'dau|con dau|daughter in law',
  grandparent: 'ong|ba noi|ba ngoai|ong noi|ong ngoai|ong ba|grandparent|grandfather|grandmother',
  great_grandparent: 'cu|cu noi|cu ngoai|great grandparent',
  grandchild: 'chau noi|chau ngoai|chau trai|chau gai|grandchild|grandson|granddaughter',
  great_grandchild: 'chat|chat noi|chat ngoai|chit|great grandchild',
  sibling:
    'anh|chi|em|anh ruot|chi ruot|em ruot|anh trai|chi gai|em trai|em gai|anh chi em|anh chi em ruot|sibling|brother|sister',
  sibling_in_law:
    'anh re|em re|chi dau|em dau|anh vo|chi vo|em vo|anh chong|chi chong|em chong|brother in law|sister in law',
  nephew_niece: 'chau|chau ruot|chau ho|nephew|niece',
  uncle_aunt: 'bac|chu ruot|cau|co|di|mo|thim|duong|bac ruot|cau ruot|co ruot|di ruot|uncle|aunt',
  guardian: 'nguoi giam ho|giam ho|guardian',
  ward: 'nguoi duoc giam ho|duoc giam ho|ward',
  lodger: 'o nho|o muon|o thue|o tro|cung o nho|cung o muon|cung o thue|thue nha|lodger|tenant',
  other: 'khac|nguoi khac|other|thanh vien|thanh vien khac|ban|nguoi than|nguoi nha',
};

const relationWords = new Map(
  Object.entries(relations).flatMap(([code, words]) =>
    words.split('|').map((word) => [word, code as Relation] as const),
  ),
);
// "Bà" (grandmother) and "Ba" (father) fold alike, as do "Chủ" and "Chú", "Dì" and "Đi": the accents decide.
const exactWords: Record<string, Relation> = {
  bà: 'grandparent',
  chú: 'uncle_aunt',
  chủ: 'head',
  dượng: 'uncle_aunt',
  dâu: 'daughter_in_law',
  cô: 'uncle_aunt',
  cố: 'great_grandparent',
  'bà vợ': 'mother_in_law',
};

/** The relation to the head that a word tells (TT 55/2021/TT-BCA Điều 6), Vietnamese or English; undefined for an unknown word. */
export function relationOf(text: string): Relation | undefined {
  const plain = text.normalize('NFC').trim().toLowerCase();
  return exactWords[plain] ?? relationWords.get(foldName(text));
}

const kinds: Record<string, ResidenceKind> = {
  'thuong tru': 'permanent',
  tt: 'permanent',
  'dang ky thuong tru': 'permanent',
  'ho khau thuong tru': 'permanent',
  permanent: 'permanent',
  kt1: 'permanent',
  kt2: 'permanent',
  'tam tru': 'temporary',
  'dang ky tam tru': 'temporary',
  'tam tru dai han': 'temporary',
  temporary: 'temporary',
  kt3: 'temporary',
  kt4: 'temporary',
};

/** The kind of residence that a word tells; undefined for an unknown word. */
export function residenceKindOf(text: string): ResidenceKind | undefined {
  return kinds[foldName(text)];
}

/** A cross or a tick, as people put them into a column that asks yes or no. */
export function isMark(text: string): boolean {
  return /^(x+|v|✓|✔|☑|1|có|co|true|yes|đúng)$/iu.test(text.trim());
}
