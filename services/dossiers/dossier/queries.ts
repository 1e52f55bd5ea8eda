import { digitsOf } from '@nocgia/schemas/text/fold.ts';
import { sql, type SqlBool } from 'kysely';
import { literalLimit } from '../../access/paging.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { whereScope } from '../../access/where-scope.ts';
import type { DossierRow } from './rows.ts';

export type Tables = { 'view.dossiers': DossierRow };

/** What pages read of a dossier. */
export type DossierEntry = Omit<
  DossierRow,
  'terms' | 'code_tail' | 'lookup' | 'phone' | 'national_id' | 'assigned_at' | 'last_assignee' | 'reached'
>;

const columns = [
  'd.dossier_id',
  'd.ward',
  'd.matter',
  'd.procedure_id',
  'd.procedure_version',
  'd.code',
  'd.national_code',
  'd.status',
  'd.channel',
  'd.return_by',
  'd.owner',
  'd.submitter',
  'd.owner_id',
  'd.answers',
  'd.papers',
  'd.step',
  'd.step_roles',
  'd.assignee',
  'd.approved',
  'd.pauses',
  'd.extensions',
  'd.rule',
  'd.requests',
  'd.fees',
  'd.files',
  'd.ending',
  'd.returned',
  'd.written',
  'd.to_write',
  'd.register_declined',
  'd.prints',
  'd.past',
  'd.last_by',
  'd.version',
] as const;

const instants = [
  'submitted_at',
  'received_at',
  'due_at',
  'step_due_at',
  'paused_since',
  'ended_at',
  'last_at',
] as const;

/** Instants come as the ISO text that they are everywhere else. */
function iso(name: (typeof instants)[number]) {
  return sql<string | null>`to_char(${sql.ref(`d.${name}`)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Dossiers that the reader may see, as pages read them. */
export function selectDossiers(scope: Scope, db: ScopedDb) {
  return db
    .withTables<Tables>()
    .selectFrom('view.dossiers as d')
    .where(visible(scope))
    .select(columns)
    .select([
      iso('submitted_at').as('submitted_at'),
      iso('received_at').as('received_at'),
      iso('due_at').as('due_at'),
      iso('step_due_at').as('step_due_at'),
      iso('paused_since').as('paused_since'),
      iso('ended_at').as('ended_at'),
      sql<string>`to_char(d.last_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.as('last_at'),
    ]);
}

/** Which rows of `view.dossiers as d` the reader may see. */
export function visible(scope: Scope) {
  return whereScope(scope, 'Dossier', { ward: 'd.ward', matter: 'd.matter' });
}

/** Dossiers by id, as far as the reader may see them. */
export async function dossiersByIds(
  scope: Scope,
  db: ScopedDb,
  ids: readonly string[],
): Promise<Map<string, DossierEntry>> {
  if (ids.length === 0) return new Map();
  const rows = await selectDossiers(scope, db)
    .where(sql<SqlBool>`d.dossier_id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.dossier_id, row]));
}

/** The dossier with a code, own or national, as far as the reader may see it; two wards of one reader never share a code. */
export async function dossierWithCode(scope: Scope, db: ScopedDb, code: string): Promise<DossierEntry | undefined> {
  return selectDossiers(scope, db)
    .where(({ eb, or }) => or([eb('d.code', '=', code), eb('d.national_code', '=', code)]))
    .orderBy('d.received_at', 'desc')
    .limit(literalLimit(1))
    .executeTakeFirst();
}

/** Dossiers of people in the register by their owner, the newest first; a person has few. */
export async function dossiersOfOwners(
  scope: Scope,
  db: ScopedDb,
  citizenIds: readonly string[],
): Promise<Map<string, DossierEntry[]>> {
  const found = new Map<string, DossierEntry[]>();
  if (citizenIds.length === 0) return found;
  const rows = await selectDossiers(scope, db)
    .where(sql<SqlBool>`d.owner_id = any(${citizenIds}::uuid[])`)
    .orderBy('d.received_at', 'desc')
    .orderBy('d.dossier_id')
    .execute();
  for (const row of rows) if (row.owner_id) found.set(row.owner_id, [...(found.get(row.owner_id) ?? []), row]);
  return found;
}

/** Dossiers of the same procedure and owner that are not over: what a second intake would double. */
export async function likelySame(
  scope: Scope,
  db: ScopedDb,
  asked: { procedureId: string; ownerId: string | null; nationalId: string | null },
): Promise<DossierEntry[]> {
  const { procedureId, ownerId, nationalId } = asked;
  if (ownerId === null && nationalId === null) return [];
  const same = [
    ...(ownerId === null ? [] : [sql<SqlBool>`d.owner_id = ${ownerId}::uuid`]),
    ...(nationalId === null ? [] : [sql<SqlBool>`d.national_id = ${digitsOf(nationalId)}`]),
  ];
  return selectDossiers(scope, db)
    .where('d.procedure_id', '=', procedureId)
    .where(sql<SqlBool>`d.status in (1, 2, 4, 5, 6, 9)`)
    .where(sql<SqlBool>`(${sql.join(same, sql` or `)})`)
    .orderBy('d.received_at', 'desc')
    .limit(literalLimit(10))
    .execute();
}
