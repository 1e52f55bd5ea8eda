import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** A list without `first` is reckoned at this length. */
const ASSUMED_LENGTH = 10;
const DEPTH = 12;
const COST = 60_000;
const ROOT_FIELDS = 20;

export type CostVerdict = { ok: true; cost: number } | { ok: false; reason: string };

/**
 * Reckons an operation before it runs: every field costs 1, times the length of every list above it (`first`, or 10).
 * Refuses more than 60,000, a depth over 12, or more than 20 root fields, aliases counted (breadth is free in a depth limit).
 */
export function reckonCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
  operationName?: string | null,
): CostVerdict {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const d of document.definitions) if (d.kind === Kind.FRAGMENT_DEFINITION) fragments.set(d.name.value, d);
  const operation = document.definitions.find(
    (d) => d.kind === Kind.OPERATION_DEFINITION && (!operationName || d.name?.value === operationName),
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return { ok: true, cost: 0 };

  const root = schema.getRootType(operation.operation);
  let cost = 0;
  let rootFields = 0;
  // A fragment that spreads itself is refused by validation, which comes later.
  const inside = new Set<string>();

  const walk = (
    set: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    times: number,
    depth: number,
  ): string | null => {
    if (depth > DEPTH) return `depth over ${DEPTH}`;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name.value;
        const fragment = fragments.get(name);
        if (!fragment || inside.has(name)) continue;
        inside.add(name);
        const refused = walk(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), times, depth);
        inside.delete(name);
        if (refused) return refused;
        continue;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const narrowed = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type;
        const refused = walk(selection.selectionSet, narrowed, times, depth);
        if (refused) return refused;
        continue;
      }
      cost += times;
      if (depth === 1 && ++rootFields > ROOT_FIELDS) return `more than ${ROOT_FIELDS} root fields`;
      if (cost > COST) return `cost over ${COST}`;
      if (!selection.selectionSet) continue;
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
      const argument = selection.arguments?.find((a) => a.name.value === 'first')?.value;
      const length =
        argument?.kind === Kind.INT
          ? Number(argument.value)
          : argument?.kind === Kind.VARIABLE
            ? Number(variables[argument.name.value] ?? 0)
            : 0;
      const next = field && getNamedType(field.type);
      const refused = walk(
        selection.selectionSet,
        next && isCompositeType(next) ? next : undefined,
        times * multiplier(field, length),
        depth + 1,
      );
      if (refused) return refused;
    }
    return null;
  };

  const refused = walk(operation.selectionSet, root ?? undefined, 1, 1);
  return refused ? { ok: false, reason: refused } : { ok: true, cost };
}

/** A page field (`first`) multiplies by its length; a bare list by the assumed one, unless it is the `items` of such a page. */
function multiplier(field: GraphQLField<unknown, unknown> | undefined, first: number): number {
  if (!field) return 1;
  const byDefault = field.args.find((a) => a.name === 'first')?.defaultValue;
  if (field.args.some((a) => a.name === 'first')) return Math.max(1, first || Number(byDefault ?? ASSUMED_LENGTH));
  if (field.name === 'items' || field.name === 'hits') return 1;
  const type = isNonNullType(field.type) ? field.type.ofType : field.type;
  return isListType(type) ? ASSUMED_LENGTH : 1;
}
