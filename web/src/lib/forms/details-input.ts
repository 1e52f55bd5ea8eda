import type { FieldGroup, Sex } from '#lib/api/generated.ts';
import type { CitizenField } from '#lib/people/field-groups.ts';

const sexes = ['male', 'female', 'unknown'] as const satisfies Sex[];

/** What a form says of a person, as the API takes it: an empty field is none. */
export function detailsInput(data: Record<CitizenField, string>) {
  const { fullName, sex, ...rest } = data;
  const entries = Object.entries(rest).map(([field, value]): [string, string | null] => [field, value || null]);
  return { fullName, sex: sexes.find((each) => each === sex) ?? 'unknown', ...Object.fromEntries(entries) };
}

/** Groups of fields that a reader may write. */
export function writableGroups(
  viewer: { rights: readonly { group: FieldGroup; right: string }[] } | null,
): FieldGroup[] {
  return (viewer?.rights ?? []).filter(({ right }) => right === 'write').map(({ group }) => group);
}
