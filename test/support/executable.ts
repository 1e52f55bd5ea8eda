import { sdl } from '@nocgia/schemas/graphql/sdl.ts';
import { buildSchema, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';

type Fields = Record<string, Record<string, GraphQLFieldResolver<unknown, unknown>>>;

/** The whole SDL with the resolvers of some slices, to be asked without a server. */
export function executable(...maps: object[]): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const map of maps as Fields[]) {
    for (const [name, fields] of Object.entries(map)) {
      const type = schema.getType(name);
      if (!isObjectType(type)) continue;
      for (const [field, resolve] of Object.entries(fields)) {
        const definition = type.getFields()[field];
        if (!definition) throw new Error(`${name}.${field} is not in the SDL`);
        definition.resolve = resolve;
      }
    }
  }
  return schema;
}
