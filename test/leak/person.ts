import type { FieldGroup } from '@nocgia/services/access/scope.ts';
import type { PlaceName } from './world.ts';

/** A text that stands in the data of one place only, and what sort of field it stands in. */
export interface Marker {
  text: string;
  group:
    FieldGroup | 'account' | 'colleague' | 'import' | 'dossier' | 'dossierContact' | 'dossierAddress' | 'dossierRating';
  /** Another place whose readers see it as well: where somebody lived before. */
  also?: PlaceName;
}

/** A person all of whose fields hold something that is found nowhere else. */
export function person(word: string, number: number, which: 'head' | 'member' | 'mover') {
  const w = { head: word, member: `${word}b`, mover: `x${word}` }[which];
  const [n, digit] = { head: [number, number], member: [number, number + 3], mover: [7, number] }[which] ?? [0, 0];
  return {
    fullName: `Ho${w} Ten${w}`,
    otherName: `Goi${w}`,
    sex: 'female' as const,
    birth: `194${n}-0${digit}-1${n}`,
    nationalId: `0791${n}00000${digit}${n}`,
    earlierId: `02${n}00${digit}${n}${n}7`,
    birthPlace: `Sinh${w}`,
    homeTown: `Que${w}`,
    ethnicity: `dt${w}`.slice(0, 10),
    religion: `tg${w}`,
    nationality: 'VNM',
    phone: `0902${n}${digit}00${n}${digit}`,
    email: `thu.${w}@thu.example`,
    education: `hoc${w}`,
    occupation: `nghe${w}`,
    workplace: `noilam${w}`,
    maritalStatus: `hn${w}`,
    disability: `kt${w}`,
    healthInsurance: `bh${w}`.slice(0, 20),
    note: `ghichu${w}`,
  };
}

const groupOf = {
  fullName: 'identity',
  otherName: 'identity',
  birth: 'identity',
  birthPlace: 'identity',
  homeTown: 'identity',
  nationalId: 'nationalId',
  earlierId: 'nationalId',
  phone: 'contact',
  email: 'contact',
  ethnicity: 'ethnicityReligion',
  religion: 'ethnicityReligion',
  education: 'educationWork',
  occupation: 'educationWork',
  workplace: 'educationWork',
  maritalStatus: 'identity',
  disability: 'health',
  healthInsurance: 'health',
  note: 'notes',
} as const satisfies Partial<Record<keyof ReturnType<typeof person>, FieldGroup>>;

/** What of a person stands nowhere else, by the field it stands in. */
export function markersOf(details: ReturnType<typeof person>): Marker[] {
  const fields = Object.keys(groupOf) as (keyof typeof groupOf)[];
  const whole = fields.map((field) => ({ text: details[field], group: groupOf[field] }));
  // Folded and split as a search index has it, a name must not leak either.
  const words = details.fullName.split(' ').map((text) => ({ text, group: 'identity' as const }));
  return [...whole, ...words];
}
