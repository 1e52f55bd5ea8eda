import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import { dossierImportIssueEntries, type DossierImportIssueCode } from '@nocgia/schemas/dossier-import-issues.ts';
import type { PastDossier as PastFact } from '@nocgia/schemas/events/dossier-history.ts';
import { errors, errorText, type ErrorCode } from '@nocgia/schemas/errors.ts';
import type { DossierImport, ImportedDossier, Resolvers, Unit } from '@nocgia/schemas/generated/resolvers.ts';
import { displayNames } from '../../access/account/queries.ts';
import { batched } from '../../access/batch.ts';
import { pageSize } from '../../access/paging.ts';
import type { Scope } from '../../access/scope.ts';
import type { DossierContext } from '../context.ts';
import { dossierStream } from '../dossier/dossier-state.ts';
import type { DossierParent } from '../dossier/type.ts';
import { cancelPastImport, checkPastImport, commitPastImport, isWithdrawable, withdrawPastImport } from './commands.ts';
import type { PastDeps } from './deps.ts';
import { isPastField, pastFields } from './fields.ts';
import { missingFields } from './mapping.ts';
import {
  describePast,
  importedDossiers,
  maySeeValues,
  pastAllowed,
  visiblePast,
  visiblePasts,
  wardNames,
  type ImportedView,
} from './queries.ts';
import { standing } from './record.ts';
import type { PastImport } from './store.ts';

/** What the resolvers need beside the operation's context; `lag` tells how many events the slowest page is behind. */
export interface PastGraphDeps extends PastDeps {
  lag(): number;
}

/** The courses of dossiers of another software: one look at the log for all of an operation. */
const factById = batched(async (context: DossierContext, ids: string[]) => {
  const found = await context.log.readStreams(ids.map(dossierStream));
  return new Map(
    ids.flatMap((id) => {
      const fact = standing(found.get(dossierStream(id)) ?? []);
      return fact ? [[id, fact] as const] : [];
    }),
  );
});

/** Imports as the API shows them, with ward and account named by one query each. */
async function importTypes(
  records: readonly PastImport[],
  deps: PastGraphDeps,
  { scope, db }: Pick<DossierContext, 'scope' | 'db'>,
): Promise<DossierImport[]> {
  const wards = await wardNames(db, [...new Set(records.map(({ ward }) => codeOfUnit(ward)))]);
  const names = await displayNames(db, [...new Set(records.flatMap(({ created_by }) => created_by ?? []))]);
  return Promise.all(
    records.map(async (record) => {
      const code = codeOfUnit(record.ward);
      const { fileName, columns } = await describePast(deps, record);
      const clear = maySeeValues(scope, record);
      const named = { name: wards.get(code)?.name ?? code, validFrom: wards.get(code)?.validFrom ?? '' };
      const ward: Partial<Unit> = { code, level: 'ward', ...named, predecessors: [], successors: [], children: [] };
      const busy = record.state === 'committing' || record.state === 'withdrawing';
      return {
        id: record.id,
        fileName,
        state: record.state,
        ward: ward as Unit,
        createdAt: record.created_at.toISOString(),
        createdBy: names.get(record.created_by ?? '') ?? '',
        problem: problemText(record, scope),
        columns: columns.map(({ index, heading, samples }) => ({ index, heading, samples: clear ? samples : [] })),
        mapping: record.mapping.map(({ field, column }) => ({ field, column })),
        progress: progressOf(record, busy ? deps.lag() : 0),
        summary: record.summary,
        // Answered by the field's own resolver.
        dossiers: { items: [], total: 0, nextCursor: null },
        withdrawable: isWithdrawable(record) && pastAllowed(scope, 'import', code) === null,
      };
    }),
  );
}

function progressOf({ state, done, rows, slices, slices_done, summary }: PastImport, lag: number) {
  if (state === 'withdrawing') return { done: (slices ?? 0) - slices_done, total: slices ?? 0, lag };
  return state === 'committing' ? { done, total: summary?.steps ?? rows, lag } : { done, total: rows, lag };
}

function problemText(record: PastImport, { locale }: Scope): string | null {
  if (record.state === 'needs_mapping') {
    const fields = missingFields(record.mapping).join(', ');
    return errorText(locale, { code: 'IMPORT_MAPPING', params: { fields } });
  }
  const { problem: code, problem_params: params } = record;
  if (code === null || !isErrorCode(code)) return null;
  return errorText(locale, params ? { code, params } : { code });
}

function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errors, text);
}

function importedType({ action, ...row }: ImportedView, { locale }: Scope): ImportedDossier {
  const issues = row.issues.map(({ line, code, column = null, value = null }) => {
    const entry = dossierImportIssueEntries[code];
    return { line, code, severity: entry.severity, text: entry[locale], column, value };
  });
  return { ...row, state: action, issues };
}

function isIssueCode(text: string): text is DossierImportIssueCode {
  return Object.hasOwn(dossierImportIssueEntries, text);
}

function courseType({ steps, officers = [] }: PastFact) {
  return steps.map((step, index) => ({ ...step, officer: officers[index] ?? null }));
}

/** Imports of dossiers that another software has led, and how those dossiers went there. */
export function pastResolvers(deps: PastGraphDeps): Resolvers {
  const one = async (record: PastImport, context: DossierContext): Promise<Partial<DossierImport>> =>
    (await importTypes([record], deps, context))[0] ?? {};
  return {
    Query: {
      async dossierImports(_, { after, first }, context) {
        const [createdAt, id] = context.cursors.open(after, 2) ?? [];
        const behind = createdAt === undefined || id === undefined ? null : { createdAt, id };
        const page = await visiblePasts(context.scope, deps, { after: behind, first: pageSize(first) });
        const items = await importTypes(page.items, deps, context);
        const nextCursor = page.next && context.cursors.seal([page.next.createdAt, page.next.id]);
        return { items, total: page.total, nextCursor };
      },
      async dossierImport(_, { id }, context) {
        const record = await visiblePast(context.scope, deps, id);
        return record && one(record, context);
      },
      dossierImportFields: () =>
        Object.entries(pastFields).flatMap(([name, { group }]) =>
          isPastField(name)
            ? [{ name, group, required: ['code', 'procedure', 'startedAt', 'endedAt'].includes(name) }]
            : [],
        ),
    },
    Mutation: {
      checkDossierImport: async (_, { importId, mapping }, context) =>
        one(await checkPastImport(context.scope, deps, importId, mapping), context),
      commitDossierImport: async (_, { importId }, context) =>
        one(await commitPastImport(context.scope, deps, importId), context),
      cancelDossierImport: async (_, { importId }, context) =>
        one(await cancelPastImport(context.scope, deps, importId), context),
      withdrawDossierImport: async (_, { importId }, context) =>
        one(await withdrawPastImport(context.scope, deps, importId), context),
    },
    DossierImport: {
      async dossiers(parent, { state, after, first }, context) {
        const record = await visiblePast(context.scope, deps, parent.id ?? '');
        if (!record) return { items: [], total: 0, nextCursor: null };
        const behind = context.cursors.open(after, 1)?.[0];
        const page = await importedDossiers(context.scope, deps, record, {
          filter: state ?? null,
          after: behind === undefined ? -1 : Number(behind),
          first: pageSize(first),
        });
        return {
          items: page.items.map((row) => importedType(row, context.scope)),
          total: page.total,
          nextCursor: page.next === null ? null : context.cursors.seal([String(page.next)]),
        };
      },
    },
    Dossier: {
      past: async (parent: Partial<DossierParent>, _, context) => {
        const { entry } = parent;
        if (!entry?.past) return null;
        const { procedureCode, procedureName, flags } = entry.past;
        const fact = await factById(context, entry.dossier_id);
        return {
          procedureCode,
          procedureName,
          flags: flags
            .filter(isIssueCode)
            .map((code) => ({ code, text: dossierImportIssueEntries[code][context.scope.locale] })),
          ...(fact && { receivedAt: fact.receivedAt, dueAt: fact.dueAt, endedAt: fact.endedAt }),
          steps: fact ? courseType(fact) : [],
        };
      },
    },
  };
}
