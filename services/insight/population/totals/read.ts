import { sql } from 'kysely';
import type { ScopedDb } from '../../../access/scoped-db.ts';
import { journalSums } from '../journal.ts';
import type { Settled } from '../question.ts';
import { BEFORE, type Sum } from '../sums.ts';
import { birthCells } from './births.ts';

interface Total {
  kind: Sum['kind'];
  cell: string;
  male: number;
  female: number;
  unknown: number;
  /** Of all sexes, before the period. */
  before: number;
}

/**
 * The sums of a question: of a ward from the totals of its journal, as far as they go, and from what the journal says after them. A place
 * in the log before the totals', and a neighbourhood, are answered from the journal alone.
 */
export async function sumsThen(db: ScopedDb, question: Settled): Promise<Sum[]> {
  const { unit, knownAt } = question;
  const taken = unit.level === 'ward' ? await totalsPosition(db) : null;
  if (taken === null || taken > knownAt) return journalSums(db, question, null);
  const totals = [...(await cellSums(db, question)), ...(await ageSums(db, question))];
  return [...totals, ...(await journalSums(db, question, taken))];
}

/** Up to where in the log the totals of the live journal go; null when there are none. */
async function totalsPosition(db: ScopedDb): Promise<string | null> {
  const found = await sql<{ position: string }>`
    select a.position from projection.population_totals_at a join projection.checkpoints c
      on c.name = 'population' and c.live and (c.version, c.generation) = (a.version, a.generation)`.execute(db);
  return found.rows[0]?.position ?? null;
}

/** Everything but the births: the cells of each kind are found one after the other, each by one look into the index. */
async function cellSums(db: ScopedDb, { unit, asOf, from }: Settled): Promise<Sum[]> {
  const found = await sql<Total>`
    with recursive cells as (
      select k.kind, (select min(t.cell) from projection.population_totals t
        where t.ward = ${unit.number} and t.kind = k.kind collate "C" and t.cell >= 'a:' and t.cell < 'a;') as cell
      from unnest(array['permanent', 'temporary', 'absent', 'both_in_ward', 'both_in_neighbourhood', 'household', 'dwelling']) k (kind)
      union all
      select c.kind, (select min(t.cell) from projection.population_totals t
        where t.ward = ${unit.number} and t.kind = c.kind collate "C" and t.cell > c.cell and t.cell < 'a;')
      from cells c where c.cell is not null)
    select c.kind, c.cell, t.male, t.female, t.unknown, coalesce(b.people, 0) as before
    from cells c cross join lateral (
      select t.male, t.female, t.unknown from projection.population_totals t
      where t.ward = ${unit.number} and t.kind = c.kind collate "C" and t.cell = c.cell and t.day <= ${asOf}::date
      order by t.day desc limit 1) t
    left join lateral (
      select t.male + t.female + t.unknown as people from projection.population_totals t
      where t.ward = ${unit.number} and t.kind = c.kind collate "C" and t.cell = c.cell and t.day < ${from}::date
        and c.cell >= 'a:c:' and c.cell < 'a:c;' order by t.day desc limit 1) b on true`.execute(db);
  return found.rows.flatMap(toSums);
}

function toSums({ kind, cell, male, female, unknown, before }: Total): Sum[] {
  const people = male + female + unknown;
  const key = cell.slice(4) || null;
  const one = (what: Sum['what']): Sum[] => [{ what, kind, sex: null, key, value: people }];
  switch (cell.slice(0, 3)) {
    case 'a:s':
      return [
        { what: 'sex', kind, sex: 'male', key: null, value: male },
        { what: 'sex', kind, sex: 'female', key: null, value: female },
        { what: 'sex', kind, sex: 'unknown', key: null, value: unknown },
      ];
    case 'a:n':
      return one('neighbourhood');
    case 'a:e':
      return one('ethnicity');
    case 'a:p':
      return one('policy');
    case 'a:h':
      return one('household');
    default:
      return [
        { what: 'cause', kind, sex: null, key, value: people - before },
        { what: 'cause', kind, sex: null, key: BEFORE, value: before },
      ];
  }
}

async function ageSums(db: ScopedDb, { unit, asOf, headcount }: Settled): Promise<Sum[]> {
  const cells = birthCells(asOf);
  const kinds = headcount === 'present' ? ['permanent', 'temporary', 'absent', 'both_in_ward'] : [headcount];
  const found = await sql<{ kind: Sum['kind']; age: number; male: number; female: number; unknown: number }>`
    select k.kind, b.age, sum(t.male)::int as male, sum(t.female)::int as female, sum(t.unknown)::int as unknown
    from unnest(${cells.map(({ cell }) => cell)}::text[], ${cells.map(({ age }) => age)}::int[]) b (cell, age)
    cross join unnest(${kinds}::text[]) k (kind)
    cross join lateral (
      select t.male, t.female, t.unknown from projection.population_totals t
      where t.ward = ${unit.number} and t.kind = k.kind collate "C" and t.cell = b.cell collate "C" and t.day <= ${asOf}::date
      order by t.day desc limit 1) t
    group by k.kind, b.age`.execute(db);
  return found.rows.flatMap(({ kind, age, male, female, unknown }): Sum[] => {
    const of = (sex: Sum['sex'], value: number): Sum => ({ what: 'age', kind, sex, key: String(age), value });
    return [of('male', male), of('female', female), of('unknown', unknown)];
  });
}
