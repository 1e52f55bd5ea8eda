import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { GraphAnswer, TestServer } from '../support/server.ts';

/** A clock that stands until it is moved, on top of the real one. */
export interface Clock {
  ahead: number;
}

export interface Asked {
  data: Record<string, unknown> | null;
  code: string | null;
  message: string | null;
}

/** Asks one operation as nobody, from an address of the caller's. */
export async function ask(
  server: TestServer,
  query: string,
  variables: Record<string, unknown> = {},
  address = '203.0.113.1',
): Promise<Asked> {
  const response = await server.app.inject({
    method: 'POST',
    url: '/graphql',
    remoteAddress: address,
    payload: { query, variables },
  });
  const { data, errors }: GraphAnswer<Record<string, unknown>> = response.json();
  const code = errors?.[0]?.extensions?.['code'];
  return { data, code: typeof code === 'string' ? code : null, message: errors?.[0]?.message ?? null };
}

/** The token of a form that is opened now. */
export async function openForm(server: TestServer, of: { procedureId: string; dossierId: string }): Promise<string> {
  const { data } = await ask(
    server,
    'query ($procedureId: ID!, $dossierId: ID!) { publicForm(procedureId: $procedureId, dossierId: $dossierId) { token } }',
    of,
  );
  const form = data?.['publicForm'] as { token: string } | undefined;
  return form?.token ?? expect.fail('no form');
}

export const submit =
  'mutation ($meta: CommandMeta!, $input: SubmissionInput!) { submitDossier(meta: $meta, input: $input) { position dossierId lookupCode } }';

export interface Sending {
  procedureId: string;
  dossierId?: string;
  commandId?: string;
  token: string;
  over?: Record<string, unknown>;
  address?: string;
}

/** Sends a dossier in as somebody at home. */
export function send(
  server: TestServer,
  { procedureId, dossierId = randomUUID(), commandId = randomUUID(), token, over = {}, address }: Sending,
) {
  const owner = { kind: 'citizen', name: 'Lê Thị Gửi Từ Nhà', phone: '0903 000 222', nationalId: '079190000999' };
  const input = { dossierId, procedureId, returnBy: 'online', owner, answers: [], token, ...over };
  return ask(server, submit, { meta: { commandId }, input }, address);
}
