import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Role } from '@nocgia/schemas/events/account.ts';
import { eventRegistry } from '@nocgia/schemas/events/registry.ts';
import type { CommandEnv, Decider } from '@nocgia/services/dossiers/command-env.ts';
import { dossierOf, dossierStream } from '@nocgia/services/dossiers/dossier/dossier-state.ts';
import { returnDossier, settleDossier } from '@nocgia/services/dossiers/dossier/ending.ts';
import { addFile } from '@nocgia/services/dossiers/dossier/files.ts';
import { takeIn, type TakeIn } from '@nocgia/services/dossiers/dossier/intake.ts';
import { payFees, requestFees } from '@nocgia/services/dossiers/dossier/waiting.ts';
import { approveDossier, handOnDossier } from '@nocgia/services/dossiers/dossier/work.ts';
import type { FileDeps } from '@nocgia/services/dossiers/file/deps.ts';
import { dropFile, settleFile, storeFile } from '@nocgia/services/dossiers/file/store.ts';
import { derivedId } from '@nocgia/services/event-store/derived-id.ts';
import { dispatch } from '@nocgia/services/event-store/dispatcher.ts';
import { openKeyring } from '@nocgia/services/event-store/keys/keyring.ts';
import { openLog } from '@nocgia/services/event-store/open-log.ts';
import type { Json } from '@nocgia/services/event-store/port.ts';
import { openPostgresStore } from '@nocgia/services/event-store/postgres/postgres.ts';
import { pkcs12Signer } from '@nocgia/services/papers/sign/pkcs12.ts';
import { folderDisk } from '@nocgia/services/server/dossier-files.ts';
import { registryAct } from '@nocgia/services/server/settling/registry-act.ts';
import { settling, settlingId } from '@nocgia/services/server/settling/settling.ts';
import { signFile } from '@nocgia/services/server/signing/sign-file.ts';
import { v7 as uuidv7 } from 'uuid';

/** What the child is told, as JSON in its first argument. */
export interface DeskTask {
  appUrl: string;
  masterKey: string;
  /** Whose deaths go through the desk as dossiers, four at a time. */
  people: readonly string[];
  handedIn: TakeIn;
  book: string;
  /** Where files lie. */
  folder: string;
  /** The draft of every result, and the certificate that the leader signs it with (both base64). */
  draft: string;
  certificate: string;
  passphrase: string;
  signatory: { name: string; position: string };
}

const task: DeskTask = JSON.parse(process.argv[2] ?? '{}');
const keyring = await openKeyring({
  connectionString: task.appUrl,
  masterKey: Buffer.from(task.masterKey, 'hex'),
});
const store = openPostgresStore({ connectionString: task.appUrl });
const log = openLog({ store, keyring, registry: eventRegistry });

const files: FileDeps = {
  ...{ log, keyring, now: () => new Date() },
  disk: folderDisk(task.folder),
};
const signer = pkcs12Signer(Buffer.from(task.certificate, 'base64'), task.passphrase);

const env = (role: Role): CommandEnv => ({
  ...{ may: () => null, accountId: derivedId('account', role), role },
  ...{ now: '2026-11-20T03:00:00.000Z', today: '2026-11-20', newId: randomUUID },
});

/** One command of a form that is posted again until it is answered; its id is that of the form, or follows from what it is about. */
async function post(
  name: string,
  payload: object,
  decide: () => Promise<Decider>,
  commandId = derivedId('desk', name),
): Promise<Json> {
  for (;;) {
    const context = { actor: 'desk', correlation: commandId };
    const outcome = await dispatch(log, { commandId, name, payload, context }, await decide());
    if (outcome.ok) return outcome.result;
    // Others took the number; the officer presses the button again.
    if (outcome.rejection.code !== 'CONFLICT') throw new Error(`${name}: ${JSON.stringify(outcome.rejection)}`);
  }
}

/** Says that it is about to do what was not done before, so that it can be killed around it. */
async function about(word: string, commandId: string): Promise<void> {
  if ((await log.store.findCommand(commandId)) === null) process.stdout.write(`${word}\n`);
}

/** The draft of the result, as a form with a file attaches it; its id. */
async function attachDraft(n: number, dossierId: string, version: () => Promise<number>): Promise<string> {
  const of = { dossierId, fileId: uuidv7() };
  const stored = await storeFile(files, of, Readable.from([Buffer.from(task.draft, 'base64')]));
  const draft = { ...of, ...stored, paper: null, name: 'Trích lục.pdf', from: 'officer' } as const;
  const answered = await post(`draft ${n}`, { dossierId }, async () =>
    addFile({ ...draft, expectedVersion: await version() }, env('leader')),
  );
  const { fileId } = answered as { fileId: string };
  await (fileId === of.fileId ? settleFile(files.disk, of) : dropFile(files.disk, of));
  return fileId;
}

async function sign(n: number, dossierId: string, fileId: string): Promise<void> {
  const commandId = derivedId('desk', `sign ${n}`);
  await about('signing', commandId);
  await signFile(files, {
    ...{ commandId, dossierId, fileId, expectedVersion: null, env: env('leader'), signatory: task.signatory },
    context: { actor: 'desk', correlation: commandId },
    signer: () => Promise.resolve(signer),
  });
}

async function writeRegister(n: number, dossierId: string, version: () => Promise<number>): Promise<void> {
  const registry = { may: () => null, today: '2026-11-20', newId: randomUUID, claimHash: (text: string) => text };
  const act = registryAct({ death: { citizenId: task.people[n] ?? '', occurredOn: '2026-11-19' } }, registry);
  const commandId = settlingId(dossierId, act.kind);
  await about('writing', commandId);
  const decide = async () => settling({ dossierId, expectedVersion: await version() }, act, env('civil_status'));
  await post(`register ${n}`, { dossierId }, decide, commandId);
}

async function oneDossier(n: number): Promise<void> {
  const answered = await post(`take ${n}`, {}, () => Promise.resolve(takeIn(task.handedIn, env('desk'))));
  const dossierId = (answered as { dossierId: string }).dossierId;
  const version = async () => (await log.readStream(dossierStream(dossierId))).at(-1)?.version ?? 0;
  const on = async () => ({ dossierId, expectedVersion: await version() });
  const step = (name: string, make: (at: Awaited<ReturnType<typeof on>>) => Decider): Promise<Json> =>
    post(`${name} ${n}`, { dossierId }, async () => make(await on()));
  const going = { to: null, note: null, assign: null };
  const asked = { feeKey: 'le_phi', quantity: 1, copies: 1, discountKey: null };
  await step('fees', (at) => requestFees({ ...at, fees: [asked], waits: false }, env('leader')));
  const request = dossierOf(await log.readStream(dossierStream(dossierId)))?.fees[0]?.requestId ?? '';
  const paid = { requestId: request, method: 'cash', receiptBook: task.book, reference: null } as const;
  await step('pay', (at) => payFees({ ...at, ...paid }, env('desk')));
  await step('on', (at) => handOnDossier({ ...at, ...going }, env('leader')));
  await sign(n, dossierId, await attachDraft(n, dossierId, version));
  await step('approve', (at) => approveDossier({ ...at, note: null }, env('leader')));
  const result = { resultNumber: `${n}/XN`, issuedOn: null, fileId: null };
  await step('settle', (at) => settleDossier({ ...at, ...result }, env('leader')));
  await step('return', (at) => returnDossier({ ...at, by: 'desk', receivedBy: null, reference: null }, env('desk')));
  await writeRegister(n, dossierId, version);
}

process.stdout.write('started\n');
let next = 0;
await Promise.all(
  Array.from({ length: 4 }, async () => {
    while (next < task.people.length) await oneDossier(next++);
  }),
);
await log.close();
process.stdout.write('done\n');
