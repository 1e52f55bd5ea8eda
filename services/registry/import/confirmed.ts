import type { Decided, LoadStreams } from '../../event-store/dispatcher.ts';
import type { DifferenceKind } from './differences.ts';
import { formedFor, madeBy, roofOf } from './recording.ts';
import type { Db } from '../../tables/one-at-a-time.ts';
import type { ImportRecord } from './store.ts';
import { decideFactsBack, decideMovesBack } from './take-back.ts';
import { decideWithdrawal, type WithdrawalOptions } from './withdraw.ts';

/** One part of what was confirmed from an import's differences: about these differences, taken back by this decision. */
export interface ConfirmedPart {
  /** Difference -> the person or household that it says something of. */
  about: ReadonlyMap<number, string>;
  decide(options: WithdrawalOptions): (load: LoadStreams) => Promise<Decided>;
}

interface RecordedDifference {
  number: number;
  kind: DifferenceKind;
  line: number | null;
  citizen_id: string | null;
  household_id: string | null;
  household: number | null;
}

const atOnce = 50;

/**
 * What was confirmed from an import, part by part, the same whenever asked: households that moved, people who were there before, people
 * who came anew, households that were formed for them. One that was refused may have been recorded in part.
 */
export async function confirmedParts(
  db: Db,
  { id }: Pick<ImportRecord, 'id'>,
): Promise<{ parts: ConfirmedPart[]; roofs: string[] }> {
  const { rows } = await db.query<RecordedDifference>(
    `select number, kind, line, citizen_id, household_id, household from app.import_differences
    where import_id = $1 and state in ('applied', 'refused', 'withdrawn') order by number`,
    [id],
  );
  const moved = new Map<number, string>();
  const changed = new Map<number, string>();
  const made = new Map<number, string>();
  const homes = new Map<string, string>();
  for (const { number, kind, citizen_id, household_id } of rows) {
    if (kind === 'address') {
      if (household_id !== null) moved.set(number, household_id);
    } else if (kind === 'birth' || kind === 'arrival') {
      const citizenId = madeBy(id, number, 0);
      made.set(number, citizenId);
      if (household_id !== null) homes.set(citizenId, household_id);
    } else if (citizen_id !== null) changed.set(number, citizen_id);
  }
  const formed = new Set(
    rows.flatMap((row) => (row.kind === 'move' && row.household_id === null ? formedFor(id, row) : [])),
  );
  const roofs = new Set(
    rows.flatMap(({ kind, line }) =>
      (kind === 'move' || kind === 'address') && line !== null ? roofOf(id, line) : [],
    ),
  );
  const parts = [
    ...partsOf(moved, (ids, options) => decideMovesBack(ids, options)),
    ...partsOf(changed, (ids, options) => decideFactsBack(ids, options)),
    ...partsOf(made, (citizenIds, options) => {
      const households = [...new Set(citizenIds.flatMap((one) => homes.get(one) ?? []))];
      return decideWithdrawal(
        { citizenIds, households: households.map((householdId) => ({ householdId, isNew: false })) },
        options,
      );
    }),
    ...partsOf(new Map([...formed].map((one, index) => [-1 - index, one])), (ids, options) =>
      decideWithdrawal(
        { citizenIds: [], households: ids.map((householdId) => ({ householdId, isNew: true })) },
        options,
      ),
    ),
  ];
  return { parts, roofs: [...roofs] };
}

/** Differences by the person or household they are about, so many of these at a time. */
function partsOf(
  about: ReadonlyMap<number, string>,
  decide: (ids: string[], options: WithdrawalOptions) => ReturnType<ConfirmedPart['decide']>,
): ConfirmedPart[] {
  const ids = [...new Set(about.values())];
  return Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, index) => {
    const own = ids.slice(index * atOnce, (index + 1) * atOnce);
    const wanted = new Set(own);
    return {
      about: new Map([...about].filter(([, one]) => wanted.has(one))),
      decide: (options) => decide(own, options),
    };
  });
}
