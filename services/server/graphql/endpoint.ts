import { normalise, operationHash } from '@nocgia/schemas/persisted.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import {
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  print,
  separateOperations,
  subscribe,
  type DocumentNode,
  type GraphQLFormattedError,
  type SelectionSetNode,
} from 'graphql';
import { formatError, type ErrorReader } from './answer.ts';
import { reckonCost } from './cost.ts';

const LEGACY = 'application/json';
const MODERN = 'application/graphql-response+json';
const EVENTS = 'text/event-stream';

/** What one operation needs, and what must be done when it has ended. */
export interface OperationContext {
  values: Record<string, unknown>;
  reader: ErrorReader;
  /** The rows were not yet as far as the `nocgia-after` header asked for. */
  behind: boolean;
  end(): Promise<void>;
}

export interface EndpointOptions {
  path: string;
  /** Throws a RejectionError where the reader may not ask for one of these root fields. */
  open(request: FastifyRequest, rootFields: readonly string[]): Promise<OperationContext>;
  countError(code: string): void;
  readerOf(request: FastifyRequest): ErrorReader;
  /** Hashes of the operations that are answered; null answers any (development). */
  allowed: ReadonlySet<string> | null;
}

interface Parameters {
  query: string;
  operationName: string | null;
  variables: Record<string, unknown>;
}

interface Prepared {
  document: DocumentNode;
  /** The one operation, printed anew: the same text whichever way it was sent, so that compiled operations are found again. */
  text: string;
  kind: 'query' | 'mutation' | 'subscription';
  rootFields: string[];
}

const PREPARED_LIMIT = 1000;
const BEAT_MS = 20_000;
const STREAM_MS = 5 * 60_000;

/**
 * GraphQL over HTTP as the specification has it (all audits of `graphql-http` pass): POST and GET, JSON only, no batches;
 * subscriptions as server-sent events. A request that fails before it runs answers 400, or 200 to a reader of plain JSON.
 */
export function graphqlEndpoint(app: FastifyInstance, options: EndpointOptions): void {
  const prepared = new Map<string, Prepared>();

  const prepare = ({ query, operationName }: Parameters): Prepared => {
    const key = `${operationName ?? ''}\n${query}`;
    const known = prepared.get(key);
    if (known) return known;
    const whole = parse(query, { noLocation: true, maxTokens: 5000 });
    const operation = getOperationAST(whole, operationName);
    if (!operation)
      throw new GraphQLError(operationName ? `Unknown operation "${operationName}".` : 'Name one operation.');
    const alone = separateOperations(whole)[operation.name?.value ?? ''] ?? whole;
    const text = normalise(print(alone));
    if (options.allowed && !options.allowed.has(operationHash(text)))
      throw new GraphQLError('This operation is not one of the published ones.');
    const document = parse(text, { noLocation: true });
    const made: Prepared = { document, text, kind: operation.operation, rootFields: rootFieldsOf(document) };
    if (prepared.size >= PREPARED_LIMIT) prepared.clear();
    prepared.set(key, made);
    return made;
  };

  const run = async (
    request: FastifyRequest,
    reply: FastifyReply,
    parameters: Parameters,
    type: string,
  ): Promise<unknown> => {
    const reader = options.readerOf(request);
    const told = (error: unknown): GraphQLFormattedError => {
      const formatted = formatError(asGraphQLError(error), reader);
      options.countError(String(formatted.extensions?.code ?? 'BAD_INPUT'));
      return formatted;
    };
    const refuse = (errors: readonly GraphQLError[]) => {
      reply.code(type === MODERN ? 400 : 200);
      return { errors: errors.map(told) };
    };
    let operation: Prepared;
    try {
      operation = prepare(parameters);
    } catch (error) {
      return refuse([asGraphQLError(error)]);
    }
    if (request.method === 'GET' && operation.kind === 'mutation') {
      reply.code(405).header('allow', 'POST');
      return { errors: [{ message: 'No mutation by GET.', extensions: { code: 'BAD_INPUT' } }] };
    }
    if (operation.kind === 'subscription' && type !== EVENTS)
      return refuse([new GraphQLError(`Subscriptions answer ${EVENTS} only.`)]);
    const verdict = reckonCost(app.graphql.schema, operation.document, parameters.variables);
    if (!verdict.ok) return refuse([new GraphQLError(`The operation asks for too much: ${verdict.reason}.`)]);

    let context: OperationContext;
    try {
      context = await options.open(request, operation.rootFields);
    } catch (error) {
      if (!(error instanceof RejectionError)) throw error;
      reply.code(200);
      return { errors: [told(error)], data: null };
    }
    if (operation.kind === 'subscription') return stream(request, reply, operation, parameters, context);
    try {
      const result = await reply.graphql(operation.text, context.values, parameters.variables);
      reply.code(200);
      const errors = result.errors?.map(told);
      return {
        ...(errors?.length ? { errors } : {}),
        data: result.data ?? null,
        ...(context.behind ? { extensions: { behind: true } } : {}),
      };
    } catch (error) {
      const invalid = validationErrors(error);
      if (!invalid) throw error;
      return refuse(invalid);
    } finally {
      await context.end();
    }
  };

  const stream = async (
    request: FastifyRequest,
    reply: FastifyReply,
    operation: Prepared,
    parameters: Parameters,
    context: OperationContext,
  ): Promise<unknown> => {
    const source = await subscribe({
      schema: app.graphql.schema,
      document: operation.document,
      contextValue: context.values,
      variableValues: parameters.variables,
    });
    if (!(Symbol.asyncIterator in source)) {
      await context.end();
      reply.code(200);
      return { errors: source.errors?.map((error) => formatError(error, context.reader)) };
    }
    reply.hijack();
    const raw = reply.raw;
    raw.writeHead(200, {
      'content-type': `${EVENTS}; charset=utf-8`,
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    raw.write(':\n\n');
    const beat = setInterval(() => raw.write(':\n\n'), BEAT_MS);
    // A stream was opened for who the reader was then; the browser opens another at once, for who they are now.
    const life = setTimeout(() => void source.return(undefined), STREAM_MS);
    request.raw.on('close', () => void source.return(undefined));
    try {
      for await (const result of source) raw.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
    } finally {
      clearInterval(beat);
      clearTimeout(life);
      raw.end('event: complete\ndata:\n\n');
      await context.end();
    }
    return reply;
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply, raw: unknown): Promise<unknown> => {
    const type = responseType(request.headers.accept);
    if (!type) {
      reply.code(406);
      return { errors: [{ message: `Accept ${LEGACY} or ${MODERN}.` }] };
    }
    reply.header('content-type', `${type === EVENTS ? LEGACY : type}; charset=utf-8`);
    reply.header('cache-control', 'no-store');
    const parameters = parametersOf(raw);
    if (typeof parameters === 'string') {
      reply.code(400);
      return { errors: [{ message: parameters, extensions: { code: 'BAD_INPUT' } }] };
    }
    const body = await run(request, reply, parameters, type);
    return body === reply ? reply : JSON.stringify(body);
  };

  app.post(options.path, (request, reply) => answer(request, reply, request.body));
  app.get<{ Querystring: Record<string, string> }>(options.path, (request, reply) => {
    const { variables, extensions, ...rest } = request.query;
    return answer(request, reply, { ...rest, variables: jsonOf(variables), extensions: jsonOf(extensions) });
  });
}

function responseType(accept: string | undefined): string | null {
  if (!accept) return LEGACY;
  const wanted = accept.split(',').map((part) => part.split(';')[0]?.trim());
  for (const type of wanted) {
    if (type === EVENTS) return EVENTS;
    if (type === MODERN) return MODERN;
    if (type === LEGACY || type === '*/*' || type === 'application/*') return LEGACY;
  }
  return null;
}

function jsonOf(text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parametersOf(raw: unknown): Parameters | string {
  if (!isMap(raw)) return 'The body must be one JSON object.';
  const { query, operationName, variables, extensions } = raw;
  if (typeof query !== 'string') return 'query must be a string.';
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    return 'operationName must be a string.';
  if (variables !== undefined && variables !== null && !isMap(variables)) return 'variables must be a map.';
  if (extensions !== undefined && extensions !== null && !isMap(extensions)) return 'extensions must be a map.';
  return { query, operationName: operationName ?? null, variables: isMap(variables) ? variables : {} };
}

/** Names of the fields asked for at the top, through fragments as well. */
function rootFieldsOf(document: DocumentNode): string[] {
  const fields: string[] = [];
  const seen = new Set<string>();
  const walk = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) fields.push(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet);
      else if (!seen.has(selection.name.value)) {
        // Nothing is validated yet: a fragment may spread itself.
        seen.add(selection.name.value);
        const fragment = document.definitions.find(
          (d) => d.kind === Kind.FRAGMENT_DEFINITION && d.name.value === selection.name.value,
        );
        if (fragment?.kind === Kind.FRAGMENT_DEFINITION) walk(fragment.selectionSet);
      }
    }
  };
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) walk(definition.selectionSet);
  return fields;
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError('internal', { originalError: error instanceof Error ? error : new Error(String(error)) });
}

/** Mercurius reports a failed validation or variable coercion by throwing an error that carries the list. */
function validationErrors(error: unknown): GraphQLError[] | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'MER_ERR_GQL_VALIDATION') return null;
  if (!('errors' in error) || !Array.isArray(error.errors)) return null;
  return error.errors.map((one: unknown) =>
    one instanceof GraphQLError ? one : new GraphQLError(one instanceof Error ? one.message : 'invalid'),
  );
}
