import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { forwardCookies } from './cookies.server.ts';
import type { TypedDocumentString } from './generated.ts';

/** Where the server answers: its own loopback address, told by the process that serves these pages. */
export function apiOrigin(): string {
  return process.env.NOCGIA_API_ORIGIN ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`;
}

/** Holds the position of the reader's last act for a few seconds, so that the next page shows it. */
const afterCookie = 'nocgia-after';
const afterSeconds = 20;

/** An answer of the API that says no: code of the catalogue, its text in the reader's language, the field it belongs to, further facts. */
export class ApiError extends Error {
  readonly code: string;
  readonly field: string | null;
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(message: string, extensions: Readonly<Record<string, unknown>>) {
    super(message);
    this.name = 'ApiError';
    this.code = typeof extensions.code === 'string' ? extensions.code : 'INTERNAL';
    this.field = typeof extensions.field === 'string' ? extensions.field : null;
    this.extensions = extensions;
  }
}

interface Answer<R> {
  data?: R | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
  extensions?: { behind?: boolean };
}

/** Headers of a call that the server makes for this reader: their cookie, language and address, and how far the rows must be to show their last act. */
export function readerHeaders(event: RequestEvent): Record<string, string> {
  const headers: Record<string, string> = {
    'accept-language': event.locals.locale,
    'x-forwarded-for': event.getClientAddress(),
  };
  const cookie = event.request.headers.get('cookie');
  if (cookie) headers.cookie = cookie;
  const agent = event.request.headers.get('user-agent');
  if (agent) headers['user-agent'] = agent;
  headers['x-forwarded-proto'] = event.url.protocol.slice(0, -1);
  const after = event.cookies.get(afterCookie);
  if (after) headers['nocgia-after'] = after;
  return headers;
}

async function call<R, V>(
  event: RequestEvent,
  document: TypedDocumentString<R, V>,
  variables: V,
): Promise<{ data: R; behind: boolean }> {
  const headers: Record<string, string> = {
    ...readerHeaders(event),
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json;q=0.9',
  };

  let answer: Answer<R>;
  try {
    const response = await fetch(`${apiOrigin()}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: document.toString(), variables }),
    });
    forwardCookies(event, response);
    answer = await response.json();
  } catch (cause) {
    throw new ApiError('unreachable', { code: 'UNREACHABLE', cause });
  }
  const [first] = answer.errors ?? [];
  if (first) {
    const refusal = new ApiError(first.message, first.extensions ?? {});
    if (refusal.code === 'UNAUTHENTICATED') redirect(303, '/sign-in?ended=1');
    throw refusal;
  }
  if (!answer.data) throw new ApiError('unreachable', { code: 'UNREACHABLE' });
  return { data: answer.data, behind: answer.extensions?.behind === true };
}

const statusOf: Record<string, number> = {
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_INPUT: 404,
  // A period that this reader may not ask for, typed into the address.
  PERIOD_UNKNOWN: 404,
  BUSY: 503,
  UNREACHABLE: 503,
};

/** Reads for a page. What the reader may not see, or what is not there, becomes the page's error; `behind` says that rows still lag. */
export async function read<R, V>(
  event: RequestEvent,
  document: TypedDocumentString<R, V>,
  variables: V,
): Promise<R & { behind?: boolean }> {
  try {
    const { data, behind } = await call(event, document, variables);
    return { ...data, ...(behind ? { behind } : {}) };
  } catch (cause) {
    if (cause instanceof ApiError) error(statusOf[cause.code] ?? 500, cause.message);
    throw cause;
  }
}

/** Sends a command or asks a question whose refusal the caller handles: throws `ApiError`. Remembers the position it answers. */
export async function send<R, V>(event: RequestEvent, document: TypedDocumentString<R, V>, variables: V): Promise<R> {
  const { data } = await call(event, document, variables);
  const position = positionIn(data);
  if (position !== null) {
    event.cookies.set(afterCookie, position, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: event.url.protocol === 'https:',
      maxAge: afterSeconds,
    });
  }
  return data;
}

function positionIn(data: unknown): string | null {
  if (typeof data !== 'object' || data === null) return null;
  for (const result of Object.values(data)) {
    if (typeof result === 'object' && result !== null && 'position' in result && typeof result.position === 'string')
      return result.position;
  }
  return null;
}

/** A record that must be there: its absence is the page's 404. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) error(404, '');
  return value;
}
