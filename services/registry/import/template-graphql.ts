import type { Import, Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import { importTypes, type ImportGraphDeps } from './graphql.ts';
import { visibleImport } from './queries.ts';
import type { ImportRecord } from './store.ts';
import { applyTemplate, deleteTemplate, saveTemplate, templatesOf } from './templates.ts';

/** Resolvers of the templates by which columns are matched. */
export function templateResolvers(deps: ImportGraphDeps): Pick<Resolvers, 'Mutation' | 'Import'> {
  type Context = Parameters<typeof importTypes>[2];
  const shown = async (record: ImportRecord, context: Context): Promise<Partial<Import>> =>
    (await importTypes([record], deps, context))[0] ?? {};
  return {
    Mutation: {
      saveImportTemplate: async (_, { importId, name }, context) =>
        shown(await saveTemplate(context.scope, deps, importId, name), context),
      applyImportTemplate: async (_, { importId, templateId }, context) =>
        shown(await applyTemplate(context.scope, deps, importId, templateId), context),
      deleteImportTemplate: async (_, { importId, templateId }, context) =>
        shown(await deleteTemplate(context.scope, deps, importId, templateId), context),
    },
    Import: {
      async templates(parent, _, { scope }) {
        const record = await visibleImport(scope, deps, parent.id ?? '');
        if (!record) return [];
        const templates = await templatesOf(deps.pool, record.ward);
        return templates.map(({ id, name }) => ({ id, name, used: id === record.template_id }));
      },
    },
  };
}
