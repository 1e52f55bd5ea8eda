import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = {
  Day: 'string',
  PartialDay: 'string',
  Instant: 'string',
  LogPosition: 'string',
  ID: 'string',
};
const common = { scalars, enumsAsTypes: true, useTypeImports: true, skipTypename: true, immutableTypes: false };

const config: CodegenConfig = {
  schema: 'graphql/*.graphql',
  documents: '../web/src/lib/api/operations/*.graphql',
  ignoreNoDocuments: true,
  generates: {
    'generated/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        ...common,
        contextType: '../../services/server/context.ts#GraphContext',
        mappers: {},
        // A resolver map answers with whatever its own field resolvers can complete.
        defaultMapper: 'Partial<{T}>',
        useIndexSignature: true,
        optionalInfoArgument: true,
      },
    },
    '../web/src/lib/api/generated.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { ...common, documentMode: 'string', avoidOptionals: { field: true } },
    },
    'generated/persisted-operations.json': { plugins: ['./persisted.ts'] },
  },
};

export default config;
