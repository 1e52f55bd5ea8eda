import type { Role } from '@nocgia/schemas/events/account.ts';
import type { FieldGroup, FieldRight } from './scope.ts';

/** One cell of the table: what a role may do with a group of fields from a day on (inclusive). The latest row that has begun holds. */
export interface FieldGrant {
  group: FieldGroup;
  role: Role;
  right: FieldRight;
  from: string;
}

/** A cell that an administrator made narrower at a unit and below; `until` is its last day, `endedOn` the first on which it holds no more. */
export interface FieldNarrowing extends FieldGrant {
  unit: string;
  until: string | null;
  endedOn: string | null;
}

export const roles = [
  'board',
  'desk',
  'civil_status',
  'social',
  'economy',
  'land',
  'police',
  'military',
  'leader',
  'department',
  'auditor',
  'administrator',
] as const satisfies readonly Role[];

const letters = { '-': 'none', m: 'masked', r: 'read', p: 'propose', w: 'write' } as const;

/**
 * The table as it holds from the day the ward tier took over the districts' work (1 July 2025); columns in the order of `roles`.
 * Economy and land know who an applicant is and where they live, and no more (design §4: the least that their work needs).
 * Notes have no author of their own yet, so who may see only "own" notes sees none. The administrator keeps units and accounts
 * in order and needs nobody's data for that.
 */
const since2025: Record<FieldGroup, string> = {
  identity: 'r r w r r r r r r - m -',
  nationalId: 'm r w r m m r m r - m -',
  contact: 'r w w w r r r r m - m -',
  residence: 'p r w r r r w r r - r -',
  policyStatus: 'r r r w - - - - r - m -',
  educationWork: 'r r r w - - r w r - m -',
  health: '- m m w - - - m m - m -',
  ethnicityReligion: 'm m w r - - m - m - m -',
  military: '- - - - - - - w m - m -',
  notes: '- - w w - - - - r - - -',
  accessLog: '- - - - - - - - r - r -',
};

export const fieldGroups = Object.keys(since2025) as FieldGroup[];

function isLetter(text: string | undefined): text is keyof typeof letters {
  return text !== undefined && text in letters;
}

/** Roles × field groups as dated rows (design §4; identity and national id stand apart because their rights differ). */
export const fieldTable: readonly FieldGrant[] = fieldGroups.flatMap((group) => {
  const cells = since2025[group].split(' ');
  return roles.map((role, index): FieldGrant => {
    const letter = cells[index];
    if (!isLetter(letter)) throw new Error(`The field table has no right for ${role} and ${group}.`);
    return { group, role, right: letters[letter], from: '2025-07-01' };
  });
});

const rank: Record<FieldRight, number> = { none: 0, masked: 1, read: 2, propose: 3, write: 4 };

/** Whether a right allows less than another. */
export function isNarrower(right: FieldRight, than: FieldRight): boolean {
  return rank[right] < rank[than];
}

/** The lesser of two rights: what an administrator sets can take away, never add. */
function narrower(a: FieldRight, b: FieldRight): FieldRight {
  return rank[a] <= rank[b] ? a : b;
}

/** Rights without a role: none at all. */
export const noFields: Readonly<Record<FieldGroup, FieldRight>> = Object.freeze(
  Object.fromEntries(fieldGroups.map((group) => [group, 'none'])) as Record<FieldGroup, FieldRight>,
);

/** What a role may do with each group on a day: the latest row of the table that has begun, narrowed by every narrowing in force; `narrowings` are those of the unit. */
export function fieldsOf(
  role: Role,
  today: string,
  narrowings: readonly FieldNarrowing[] = [],
  table: readonly FieldGrant[] = fieldTable,
): Readonly<Record<FieldGroup, FieldRight>> {
  const rights = { ...noFields };
  const since: Partial<Record<FieldGroup, string>> = {};
  for (const grant of table) {
    if (grant.role !== role || grant.from > today || grant.from < (since[grant.group] ?? '')) continue;
    rights[grant.group] = grant.right;
    since[grant.group] = grant.from;
  }
  for (const { group, role: of, right, from, until, endedOn } of narrowings) {
    if (of === role && from <= today && (until === null || today <= until) && (endedOn === null || today < endedOn))
      rights[group] = narrower(rights[group], right);
  }
  return Object.freeze(rights);
}
