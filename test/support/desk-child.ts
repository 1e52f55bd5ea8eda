import { randomUUID } from 'node:crypto';
import type { Role } from '@nocgia/schemas/events/account.ts';
import { eventRegistry } from '@nocgia/schemas/events/registry.ts';
import type { CommandEnv, Decider } from '@nocgia/services/dossiers/command-env.ts';
import { dossierOf, dossierStream } from '@nocgia/services/dossiers/dossier/dossier-state.ts';
import { returnDossier, settleDossier } from '@nocgia/services/dossiers/dossier/ending.ts';
import { takeIn, type TakeIn } from '@nocgia/services/dossiers/dossier/intake.ts';
import { payFees, requestFees } from '@nocgia/services/dossiers/dossier/waiting.ts';
import { approveDossier, handOnDossier } from '@nocgia/services/dossiers/dossier/work.ts';
import { derivedId } from '@nocgia/services/event-store/derived-id.ts';
import { dispatch } from '@nocgia/services/event-store/dispatcher.ts';
import { openKeyring } from '@nocgia/services/event-store/keys/keyring.ts';
import { openLog } from '@nocgia/services/event-store/open-log.ts';
import type { Json } from '@nocgia/services/event-store/port.ts';
import { openPostgresStore } from '@nocgia/services/event-store/postgres/postgres.ts';

/** What the child is told, as JSON in its first argument. */
export interface DeskTask {
  appUrl: string;
  masterKey: string;
  /** How many dossiers go through the desk, four at a time. */
  dossiers: number;
  handedIn: TakeIn;
  book: string;
}

const task: DeskTask = JSON.parse(process.argv[2] ?? '{}');
const keyring = await openKeyring({
  connectionString: task.appUrl,
  masterKey: Buffer.from(task.masterKey, 'hex'),
});
const store = openPostgresStore({ connectionString: task.appUrl });
const log = openLog({ store, keyring, registry: eventRegistry });

const env = (role: Role): CommandEnv => ({
  ...{ may: () => null, accountId: derivedId('account', role), role },
  ...{ now: '2026-11-20T03:00:00.000Z', today: '2026-11-20', newId: randomUUID },
});

/** One command of a form that is posted again until it is answered; its id is that of the form. */
async function post(name: string, payload: object, decide: () => Promise<Decider>): Promise<Json> {
  for (;;) {
    const commandId = derivedId('desk', name);
    const context = { actor: 'desk', correlation: commandId };
    const outcome = await dispatch(log, { commandId, name, payload, context }, await decide());
    if (outcome.ok) return outcome.result;
    // Others took the number; the officer presses the button again.
    if (outcome.rejection.code !== 'CONFLICT') throw new Error(`${name}: ${JSON.stringify(outcome.rejection)}`);
  }
}

async function oneDossier(n: number): Promise<void> {
  const answered = await post(`take ${n}`, {}, () => Promise.resolve(takeIn(task.handedIn, env('desk'))));
  const dossierId = (answered as { dossierId: string }).dossierId;
  const on = async () => ({
    dossierId,
    expectedVersion: (await log.readStream(dossierStream(dossierId))).at(-1)?.version ?? 0,
  });
  const step = (name: string, make: (at: Awaited<ReturnType<typeof on>>) => Decider): Promise<Json> =>
    post(`${name} ${n}`, { dossierId }, async () => make(await on()));
  const going = { to: null, note: null, assign: null };
  const asked = { feeKey: 'le_phi', quantity: 1, copies: 1, discountKey: null };
  await step('fees', (at) => requestFees({ ...at, fees: [asked], waits: false }, env('leader')));
  const request = dossierOf(await log.readStream(dossierStream(dossierId)))?.fees[0]?.requestId ?? '';
  const paid = { requestId: request, method: 'cash', receiptBook: task.book, reference: null } as const;
  await step('pay', (at) => payFees({ ...at, ...paid }, env('desk')));
  await step('on', (at) => handOnDossier({ ...at, ...going }, env('leader')));
  await step('approve', (at) => approveDossier({ ...at, note: null }, env('leader')));
  const result = { resultNumber: `${n}/XN`, issuedOn: null, fileId: null };
  await step('settle', (at) => settleDossier({ ...at, ...result }, env('leader')));
  await step('return', (at) => returnDossier({ ...at, by: 'desk', receivedBy: null, reference: null }, env('desk')));
}

process.stdout.write('started\n');
let next = 0;
await Promise.all(
  Array.from({ length: 4 }, async () => {
    while (next < task.dossiers) await oneDossier(next++);
  }),
);
await log.close();
process.stdout.write('done\n');
