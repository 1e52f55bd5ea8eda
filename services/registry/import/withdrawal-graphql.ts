import type { Import, Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import { displayNames } from '../../access/account/queries.ts';
import { pageSize } from '../../access/paging.ts';
import { importTypes, type ImportGraphDeps } from './graphql.ts';
import { importAllowed, visibleImport } from './queries.ts';
import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import { withdrawable, withdrawImport } from './withdrawal.ts';
import { keptRecords, withdrawalCounts } from './withdrawal-queries.ts';

/** Resolvers of the taking back of imports. */
export function withdrawalResolvers(deps: ImportGraphDeps): Pick<Resolvers, 'Mutation' | 'Import'> {
  return {
    Mutation: {
      async withdrawImport(_, { importId, reason }, context): Promise<Partial<Import>> {
        const record = await withdrawImport(context.scope, deps, importId, reason);
        return (await importTypes([record], deps, context))[0] ?? {};
      },
    },
    Import: {
      async withdrawable(parent, _, { scope }) {
        const record = await visibleImport(scope, deps, parent.id ?? '');
        if (!record || importAllowed(scope, 'import', codeOfUnit(record.ward)) !== null) return null;
        if (!(await withdrawable(deps, record))) return null;
        return withdrawalCounts(deps, record);
      },
      async withdrawal(parent, _, { scope, db }) {
        const withdrawal = (await visibleImport(scope, deps, parent.id ?? ''))?.withdrawal;
        if (!withdrawal) return null;
        const { reason, by, on, citizens, households, dwellings, differences = 0, kept } = withdrawal;
        const names = await displayNames(db, by === null ? [] : [by]);
        return {
          reason,
          by: names.get(by ?? '') ?? '',
          on,
          counts: { citizens, households, dwellings, differences, kept },
        };
      },
      async kept(parent, { after, first }, { scope, db, cursors, logAccess }) {
        const record = await visibleImport(scope, deps, parent.id ?? '');
        if (!record) return { items: [], total: 0, nextCursor: null };
        const from = cursors.open(after, 2);
        const page = await keptRecords(scope, db, deps, record.id, { after: from, first: pageSize(first) });
        const citizenIds = page.items.flatMap(({ kind, id, label }) =>
          kind === 'citizen' && label !== null ? [id] : [],
        );
        if (citizenIds.length > 0) await logAccess({ action: 'list', citizenIds });
        return { items: page.items, total: page.total, nextCursor: page.next && cursors.seal(page.next) };
      },
    },
  };
}
