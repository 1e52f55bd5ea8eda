import { fieldView } from './where-scope.ts';
import type { FieldGroup, Scope } from './scope.ts';

/** A 12-digit id with its first three and last four digits left: `079*****0001`. Shorter numbers keep only their last two. */
export function maskNationalId(id: string): string {
  if (/^\d{12}$/.test(id)) return `${id.slice(0, 3)}*****${id.slice(-4)}`;
  return `*****${id.length > 4 ? id.slice(-2) : ''}`;
}

/** A phone number with its last three digits left: `*****678`. */
function maskPhone(phone: string): string {
  return `*****${phone.length > 6 ? phone.slice(-3) : ''}`;
}

/** A name with the first letter of each word left: `N. V. A.` */
function maskName(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => `${[...word][0] ?? ''}.`)
    .join(' ');
}

/** What stands for a masked value of which no part may be shown. */
const MASKED = '*****';

/**
 * Which group each field of a citizen belongs to. Pages, timelines, search, exports and import reports all ask here.
 * A field that is not listed is personal data that nobody has classed, and is withheld from everybody.
 */
export const citizenFieldGroups = {
  fullName: 'identity',
  otherName: 'identity',
  sex: 'identity',
  birth: 'identity',
  birthPlace: 'identity',
  homeTown: 'identity',
  nationality: 'identity',
  maritalStatus: 'identity',
  eidLevel: 'identity',
  eidSince: 'identity',
  nationalId: 'nationalId',
  earlierId: 'nationalId',
  phone: 'contact',
  email: 'contact',
  relation: 'residence',
  residence: 'residence',
  died: 'residence',
  residenceKind: 'residence',
  household: 'residence',
  cameFrom: 'residence',
  wentTo: 'residence',
  destination: 'residence',
  absenceReason: 'residence',
  spouseName: 'identity',
  marriageEnd: 'identity',
  policyStatus: 'policyStatus',
  education: 'educationWork',
  occupation: 'educationWork',
  workplace: 'educationWork',
  disability: 'health',
  healthInsurance: 'health',
  ethnicity: 'ethnicityReligion',
  religion: 'ethnicityReligion',
  military: 'military',
  note: 'notes',
  reason: 'notes',
  sourceKey: 'notes',
  unmapped: 'notes',
} as const satisfies Record<string, FieldGroup>;

export type CitizenField = keyof typeof citizenFieldGroups;

/** The group of a field of a citizen; null for a field that nobody has classed. */
export function groupOfCitizenField(field: string): FieldGroup | null {
  return isCitizenField(field) ? citizenFieldGroups[field] : null;
}

function isCitizenField(field: string): field is CitizenField {
  return Object.hasOwn(citizenFieldGroups, field);
}

/** How one field of a citizen may be shown to a reader. */
export function citizenFieldView(scope: Scope, field: string): 'clear' | 'masked' | 'withheld' {
  const group = groupOfCitizenField(field);
  return group === null ? 'withheld' : fieldView(scope, group);
}

/** A value of a field as it stands masked; null stays null, since there is nothing to reveal. */
export function maskValue(field: string, value: string | null): string | null {
  if (value === null) return null;
  switch (field) {
    case 'nationalId':
    case 'earlierId':
      return maskNationalId(value);
    case 'phone':
      return maskPhone(value);
    case 'fullName':
    case 'otherName':
      return maskName(value);
    case 'birth':
    case 'eidSince':
      return value.slice(0, 4);
    case 'sex':
      return 'unknown';
    default:
      return MASKED;
  }
}

export interface MaskedRow<R> {
  row: R;
  /** Fields that hold a value and are shown masked: they can be revealed with a purpose. */
  masked: string[];
  /** Fields the reader may not see at all, whether or not they hold a value. */
  withheld: string[];
}

/**
 * A row as the reader may see it: fields in `groups` are left, masked or set to null by the group's right; other columns (ids, units)
 * stay. Masked are text values only; any other type of value of a masked group is withheld.
 */
export function maskFields<R extends object>(
  scope: Scope,
  groups: Readonly<Record<string, FieldGroup>>,
  row: R,
): MaskedRow<{ [K in keyof R]: R[K] | null }> {
  const masked: string[] = [];
  const withheld: string[] = [];
  const shown = { ...row } as { [K in keyof R]: R[K] | null };
  for (const field of Object.keys(row) as (keyof R & string)[]) {
    const group = Object.hasOwn(groups, field) ? groups[field] : undefined;
    if (group === undefined) continue;
    const view = fieldView(scope, group);
    if (view === 'clear') continue;
    const value: unknown = row[field];
    if (view === 'masked' && (value === null || typeof value === 'string')) {
      if (value !== null) masked.push(field);
      shown[field] = maskValue(field, value) as R[typeof field] | null;
    } else {
      withheld.push(field);
      shown[field] = null;
    }
  }
  return { row: shown, masked, withheld };
}
