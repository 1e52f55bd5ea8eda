import { createHash } from 'node:crypto';
import { Kind, parse, print, visit, type DocumentNode, type FragmentDefinitionNode } from 'graphql';

/** One form for every way of writing the same operation: printed anew, the operation first, then its fragments by name. */
export function normalise(text: string): string {
  const { definitions } = parse(text, { noLocation: true });
  const name = (definition: (typeof definitions)[number]) =>
    definition.kind === Kind.FRAGMENT_DEFINITION ? `1${definition.name.value}` : '0';
  return [...definitions]
    .sort((a, b) => (name(a) < name(b) ? -1 : 1))
    .map(print)
    .join('\n');
}

/** SHA-256 (hex) of a normalised operation: its name in the manifest. */
export function operationHash(normalised: string): string {
  return createHash('sha256').update(normalised).digest('hex');
}

/** A plugin of graphql-codegen: the manifest of all operations of the web, hash to text. In production the server answers these and nothing else. */
export function plugin(_schema: unknown, documents: { document?: DocumentNode }[]): string {
  const definitions = documents.flatMap(({ document }) => document?.definitions ?? []);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const d of definitions) if (d.kind === Kind.FRAGMENT_DEFINITION) fragments.set(d.name.value, d);

  const entries = definitions
    .filter((d) => d.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => {
      const used = new Map<string, FragmentDefinitionNode>();
      const collect = (node: typeof operation | FragmentDefinitionNode) => {
        visit(node, {
          FragmentSpread({ name: { value } }) {
            const fragment = fragments.get(value);
            if (!fragment || used.has(value)) return;
            used.set(value, fragment);
            collect(fragment);
          },
        });
      };
      collect(operation);
      const text = normalise([operation, ...used.values()].map(print).join('\n'));
      return [operationHash(text), text] as const;
    });
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
