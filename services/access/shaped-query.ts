import type { CompiledQuery } from 'kysely';
import type { Scope } from './scope.ts';
import type { ScopedDb } from './scoped-db.ts';

/** Stands in a compiled query where each run puts its own value. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const compiled = new WeakMap<Scope, Map<string, CompiledQuery<unknown>>>();
const MOST_SHAPES = 200;

/**
 * Runs a query that is built and compiled once for a scope and a shape: putting a page's query together costs more than asking it.
 * `build` is given stand-ins for the values: it may place them in the query and look at nothing of them. Whatever else decides what the
 * query looks like belongs in `shape`.
 */
export async function runShaped<Row, Values extends Record<string, unknown>>(
  scope: Scope,
  db: ScopedDb,
  shape: string,
  values: Values,
  build: (values: { [Name in keyof Values]: unknown }) => { compile(): CompiledQuery<Row> },
): Promise<Row[]> {
  const own = compiled.get(scope) ?? new Map<string, CompiledQuery<unknown>>();
  compiled.set(scope, own);
  let query = own.get(shape);
  if (!query) {
    const slots = Object.fromEntries(Object.keys(values).map((name) => [name, new Slot(name)]));
    query = build(slots as { [Name in keyof Values]: unknown }).compile();
    if (own.size >= MOST_SHAPES) own.clear();
    own.set(shape, query);
  }
  const parameters = query.parameters.map((value) => (value instanceof Slot ? values[value.name] : value));
  const { rows } = await db.executeQuery({ ...query, parameters } as CompiledQuery<Row>);
  return rows;
}
