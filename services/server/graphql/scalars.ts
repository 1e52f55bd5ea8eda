import { isDay, partialDay } from '@nocgia/schemas/events/common.ts';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import * as v from 'valibot';

function textScalar(name: string, isValid: (text: string) => boolean): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && isValid(value)) return value;
    throw new GraphQLError(`not a ${name}`, { extensions: { code: 'BAD_INPUT', params: { detail: name } } });
  };
  return new GraphQLScalarType<string, string>({
    name,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : null),
    serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  });
}

/** The scalars of `schemas/graphql/common.graphql`; what does not parse is refused as BAD_INPUT. */
export const scalars = {
  Day: textScalar('Day', isDay),
  PartialDay: textScalar('PartialDay', (text) => v.safeParse(partialDay, text).success),
  Instant: textScalar(
    'Instant',
    (text) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)),
  ),
  LogPosition: textScalar('LogPosition', (text) => /^\d{20}$/.test(text)),
};
