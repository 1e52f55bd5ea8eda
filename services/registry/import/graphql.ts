import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import { errors, errorText } from '@nocgia/schemas/errors.ts';
import type { ErrorCode } from '@nocgia/schemas/errors.ts';
import type { ColumnMappingInput, Import, Resolvers, Unit } from '@nocgia/schemas/generated/resolvers.ts';
import { importIssueEntries } from '@nocgia/schemas/import-issues.ts';
import { displayNames } from '../../access/account/queries.ts';
import { pageSize, type Cursors } from '../../access/paging.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { cancelImport, checkImport, commitImport } from './commands.ts';
import type { ImportDeps } from './deps.ts';
import { fieldSpecs, isFieldName } from './fields.ts';
import { missingFields, type GivenColumn } from './mapping.ts';
import { unknownNeighbourhoods } from './neighbourhoods.ts';
import {
  describe,
  importRows,
  maySeeValues,
  visibleImport,
  visibleImports,
  wardNames,
  type ImportRowView,
} from './queries.ts';
import type { ImportRecord } from './store.ts';

/** The part of an operation's context that these resolvers use. */
interface Context {
  scope: Scope;
  db: ScopedDb;
  cursors: Cursors;
  logAccess(entry: { action: 'list'; citizenIds: readonly string[] }): Promise<void>;
}

/** What the resolvers need beside the operation's context; `lag` tells how many events the slowest page is behind. */
export interface ImportGraphDeps extends ImportDeps {
  lag(): number;
}

/** Imports as the API shows them, with ward and account named by one query each. */
export async function importTypes(
  records: readonly ImportRecord[],
  deps: ImportGraphDeps,
  { scope, db }: Pick<Context, 'scope' | 'db'>,
): Promise<Import[]> {
  const wards = await wardNames(db, [...new Set(records.map(({ ward }) => codeOfUnit(ward)))]);
  const names = await displayNames(db, [...new Set(records.flatMap(({ created_by }) => created_by ?? []))]);
  return Promise.all(
    records.map(async (record) => {
      const code = codeOfUnit(record.ward);
      const { fileName, columns } = await describe(deps, record);
      const clear = maySeeValues(scope, record);
      // Other units of the tree are the territory's own business; a name and a code are all that an import shows of its ward.
      const ward: Partial<Unit> = {
        code,
        level: 'ward',
        name: wards.get(code)?.name ?? code,
        validFrom: wards.get(code)?.validFrom ?? '',
        predecessors: [],
        successors: [],
        children: [],
      };
      return {
        id: record.id,
        fileName,
        state: record.state,
        ward: ward as Unit,
        createdAt: record.created_at.toISOString(),
        createdBy: names.get(record.created_by ?? '') ?? '',
        problem: problemText(record, scope),
        columns: columns.map(({ index, heading, samples }) => ({ index, heading, samples: clear ? samples : [] })),
        mapping: record.mapping.map(({ field, column, relations = {} }) => ({
          ...{ field, column },
          relations: Object.entries(relations).map(([code, relation]) => ({ code, relation })),
        })),
        progress: progressOf(record, deps),
        // What was checked before these were told apart has none of them.
        summary: record.summary && {
          ...{ skipped: 0, confirm: 0, likely: 0, differences: 0, relationCodes: [] },
          ...record.summary,
        },
        // Answered by the fields' own resolvers.
        rows: { items: [], total: 0, nextCursor: null },
        unknownNeighbourhoods: [],
        templates: [],
        differences: { items: [], total: 0, nextCursor: null, counts: [] },
        likely: { items: [], total: 0, nextCursor: null },
        withdrawable: null,
        withdrawal: null,
        kept: { items: [], total: 0, nextCursor: null },
      };
    }),
  );
}

function progressOf({ state, done, rows, withdrawal }: ImportRecord, deps: ImportGraphDeps) {
  const lag = state === 'committing' || state === 'withdrawing' ? deps.lag() : 0;
  return state === 'withdrawing' && withdrawal
    ? { done: withdrawal.seen, total: withdrawal.total, lag }
    : { done, total: rows, lag };
}

function problemText(record: ImportRecord, { locale }: Scope): string | null {
  if (record.state === 'needs_mapping') {
    return errorText(locale, { code: 'IMPORT_MAPPING', params: { fields: missingFields(record.mapping).join(', ') } });
  }
  if (record.problem === null || !isErrorCode(record.problem)) return null;
  return errorText(
    locale,
    record.problem_params ? { code: record.problem, params: record.problem_params } : { code: record.problem },
  );
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errors, code);
}

function rowType(row: ImportRowView) {
  // A row that is known and needs nothing is that first of all; a doubt about it is still told in its issues.
  const state = row.warned && row.action !== 'unchanged' ? ('warning' as const) : row.action;
  return {
    line: row.line,
    state,
    name: row.name,
    citizenId: row.action === 'error' ? null : row.citizenId,
    issues: row.issues.map(({ code, column = null, value = null }) => ({
      code,
      severity: importIssueEntries[code].severity,
      column,
      value,
    })),
  };
}

/** Resolvers of `import.graphql`. */
export function importResolvers(deps: ImportGraphDeps): Pick<Resolvers, 'Query' | 'Mutation' | 'Import'> {
  const one = async (record: ImportRecord, context: Context): Promise<Partial<Import>> =>
    (await importTypes([record], deps, context))[0] ?? {};
  return {
    Query: {
      async imports(_, { after, first }, context) {
        const [createdAt, id] = context.cursors.open(after, 2) ?? [];
        const page = await visibleImports(context.scope, deps, {
          after: createdAt === undefined || id === undefined ? null : { createdAt, id },
          first: pageSize(first),
        });
        const items = await importTypes(page.items, deps, context);
        return {
          items,
          total: page.total,
          nextCursor: page.next && context.cursors.seal([page.next.createdAt, page.next.id]),
        };
      },
      async import(_, { id }, context) {
        const record = await visibleImport(context.scope, deps, id);
        return record && one(record, context);
      },
      importFields: () =>
        Object.entries(fieldSpecs).flatMap(([name, { group }]) =>
          isFieldName(name) ? [{ name, group, required: name === 'fullName' || name === 'householdNumber' }] : [],
        ),
    },
    Mutation: {
      checkImport: async (_, { importId, mapping }, context) =>
        one(await checkImport(context.scope, deps, importId, mapping.map(givenColumn)), context),
      commitImport: async (_, { importId, skipErrors }, context) =>
        one(await commitImport(context.scope, deps, importId, skipErrors ?? true), context),
      cancelImport: async (_, { importId }, context) => one(await cancelImport(context.scope, deps, importId), context),
    },
    Import: {
      async unknownNeighbourhoods(parent, _, { scope }) {
        const record = await visibleImport(scope, deps, parent.id ?? '');
        return record ? unknownNeighbourhoods(scope, deps, record) : [];
      },
      async rows(parent, { state, after, first }, context) {
        const record = await visibleImport(context.scope, deps, parent.id ?? '');
        if (!record) return { items: [], total: 0, nextCursor: null };
        const page = await importRows(context.scope, deps, record, {
          filter: state ?? null,
          after: Number(context.cursors.open(after, 1)?.[0] ?? 0),
          first: pageSize(first),
        });
        const citizenIds = page.items.flatMap(({ name, citizenId, action }) =>
          name !== null && citizenId !== null && action !== 'error' ? [citizenId] : [],
        );
        if (citizenIds.length > 0) await context.logAccess({ action: 'list', citizenIds });
        return {
          items: page.items.map(rowType),
          total: page.total,
          nextCursor: page.next === null ? null : context.cursors.seal([String(page.next)]),
        };
      },
    },
  };
}

function givenColumn({ field, column, relations }: ColumnMappingInput): GivenColumn {
  if (!relations || relations.length === 0) return { field, column };
  return { field, column, relations: Object.fromEntries(relations.map(({ code, relation }) => [code, relation])) };
}
