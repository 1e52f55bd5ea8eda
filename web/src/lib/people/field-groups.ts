import type { FieldGroup } from '#lib/api/generated.ts';

/** The fields of a citizen, in the order in which a page and a form show them, by the group that is granted together. */
export const fieldGroups = [
  {
    group: 'identity',
    fields: [
      'fullName',
      'otherName',
      'sex',
      'birth',
      'birthPlace',
      'homeTown',
      'nationality',
      'maritalStatus',
      'eidLevel',
      'eidSince',
    ],
  },
  { group: 'nationalId', fields: ['nationalId', 'earlierId'] },
  { group: 'contact', fields: ['phone', 'email'] },
  { group: 'educationWork', fields: ['education', 'occupation', 'workplace'] },
  { group: 'health', fields: ['disability', 'healthInsurance'] },
  { group: 'ethnicityReligion', fields: ['ethnicity', 'religion'] },
  { group: 'notes', fields: ['note'] },
] as const satisfies readonly { group: FieldGroup; fields: readonly string[] }[];

export type CitizenField = (typeof fieldGroups)[number]['fields'][number];

/** All of them. */
export const citizenFields: readonly CitizenField[] = fieldGroups.flatMap(
  ({ fields }): readonly CitizenField[] => fields,
);
