import { relation as relations } from '@nocgia/schemas/events/citizen.ts';
import type { Relation } from '#lib/api/generated.ts';

const isRelation = (value: FormDataEntryValue): value is Exclude<Relation, 'head'> =>
  typeof value === 'string' && value !== 'head' && relations.options.some((each) => each === value);

/** What a form says of its members in fields `relation-<citizen id>`: for the command, and by id for showing the form again. */
export function saidRelations(posted: FormData): {
  given: Record<string, string>;
  relations: { citizenId: string; relation: Relation }[];
} {
  const said = [...posted].flatMap(([name, value]) =>
    name.startsWith('relation-') && isRelation(value)
      ? [{ citizenId: name.slice('relation-'.length), relation: value }]
      : [],
  );
  return { given: Object.fromEntries(said.map(({ citizenId, relation }) => [citizenId, relation])), relations: said };
}
