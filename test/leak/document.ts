import { sdl } from '@nocgia/schemas/graphql/sdl.ts';
import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLOutputType,
} from 'graphql';

export const schema = buildSchema(sdl);

export type RootName = 'query' | 'mutation' | 'subscription';

/** How deep a selection goes: far enough to come back from a person by the household to the other people in it. */
const DEPTH = 5;
/** Fields that lead from one kind of record to another are followed only this often on one path. */
const VISITS = 2;

function rootField(root: RootName, name: string): GraphQLField<unknown, unknown> {
  const type = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }[root];
  const field = type?.getFields()[name];
  if (!field) throw new Error(`There is no ${root} ${name}.`);
  return field;
}

/** Names of the fields of a root type. */
export function rootFields(root: RootName): string[] {
  const type = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }[root];
  return Object.keys(type?.getFields() ?? {}).sort();
}

function selection(type: GraphQLOutputType, depth: number, path: readonly string[]): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (!isObjectType(named) && !isInterfaceType(named)) return '{ __typename }';
  const onPath = [...path, named.name];
  const fields = Object.values(named.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
    if (!isCompositeType(inner)) return [field.name];
    if (depth === 1 || onPath.filter((name) => name === inner.name).length >= VISITS) return [];
    return [`${field.name} ${selection(field.type, depth - 1, onPath)}`];
  });
  return `{ ${['__typename', ...fields].join(' ')} }`;
}

/** An operation that asks one root field for every field there is below it, so that a new field is asked for by itself. */
export function documentFor(root: RootName, name: string, variables: Record<string, unknown>, depth = DEPTH): string {
  const field = rootField(root, name);
  const used = field.args.filter((arg) => arg.name in variables);
  const declared = used.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = used.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return `${root}${declared && `(${declared})`} { ${name}${passed && `(${passed})`} ${selection(field.type, depth, [])} }`;
}
