import { relation, type Relation } from '@nocgia/schemas/events/citizen.ts';
import * as v from 'valibot';
import { relationOf } from './words.ts';

/** What each number in a column of relations stands for, as somebody has said: every register has numbers of its own. */
export type RelationCodes = Readonly<Record<string, Relation>>;

/** The number that a cell holds in place of a word, without noughts before it: `01` and `1` are one. Null for anything else. */
export function relationCode(cell: string): string | null {
  const digits = /^0*(\d{1,3})(?:\.0+)?$/.exec(cell.trim())?.[1];
  return digits ?? null;
}

/** Checks a table of numbers given by a person; a relation by its code (`head`, …) or in words (`Chủ hộ`, `CHU_HO`). Answers it, or what is wrong. */
export function checkRelationCodes(
  given: Readonly<Record<string, string>>,
): { ok: true; relations: RelationCodes } | { ok: false; wrong: string } {
  const relations: Record<string, Relation> = {};
  for (const [number, meaning] of Object.entries(given)) {
    const code = relationCode(number);
    const known = v.safeParse(relation, meaning);
    const said = known.success ? known.output : relationOf(meaning.replaceAll('_', ' '));
    if (code === null || said === undefined) return { ok: false, wrong: `${number}: ${meaning}` };
    relations[code] = said;
  }
  return { ok: true, relations };
}
