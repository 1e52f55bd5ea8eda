import { createHash } from 'node:crypto';
import { columnOf, quote, sqlType } from './columns.ts';
import type { Column, Projection, RowPolicy, Table } from './projection.ts';

/** Where the tables of one generation lie: `view.<name>__v<version>_<generation>`, or temporary ones for a comparison. */
export interface Placement {
  version: number;
  generation: number;
  temporary?: boolean;
}

/** The physical table behind `view.<table>`, without its schema. */
export function physicalName(table: string, placement: Placement): string {
  return `${table}__v${placement.version}_${placement.generation}`;
}

/** The physical table, quoted and with its schema. */
export function physicalTable(table: string, placement: Placement): string {
  return `${placement.temporary ? 'pg_temp' : 'view'}.${quote(physicalName(table, placement))}`;
}

/** Hash of everything about a projection that shapes its rows and can be seen without running it. */
export function shapeOf(projection: Projection): string {
  return createHash('sha256')
    .update(JSON.stringify([projection.tables, [...projection.handles].sort()]))
    .digest('hex')
    .slice(0, 16);
}

/** `create table` with nothing but its key: what a fill needs. */
export function createTableSql(table: Table, placement: Placement): string {
  const columns = Object.entries(table.columns).map(([name, column]) => {
    const generated = column.generated === undefined ? '' : ` generated always as (${column.generated}) stored`;
    return `${quote(name)} ${sqlType(column.type)}${generated}${column.nullable ? '' : ' not null'}`;
  });
  const key = table.key.length > 0 ? [`primary key (${table.key.map(quote).join(', ')})`] : [];
  const storage = table.journal ? '' : ' with (fillfactor = 85)';
  const kind = placement.temporary ? 'temporary table' : 'table';
  return `create ${kind} ${physicalTable(table.name, placement)} (${[...columns, ...key].join(', ')})${storage}`;
}

/** Whether a column tells of the recording rather than of the fact: positions, event ids, times of recording. */
function isTrace(name: string, column: Column): boolean {
  return column.trace ?? (column.type === 'timestamptz' || /(^|_)(position|recorded_at)$/.test(name));
}

/** What marks such a column in the database, for whoever compares the content of two. */
export const TRACE = 'trace';

/** Comments that mark the columns which `contentHashes` leaves out. */
export function markSql(table: Table, placement: Placement): string[] {
  return Object.entries(table.columns)
    .filter(([name, column]) => isTrace(name, column))
    .map(([name]) => `comment on column ${physicalTable(table.name, placement)}.${quote(name)} is '${TRACE}'`);
}

/** Indexes on the lookup columns, which loading needs as soon as not every row is at hand. */
export function lookupIndexSql(table: Table, placement: Placement): string[] {
  return table.lookups.map((column) => {
    columnOf(table, column);
    return indexSql(table, placement, `l_${column}`, `(${quote(column)})`);
  });
}

/** The other indexes, which only readers need. */
export function readerIndexSql(table: Table, placement: Placement): string[] {
  return table.indexes.map((definition, index) => indexSql(table, placement, `i_${index}`, definition));
}

function indexSql(table: Table, placement: Placement, suffix: string, definition: string): string {
  // Names are cut at 63 bytes: the hash keeps two long ones apart.
  const name = `${physicalName(table.name, placement)}_${suffix}`;
  const short =
    name.length <= 63 ? name : `${name.slice(0, 54)}${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
  return `create index if not exists ${quote(short)} on ${physicalTable(table.name, placement)} ${definition}`;
}

/** Evaluated once per query, since it stands in a subquery of its own: so that an index can be used. */
function setting(name: string): string {
  return `any ((select view.scope_units('nocgia.${name}'))::integer[])`;
}

function visible(policy: RowPolicy): string | null {
  switch (policy.by) {
    case 'closed':
      return null;
    case 'open':
      return 'true';
    case 'unit':
      return `${quote(policy.ward)} = ${setting('wards')} or ${quote(policy.neighbourhood)} = ${setting('neighbourhoods')}`;
    case 'ward':
      return `${quote(policy.ward)} = ${setting('wards')}`;
    case 'aggregate':
      return (
        `${quote(policy.ward)} = ${setting('wards')} or ${quote(policy.neighbourhood)} = ${setting('neighbourhoods')} ` +
        `or ${quote(policy.ward)} = ${setting('aggregates')}`
      );
  }
}

/** Row-level security and grants of one table; without a setting the app sees no row. */
export function protectSql(table: Table, placement: Placement): string[] {
  const name = physicalTable(table.name, placement);
  const condition = visible(table.policy);
  return [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `create policy projector on ${name} for all to nocgia_projector using (true) with check (true)`,
    ...(condition === null
      ? []
      : [
          `create policy reader on ${name} for select to nocgia_app using (${condition})`,
          `grant select on ${name} to nocgia_app`,
        ]),
  ];
}

/** Points the live name at this generation. The view runs with the reader's own rights, so that row-level security holds. */
export function viewSql(table: Table, placement: Placement): string[] {
  const view = `view.${quote(table.name)}`;
  const columns = Object.keys(table.columns).map(quote).join(', ');
  return [
    `drop view if exists ${view}`,
    `create view ${view} with (security_invoker = true) as select ${columns} from ${physicalTable(table.name, placement)}`,
    ...(table.policy.by === 'closed' ? [] : [`grant select on ${view} to nocgia_app`]),
  ];
}
