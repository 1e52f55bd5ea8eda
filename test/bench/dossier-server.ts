import { join } from 'node:path';
import { proposeYear } from '@nocgia/services/dossiers/calendar/holidays.ts';
import { calendarStream } from '@nocgia/services/dossiers/calendar/calendar.ts';
import { takeIn, type TakeIn } from '@nocgia/services/dossiers/dossier/intake.ts';
import { oneStopStream } from '@nocgia/services/dossiers/one-stop/one-stop.ts';
import { procedureIdOf, procedureStream } from '@nocgia/services/dossiers/procedure/procedure.ts';
import { citizen, settings } from '@nocgia/services/dossiers/testing/scene.ts';
import { systemAuthority } from '@nocgia/services/access/authority.ts';
import { dispatch } from '@nocgia/services/event-store/dispatcher.ts';
import { openFirstAccount } from '@nocgia/services/server/setup.ts';
import { startServer } from '@nocgia/services/server/server.ts';
import { readSettings } from '@nocgia/infra/settings.ts';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import type { BenchDatabase } from './database.ts';
import { copyRows, fillLog, someCodes, tenSteps } from './dossier-rows.ts';

/** What the server of the dossier benches says when it is up. */
export interface DossierServerReady {
  origin: string;
  ward: string;
  procedureId: string;
  password: string;
  /** Twenty officers of the desk, and who appraises. */
  clerks: string[];
  appraiser: string;
  rows: number;
  events: number;
  codes: string[];
}

export interface DossierServerOrder {
  database: Omit<BenchDatabase, 'close'>;
  /** In the one ward; of most only the rows are made. */
  dossiers: number;
}

const ward = '27226';
const password = 'bench password 2026';
const code = '1.004873';
const procedureId = procedureIdOf(ward, code);
const SAMPLE = 8_000;
const OPEN = 2_000;
const DAYS = 300;

/** A server in a process of its own, as in life; its argument is a `DossierServerOrder`. */
const { database, dossiers } = JSON.parse(process.argv[2] ?? '{}') as DossierServerOrder;
const folder = join(database.folder, 'server');
const environment = { PORT: '0', NOCGIA_DATA: folder, NODE_ENV: 'development', DATABASE_URL: database.appUrl };
const { ownerUrl, appUrl, projectorUrl, adminUrl } = database;
const server = await startServer({
  settings: readSettings(environment, folder),
  logger: pino({ level: 'silent' }),
  pages: 'built',
  host: '127.0.0.1',
  database: { ownerUrl, appUrl, projectorUrl, applied: [], embedded: false, stop: () => Promise.resolve() },
});
const { platform, projecting } = server;
const now = platform.now();
const year = now.getUTCFullYear();

async function record(stream: string, ...events: { type: string; data: object }[]): Promise<void> {
  const commandId = uuidv7();
  await platform.log.append({
    ...{ commandId, fingerprint: '0'.repeat(64), result: null, context: { actor: 'system', correlation: commandId } },
    writes: [{ stream, expected: 'any', events }],
  });
}
const settled = async (): Promise<void> => {
  const { behind } = await projecting.waitFor(await platform.log.store.head(), 900_000);
  if (behind) throw new Error('the rows did not come to the head');
};

const unit = { occurredOn: '2020-01-01', predecessors: [] };
await record('unit-79', {
  type: 'UnitEstablished',
  data: { code: '79', level: 'city', name: 'Thành phố', parent: null, ...unit },
});
await record(`unit-${ward}`, {
  type: 'UnitEstablished',
  data: { code: ward, level: 'ward', name: 'Phường', parent: '79', ...unit },
});
await record(oneStopStream(ward), { type: 'OneStopSet', data: { ward, settings, occurredOn: '2020-01-01' } });
for (const each of [year - 1, year, year + 1])
  await record(calendarStream(ward), {
    type: 'CalendarYearConfirmed',
    data: { ward, year: each, rows: proposeYear(each), occurredOn: '2020-01-01' },
  });
await record(procedureStream(procedureId), {
  type: 'ProcedurePublished',
  data: { procedureId, ward, code, version: 1, validFrom: '2020-01-01', content: tenSteps, occurredOn: '2020-01-01' },
});
const accounts: string[] = [];
const hire = async (username: string, role: 'desk' | 'civil_status'): Promise<string> => {
  const opened = await openFirstAccount(platform, {
    ...{ username, displayName: username, password, mustChange: false, run: 'bench' },
    position: { role, unit: ward, title: null, from: '2020-01-01', until: null },
    source: { kind: 'demo', id: 'bench' },
  });
  if (!opened.ok) throw new Error(opened.rejection.code);
  accounts.push(opened.accountId);
  return username;
};
const clerks: string[] = [];
for (let n = 1; n <= 20; n++) clerks.push(await hire(`quay${n}`, 'desk'));
const appraiser = await hire('hotich', 'civil_status');
await settled();

/** The rule and the code that the desk gives to a dossier of this moment. */
async function firstTaken(): Promise<Record<string, unknown>> {
  const context = { actor: 'system', correlation: 'bench' };
  const today = now.toISOString().slice(0, 10);
  const env = {
    may: systemAuthority,
    accountId: null,
    role: 'desk' as const,
    now: now.toISOString(),
    today,
    newId: uuidv7,
  };
  const nothing = { submitter: null, answers: {}, submission: null, ownerId: null, receivedAt: null, assign: null };
  const asked: TakeIn = {
    ...{ procedureId, owner: citizen, papers: [], handOn: false, ...nothing },
    channel: 'desk',
    returnBy: 'desk',
  };
  const outcome = await dispatch(
    platform.log,
    { commandId: uuidv7(), name: 'takeIn', payload: null, context },
    takeIn(asked, env),
  );
  if (!outcome.ok) throw new Error(outcome.rejection.code);
  const { dossierId = '' } = outcome.result as { dossierId?: string };
  const [taken] = await platform.log.readStream(`dossier-${dossierId}`);
  return { ...taken?.data };
}
const taken = await firstTaken();
const agency = String(taken['code']).split('-')[0] ?? '';
let [rows, events] = [0, 0];
let codes = [String(taken['code'])];
if (dossiers > 0) {
  const shared = { ward, procedureId, agency, rule: taken['rule'], clerks: accounts, today: now };
  const sample = Math.min(SAMPLE, dossiers);
  const filling = { ...shared, sample, open: Math.min(OPEN, Math.ceil(sample * 0.6)), days: DAYS };
  events = await fillLog(platform.log, filling);
  await settled();
  // A desk that is no larger than the sample is that sample.
  rows = dossiers > sample ? await copyRows(adminUrl, filling, dossiers) : dossiers;
  codes = await someCodes(adminUrl);
}
await settled();
const ready: DossierServerReady = {
  origin: server.origin,
  ward,
  procedureId,
  password,
  clerks,
  appraiser,
  rows,
  events,
  codes,
};
process.send?.(ready);
const stop = (): void => void server.stop().then(() => process.exit(0));
process.on('message', stop);
// Nobody is left to say so.
process.on('disconnect', stop);
