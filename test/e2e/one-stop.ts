import { randomUUID } from 'node:crypto';
import type { ProcedureContent } from '@nocgia/schemas/events/procedure.ts';
import { systemAuthority } from '@nocgia/services/access/authority.ts';
import { submitDossier } from '@nocgia/services/dossiers/dossier/intake.ts';
import { content, settings } from '@nocgia/services/dossiers/testing/scene.ts';
import { dispatch } from '@nocgia/services/event-store/dispatcher.ts';
import { expect } from 'vitest';
import type { TestServer } from '../support/server.ts';

/** Runs a command as one of the demo accounts, waits until the rows show it, and answers what it answered. */
export async function command(
  server: TestServer,
  username: string,
  mutation: string,
  variables: Record<string, unknown>,
): Promise<Record<string, string>> {
  const { data, errors } = await server.query<Record<string, Record<string, string>>>(
    await server.signIn(username),
    mutation,
    { meta: { commandId: randomUUID() }, ...variables },
  );
  expect(errors ?? []).toEqual([]);
  await server.projecting.waitFor(await server.platform.log.store.head(), 20_000);
  return Object.values(data ?? {})[0] ?? {};
}

export const procedureCode = '1.004873';
export const procedureName = content.name;

/** Opens the one-stop desk of the demo ward: its settings, and one procedure; of three steps after its intake unless told otherwise. */
export async function openOneStop(
  server: TestServer,
  procedure: { code: string; content: ProcedureContent } = { code: procedureCode, content },
): Promise<{ ward: string; procedureId: string }> {
  const { data } = await server.query<{ units: { code: string; level: string }[] }>(
    await server.signIn('lanhdao'),
    '{ units { code level } }',
  );
  const ward = data?.units.find(({ level }) => level === 'ward')?.code ?? expect.fail('no ward');
  const { pauses, ...desk } = settings;
  await command(
    server,
    'lanhdao',
    'mutation ($meta: CommandMeta!, $ward: ID!, $settings: OneStopSettingsInput!) { setOneStop(meta: $meta, ward: $ward, settings: $settings) { position } }',
    { ward, settings: { ...desk, papersPause: pauses.papers, feesPause: pauses.fees } },
  );
  const { procedureId = '' } = await command(
    server,
    'lanhdao',
    'mutation ($meta: CommandMeta!, $input: ProcedureInput!) { publishProcedure(meta: $meta, input: $input) { procedureId } }',
    { input: { ...procedure.content, ward, code: procedure.code, validFrom: '2025-07-01', expectedVersion: 0 } },
  );
  return { ward, procedureId };
}

/** A dossier of somebody from elsewhere, taken in at the desk and handed on to its appraisal; answers its id. */
export async function takenIn(
  server: TestServer,
  procedureId: string,
  name = 'Trần Thị Ở Nơi Khác',
  answers: { key: string; value: string }[] = [],
  phone: string | null = null,
): Promise<string> {
  const { dossierId = '' } = await command(
    server,
    'tiepnhan',
    'mutation ($meta: CommandMeta!, $input: TakeInInput!) { takeInDossier(meta: $meta, input: $input) { dossierId } }',
    {
      input: {
        ...{ procedureId, channel: 'desk', returnBy: 'desk', owner: { kind: 'citizen', name, phone }, answers },
        papers: [{ key: 'to_khai', name: 'Tờ khai', form: 'original', copies: 1, source: 'later' }],
        handOn: true,
      },
    },
  );
  return dossierId;
}

/** A dossier at its appraisal whose citizen is asked for a paper: its id, and the address and digits that open it on a phone. */
export async function awaitingPapers(server: TestServer, procedureId: string, name: string) {
  const dossierId = await takenIn(server, procedureId, name, [], '0903000333');
  const cookie = await server.signIn('hotich');
  const { data } = await server.query<{ dossier: { code: string; version: number } }>(
    cookie,
    'query ($id: ID!) { dossier(id: $id) { code version } }',
    { id: dossierId },
  );
  const { code, version: expectedVersion } = data?.dossier ?? expect.fail('no dossier');
  await command(
    server,
    'hotich',
    'mutation ($meta: CommandMeta!, $on: OnDossierInput!) { requestPapers(meta: $meta, on: $on, stage: appraisal, papers: [{ name: "Tờ khai", wrong: "Thiếu chữ ký" }]) { position } }',
    { on: { dossierId, expectedVersion } },
  );
  return { dossierId, follow: `/follow?code=${code}`, digits: '0333' };
}

/** Publishes a procedure whose settled dossiers write a death into the register; its id. */
export async function publishDeaths(server: TestServer, ward: string): Promise<string> {
  const steps = content.steps.filter(({ kind }) => kind === 'take' || kind === 'return');
  const { procedureId = '' } = await command(
    server,
    'lanhdao',
    'mutation ($meta: CommandMeta!, $input: ProcedureInput!) { publishProcedure(meta: $meta, input: $input) { procedureId } }',
    {
      input: {
        ...{ ...content, name: 'Đăng ký khai tử', settlement: 'death', steps },
        ...{ ward, code: '1.000656', validFrom: '2025-07-01', expectedVersion: 0 },
      },
    },
  );
  return procedureId;
}

/** A dossier of somebody's death that is settled, and waits to be written into the register; its id. */
export async function settledDeath(
  server: TestServer,
  procedureId: string,
  dead: { fullName: string; nationalId: string; diedOn: string },
): Promise<string> {
  const told = { dead_name: dead.fullName, dead_id: dead.nationalId, died_on: dead.diedOn };
  const answers = Object.entries(told).map(([key, value]) => ({ key, value }));
  const dossierId = await takenIn(server, procedureId, `Người khai tử ${dead.fullName}`, answers);
  await command(
    server,
    'tiepnhan',
    'mutation ($meta: CommandMeta!, $on: OnDossierInput!, $issuedOn: Day) { settleDossier(meta: $meta, on: $on, resultNumber: "5/TL", issuedOn: $issuedOn) { position } }',
    { on: { dossierId, expectedVersion: 3 }, issuedOn: dead.diedOn },
  );
  return dossierId;
}

/** A photo that the desk attaches to a dossier; answers the id of the file. */
export async function attached(server: TestServer, dossierId: string, photo: Buffer): Promise<string> {
  const cookie = await server.signIn('tiepnhan');
  const query = 'query ($id: ID!) { dossier(id: $id) { version } }';
  const { data } = await server.query<{ dossier: { version: number } }>(cookie, query, { id: dossierId });
  const body = new FormData();
  body.set('commandId', randomUUID());
  body.set('expectedVersion', String(data?.dossier.version));
  body.set('file', new Blob([new Uint8Array(photo)]), 'Ảnh chụp giấy tờ.png');
  const answer = await fetch(`${server.origin}/api/dossiers/${dossierId}/files`, {
    method: 'POST',
    headers: { cookie },
    body,
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { fileId: string }).fileId;
}

/** A dossier as somebody sends it in from home; answers its id. */
export async function sentIn(server: TestServer, procedureId: string, name: string): Promise<string> {
  const { log, now } = server.platform;
  const dossierId = randomUUID();
  const instant = now().toISOString();
  const owner = { kind: 'citizen', name, birth: null, phone: '0903000222', email: null, address: null } as const;
  const input = {
    ...({ dossierId, procedureId, channel: 'online', returnBy: 'online', submitter: null } as const),
    ...{ owner: { ...owner, nationalId: null }, answers: { noi_dung: 'Để vay vốn' } },
  };
  const env = {
    ...{ may: systemAuthority, accountId: null, role: null, now: instant, newId: randomUUID },
    today: new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10),
  };
  const request = { commandId: randomUUID(), name: 'submitDossier', payload: dossierId };
  const outcome = await dispatch(
    log,
    { ...request, context: { actor: 'system', correlation: 'e2e' } },
    submitDossier(input, env),
  );
  expect(outcome.ok).toBe(true);
  await server.projecting.waitFor(await log.store.head(), 20_000);
  return dossierId;
}
