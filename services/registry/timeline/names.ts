import { sql, type SqlBool } from 'kysely';
import type { Log } from '../../event-store/log.ts';
import { maskValue } from '../../access/masking.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { fieldView, whereScope } from '../../access/where-scope.ts';
import type { MergedCitizenRow } from '../citizen/merged-projection.ts';
import type { CitizenRow } from '../citizen/projection.ts';
import { unitNames } from '../units.ts';
import { referenceKey, type Names, type RawEntry, type Reference } from './timeline.ts';

type Tables = {
  'view.citizens': CitizenRow;
  'view.merged_citizens': MergedCitizenRow;
  'view.households': { household_id: string; dwelling_id: string; ward: number; neighbourhood: number | null };
  'view.dossiers': { dossier_id: string; code: string | null; ward: number; matter: number };
  'view.dwellings': { dwelling_id: string; address: string; ward: number; neighbourhood: number | null };
};

/** Everything that a set of facts names, each kind with one query; what the reader may not see is left out. */
export async function namesFor(
  scope: Scope,
  db: ScopedDb,
  log: Log,
  entries: readonly RawEntry[],
): Promise<Names & { citizenIds: string[] }> {
  const contexts = entries.map(({ event }) => event.context);
  const actors = await accountNames(db, [...new Set(contexts.map(({ actor }) => actor).filter(isUuid))]);
  const positions = await positionNames(db, [
    ...new Set(contexts.flatMap(({ position }) => (position && isUuid(position) ? [position] : []))),
  ]);
  const refs = entries.flatMap(({ fields }) => fields.flatMap(({ ref }) => (ref ? [ref] : [])));
  const ids = (kind: Reference['kind']): string[] => [
    ...new Set(refs.filter((ref) => ref.kind === kind).map((ref) => ref.id)),
  ];
  const citizens = await citizenNames(scope, db, ids('citizen'));
  const references = new Map<string, string>();
  const add = (kind: Reference['kind'], found: ReadonlyMap<string, string>): void => {
    for (const [id, name] of found) references.set(referenceKey({ kind, id }), name);
  };
  add('citizen', citizens);
  add('household', await householdAddresses(scope, db, ids('household')));
  add('dwelling', await addresses(scope, db, ids('dwelling')));
  add('unit', await unitNames(db, ids('unit')));
  const from = (kind: string): string[] => [
    ...new Set(contexts.flatMap(({ source }) => (source?.kind === kind ? [source.id] : []))),
  ];
  const sources = new Map([
    ...(await importLabels(log, from('import'))),
    ...(await dossierLabels(scope, db, from('dossier'))),
  ]);
  return { actors, positions, references, sources, citizenIds: [...citizens.keys()] };
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** Names of officers stand beside what they recorded, for whoever may see that. */
async function accountNames(db: ScopedDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await sql<{
    id: string;
    name: string;
  }>`select a.id, a.display_name as name from view.account a where a.id = any(${ids}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row.name]));
}

async function positionNames(db: ScopedDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await sql<{ id: string; name: string }>`
    select p.id, coalesce(p.title, p.role) as name from view.account_position p where p.id = any(${ids}::uuid[])`.execute(
    db,
  );
  return new Map(found.rows.map((row) => [row.id, row.name]));
}

async function citizenNames(scope: Scope, db: ScopedDb, ids: readonly string[]): Promise<Map<string, string>> {
  const view = fieldView(scope, 'identity');
  if (ids.length === 0 || view === 'withheld') return new Map();
  const wanted = sql<SqlBool>`c.citizen_id = any(${ids}::uuid[])`;
  const name = sql<string>`c.details->>'fullName'`.as('name');
  const tables = db.withTables<Tables>();
  // A record that was found to be of somebody else keeps its name in the history.
  const merged = tables
    .selectFrom('view.merged_citizens as c')
    .where(whereScope(scope, 'Citizen', 'c'))
    .where(wanted)
    .select(['c.citizen_id', name]);
  const rows = await tables
    .selectFrom('view.citizens as c')
    .where(whereScope(scope, 'Citizen', 'c'))
    .where(wanted)
    .select(['c.citizen_id', name])
    .union(merged)
    .execute();
  return new Map(
    rows.map((row) => [row.citizen_id, view === 'masked' ? (maskValue('fullName', row.name) ?? '') : row.name]),
  );
}

async function householdAddresses(scope: Scope, db: ScopedDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .withTables<Tables>()
    .selectFrom('view.households as h')
    .leftJoin('view.dwellings as d', 'd.dwelling_id', 'h.dwelling_id')
    .where(whereScope(scope, 'Household', 'h'))
    .where('h.household_id', 'in', [...ids])
    .select(['h.household_id', 'd.address'])
    .execute();
  return new Map(rows.map((row) => [row.household_id, row.address ?? '']));
}

async function addresses(scope: Scope, db: ScopedDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .withTables<Tables>()
    .selectFrom('view.dwellings as d')
    .where(whereScope(scope, 'Dwelling', 'd'))
    .where('d.dwelling_id', 'in', [...ids])
    .select(['d.dwelling_id', 'd.address'])
    .execute();
  return new Map(rows.map((row) => [row.dwelling_id, row.address]));
}

/** A dossier is known by its code, to whoever may see it. */
async function dossierLabels(scope: Scope, db: ScopedDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .withTables<Tables>()
    .selectFrom('view.dossiers as d')
    .where(whereScope(scope, 'Dossier', { ward: 'd.ward', matter: 'd.matter' }))
    .where(sql<SqlBool>`d.dossier_id = any(${ids}::uuid[])`)
    .select(['d.dossier_id', 'd.code'])
    .execute();
  return new Map(rows.map((row) => [row.dossier_id, row.code ?? '']));
}

/** An import is known by its day and number of rows; its file's name is sealed and belongs to the import's own page. */
async function importLabels(log: Log, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const streams = await log.readStreams(ids.map((id) => `import-${id}`));
  return new Map(
    ids.flatMap((id): [string, string][] => {
      const started = streams.get(`import-${id}`)?.[0]?.data;
      if (!started || !('occurredOn' in started) || !('rows' in started)) return [];
      return [[id, `${String(started.occurredOn)} (${String(started.rows)})`]];
    }),
  );
}
