import { reckonCost } from '@nocgia/services/server/graphql/cost.ts';
import { parse } from 'graphql';
import type { TestServer } from '../support/server.ts';
import { documentFor, schema, type RootName } from './document.ts';
import type { Reader } from './readers.ts';

const AT_ONCE = 8;

/** Does the work for every item, a few at a time. */
export async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
    }),
  );
}

const documents = new Map<string, string>();

/** The deepest operation of its kind that the cost rule lets through. */
function deepest(root: RootName, name: string, variables: Record<string, unknown>): string {
  const key = `${root} ${name} ${Object.keys(variables).sort().join()}`;
  for (let depth = 5; depth > 0 && !documents.has(key); depth--) {
    const text = documentFor(root, name, variables, depth);
    if (reckonCost(schema, parse(text), variables).ok) documents.set(key, text);
  }
  return documents.get(key) ?? documentFor(root, name, variables, 1);
}

interface GraphError {
  message: string;
  extensions?: { code?: string };
}

export interface Answer {
  /** Everything that came back, headers included. */
  text: string;
  codes: string[];
  messages: string[];
  data: Record<string, unknown> | null;
}

export type Ask = (reader: Reader, root: RootName, name: string, variables: Record<string, unknown>) => Promise<Answer>;

/** Asks the server one root field with all there is below it, as one reader. */
export function asking(server: TestServer): Ask {
  return async (reader, root, name, variables) => {
    const response = await server.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: reader.cookie ? { cookie: reader.cookie } : {},
      payload: { query: deepest(root, name, variables), variables },
    });
    const body: Partial<{
      data: Record<string, unknown>;
      errors: GraphError[];
      error: { code: string; message: string };
    }> = response.json();
    const errors = body.error
      ? [{ message: body.error.message, extensions: { code: body.error.code } }]
      : (body.errors ?? []);
    return {
      text: response.payload + JSON.stringify(response.headers),
      codes: errors.map(({ extensions }) => extensions?.code ?? 'none'),
      messages: errors.map(({ message }) => message),
      data: body.data ?? null,
    };
  };
}
