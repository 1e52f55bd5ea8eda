import { randomUUID } from 'node:crypto';
import { onePage } from '@nocgia/services/papers/testing/one-page.ts';
import { expect } from 'vitest';
import { takenIn } from '../e2e/one-stop.ts';
import { scan } from '../leak/routes.ts';
import type { TestServer } from './server.ts';

/** A dossier as its version is now. */
export async function versionOf(server: TestServer, dossierId: string): Promise<number> {
  const { data } = await server.query<{ dossier: { version: number } }>(
    await server.signIn('lanhdao'),
    'query ($id: ID!) { dossier(id: $id) { version } }',
    { id: dossierId },
  );
  return data?.dossier.version ?? expect.fail('no dossier');
}

/** Attaches a file to a dossier as the leader; answers its id. */
export async function attach(server: TestServer, dossierId: string, file: Buffer, name: string): Promise<string> {
  const fields = { commandId: randomUUID(), expectedVersion: await versionOf(server, dossierId) };
  const { headers, payload } = scan(fields, file, name);
  const cookie = await server.signIn('lanhdao');
  const url = `/api/dossiers/${dossierId}/files`;
  const sent = await server.app.inject({ method: 'POST', url, payload, headers: { ...headers, cookie } });
  expect(sent.statusCode, sent.payload).toBe(201);
  return sent.json<{ fileId: string }>().fileId;
}

/** A dossier that lies at its step of approval, with the draft of its result. */
export async function toBeSigned(
  server: TestServer,
  procedureId: string,
  file?: Buffer,
): Promise<{ dossierId: string; fileId: string }> {
  const dossierId = await takenIn(server, procedureId);
  const on = { dossierId, expectedVersion: await versionOf(server, dossierId) };
  const { errors } = await server.query(
    await server.signIn('lanhdao'),
    'mutation ($meta: CommandMeta!, $on: OnDossierInput!) { handOnDossier(meta: $meta, on: $on) { position } }',
    { meta: { commandId: randomUUID() }, on },
  );
  expect(errors ?? []).toEqual([]);
  await server.projecting.waitFor(await server.platform.log.store.head(), 20_000);
  const fileId = await attach(server, dossierId, file ?? (await onePage()), 'Giấy xác nhận.pdf');
  return { dossierId, fileId };
}
