import type { Scope } from '../../access/scope.ts';
import type { ImportDeps } from './deps.ts';
import { maySeeValues } from './queries.ts';
import { neighbourhoodKey } from './read-row.ts';
import type { RowIssue } from './resident.ts';
import type { Sealer } from '../../files/sealer.ts';
import { sealerOf } from './sealer.ts';
import type { Db } from '../../tables/one-at-a-time.ts';
import type { ImportRecord } from './store.ts';

/** A neighbourhood that rows name and the ward does not have. */
export interface UnknownNeighbourhood {
  /** As most of the rows write it. */
  name: string;
  rows: number;
}

/** A column with more names than this holds no neighbourhoods; those of the most rows are kept. */
const mostNames = 400;
/** Rows opened at once. */
const rowsAtOnce = 5_000;

/** Neighbourhoods that a checked import names and the ward does not have, for who may see what stands in its rows; empty for others. */
export async function unknownNeighbourhoods(
  scope: Scope,
  deps: Pick<ImportDeps, 'pool' | 'keyring'>,
  record: ImportRecord,
): Promise<UnknownNeighbourhood[]> {
  return maySeeValues(scope, record) ? neighbourhoodsOfFile(deps, record) : [];
}

/** The same for whoever has the file itself; empty unless the rows are checked and wait to be written. Natural order of names. */
export async function neighbourhoodsOfFile(
  deps: Pick<ImportDeps, 'pool' | 'keyring'>,
  record: ImportRecord,
): Promise<UnknownNeighbourhood[]> {
  const told = record.summary?.issues.some(({ code }) => code === 'neighbourhood_unknown') ?? false;
  if (record.state !== 'ready' || !told) return [];
  const spellings = new Map<string, Map<string, number>>();
  for await (const name of unknownNames(deps.pool, record.id, await sealerOf(deps.keyring, record.id))) {
    const key = neighbourhoodKey(name);
    if (key === '') continue;
    const known = spellings.get(key) ?? new Map<string, number>();
    spellings.set(key, known.set(name, (known.get(name) ?? 0) + 1));
  }
  return [...spellings.values()]
    .map((counts) => ({ name: mostOften(counts), rows: [...counts.values()].reduce((sum, count) => sum + count, 0) }))
    .sort((a, b) => b.rows - a.rows)
    .slice(0, mostNames)
    .sort((a, b) => inOrder.compare(a.name, b.name));
}

/** `Khu phố 2` before `Khu phố 10`. */
const inOrder = new Intl.Collator('vi', { numeric: true });

function mostOften(counts: ReadonlyMap<string, number>): string {
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0];
}

async function* unknownNames(db: Db, importId: string, sealer: Sealer): AsyncGenerator<string> {
  for (let after = 0; ;) {
    const { rows } = await db.query<{ line: number; issues: Buffer }>(
      `select line, issues from app.import_rows
      where import_id = $1 and line > $2 and 'neighbourhood_unknown' = any(codes) and issues is not null order by line limit $3`,
      [importId, after, rowsAtOnce],
    );
    for (const { line, issues } of rows) {
      const found = sealer
        .open<RowIssue[]>(issues, `issues/${line}`)
        .find(({ code }) => code === 'neighbourhood_unknown');
      if (found?.value) yield found.value;
    }
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return;
    after = last.line;
  }
}

/** The name under which a neighbourhood of a file is established: where the file has nothing but a number, `Khu phố 3`. */
export function properName(name: string): string {
  return /^\d+$/.test(name) ? `Khu phố ${name.replace(/^0+(?=\d)/, '')}` : name;
}
