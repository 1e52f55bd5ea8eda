import { errors, errorText, type ErrorCode } from '@nocgia/schemas/errors.ts';
import type { Citizen, Import, Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import { pageSize } from '../../access/paging.ts';
import { citizenType } from '../citizen/type.ts';
import { differencePage, likelyPage } from './comparison-queries.ts';
import { confirmDifferences } from './confirm.ts';
import { decideLikely } from './decisions.ts';
import { importTypes, type ImportGraphDeps } from './graphql.ts';
import { visibleImport } from './queries.ts';

const texts = (facts: Record<string, string | null>) =>
  Object.entries(facts).map(([field, value]) => ({ field, value }));

/** Resolvers of what a file says otherwise than the register, and of who may be whom. */
export function comparisonResolvers(deps: ImportGraphDeps): Pick<Resolvers, 'Mutation' | 'Import'> {
  return {
    Mutation: {
      async confirmDifferences(
        _,
        { importId, kind, numbers, resolution, occurredOn },
        context,
      ): Promise<Partial<Import>> {
        const wanted = { kind, numbers: numbers ?? null, resolution: resolution ?? null, occurredOn };
        const record = await confirmDifferences(context.scope, deps, importId, wanted);
        return (await importTypes([record], deps, context))[0] ?? {};
      },
      async decideLikely(_, { importId, decisions }, context): Promise<Partial<Import>> {
        const said = decisions.map(({ line, citizenId = null }) => ({ line, citizenId }));
        const record = await decideLikely(context.scope, deps, importId, said);
        return (await importTypes([record], deps, context))[0] ?? {};
      },
    },
    Import: {
      async differences(parent, { kind, after, first }, { scope, cursors, logAccess }) {
        const record = await visibleImport(scope, deps, parent.id ?? '');
        if (!record) return { items: [], total: 0, nextCursor: null, counts: [] };
        const page = await differencePage(scope, deps, record, {
          kind: kind ?? null,
          after: Number(cursors.open(after, 1)?.[0] ?? -1),
          first: pageSize(first),
        });
        const citizenIds = page.items.flatMap(({ citizenId, old }) =>
          citizenId !== null && Object.keys(old).length > 0 ? [citizenId] : [],
        );
        if (citizenIds.length > 0) await logAccess({ action: 'list', citizenIds });
        const ofKind = page.counts.filter((one) => !kind || one.kind === kind);
        return {
          items: page.items.map((item) => ({
            ...item,
            old: texts(item.old),
            new: texts(item.new),
            problem:
              item.problem !== null && isErrorCode(item.problem)
                ? errorText(scope.locale, { code: item.problem })
                : null,
          })),
          total: ofKind.reduce((sum, one) => sum + one.open + one.confirmed + one.applied + one.refused, 0),
          nextCursor: page.next === null ? null : cursors.seal([String(page.next)]),
          counts: page.counts,
        };
      },
      async likely(parent, { after, first }, { scope, db, cursors, logAccess }) {
        const record = await visibleImport(scope, deps, parent.id ?? '');
        if (!record) return { items: [], total: 0, nextCursor: null };
        const page = await likelyPage(scope, db, deps, record, {
          after: Number(cursors.open(after, 1)?.[0] ?? 0),
          first: pageSize(first),
        });
        const citizenIds = page.items.flatMap(({ people }) => people.map(({ citizen }) => citizen.citizen_id));
        if (citizenIds.length > 0) await logAccess({ action: 'list', citizenIds });
        return {
          items: page.items.map(({ line, facts, people, decision }) => ({
            line,
            facts: texts(facts),
            people: people.map(({ citizen, score, reasons }) => ({
              citizen: citizenType(scope, citizen) as Citizen,
              score,
              reasons,
            })),
            decision: decision === null || decision === 'other' ? decision : decision.same,
          })),
          total: page.total,
          nextCursor: page.next === null ? null : cursors.seal([String(page.next)]),
        };
      },
    },
  };
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errors, code);
}
