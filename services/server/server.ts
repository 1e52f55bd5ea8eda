import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createAccessLog } from '../access/access-log/access-log.ts';
import { territoryLookup, type KnownUnit } from '../access/territory-lookup.ts';
import type { TerritoryLookup } from '../access/scope-of.ts';
import { resumePast } from '../dossiers/past/run.ts';
import { resumeImports } from '../registry/import/run.ts';
import { createApp, type AppParts } from './app.ts';
import { createBackups, type Backups } from './backups.ts';
import { createChangeHub } from './changes.ts';
import { startJobs, type Jobs } from './jobs.ts';
import { loadPages, type PageHandler } from './kit.ts';
import { importDeps, pastDeps } from './imports.ts';
import { dossierFileDeps, uploadDeps } from './dossier-files.ts';
import type { MailDeps } from './mail/deps.ts';
import { smtpPost } from './mail/post.ts';
import { startNoticeReader } from './mail/reader.ts';
import { createMetrics } from './metrics.ts';
import { createPublicReads } from './public-reads.ts';
import { outsideOf, type OutsideDeps } from './outside/outside.ts';
import { serviceStates } from './outside/states.ts';
import { openPlatform, type Platform, type PlatformOptions } from './platform.ts';
import { startProjecting, type ProjectionHandle } from './projecting.ts';
import { resumeSignings, type RequestDeps } from './signing/requests.ts';
import { createSetup, type Setup } from './setup.ts';
import { crontab, tasksOf } from './tasks.ts';

export interface RunningServer {
  app: FastifyInstance;
  platform: Platform;
  projecting: ProjectionHandle;
  jobs: Jobs;
  setup: Setup;
  /** `http://127.0.0.1:<port>` */
  origin: string;
  stop(): Promise<void>;
}

export interface ServerOptions extends PlatformOptions {
  /** `built`: the built web application; `none`: the API alone; or a handler of the caller's (Vite, in development). */
  pages?: 'built' | 'none' | ((origin: string) => Promise<PageHandler>);
  host?: string;
}

/** The port is taken by another process; the message says so in both languages. */
export class PortTaken extends Error {
  constructor(port: number) {
    super(
      `Cổng ${port} đang được chương trình khác dùng. Đóng chương trình đó, hoặc chọn cổng khác: PORT=3001 npm start\n` +
        `Port ${port} is taken by another program. Close it, or choose another port: PORT=3001 npm start`,
    );
    this.name = 'PortTaken';
  }
}

/** Opens everything and listens. What was opened is closed again when a later step fails. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { settings } = options;
  const platform = await openPlatform(options);
  const closers: (() => Promise<void>)[] = [platform.close];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const hub = createChangeHub();
    const territory = cachedTerritory(platform);
    const projecting = await startProjecting(platform, hub.reached);
    closers.push(projecting.stop);
    // After an update of the program the old rows are of another shape: nobody is let in before the new ones stand.
    let told = -1;
    await projecting.serving((share) => {
      const percent = Math.floor(share * 100);
      if (percent >= told + 10)
        options.say?.(`Đang dựng lại bảng tra cứu / rebuilding the rows: ${(told = percent)} %`);
    });
    const backups: Backups = createBackups(platform);
    let started: Jobs | null = null;
    const imports = importDeps(platform, projecting, () => started);
    const past = pastDeps(platform, projecting, () => started);
    const files = dossierFileDeps(platform);
    const uploads = uploadDeps(platform, () => started);
    const states = serviceStates({ pool: platform.appPool, now: platform.now });
    const queue = () => started;
    const signing = settings.signing ?? null;
    const post = settings.mail ? smtpPost(settings.mail) : null;
    const signings: RequestDeps = { pool: platform.appPool, files, service: signing, states, jobs: queue };
    const mail: MailDeps = {
      ...{ pool: platform.appPool, log: platform.log, now: platform.now, jobs: queue },
      ...{ post, states, origin: settings.origin ?? null },
    };
    const outside: OutsideDeps = { pool: platform.appPool, states, signing, post, disk: files.disk };
    const tasks = tasksOf({ platform, backups, imports, past, files, uploads, signings, mail, outside });
    const jobs = await startJobs({ appUrl: platform.database.appUrl, tasks, crontab, logger: platform.logger });
    started = jobs;
    closers.push(jobs.stop);
    // Changes that fell due while the machine was off, and imports that a kill broke off.
    await jobs.add('boundary-changes', {}, { key: 'boundary-changes-at-start' });
    await resumeImports(imports);
    await resumePast(past);
    await resumeSignings(signings);
    await jobs.add('outside-services', {}, { key: 'outside-services-at-start' });
    const notices = startNoticeReader(mail, (error) =>
      platform.logger.warn({ kind: error instanceof Error ? error.name : 'unknown' }, 'letters'),
    );
    closers.push(notices.stop);
    const metrics = createMetrics({
      store: platform.log.store,
      progress: projecting.progress,
      jobsWaiting: jobs.waiting,
      outside: () => outsideOf(outside),
    });
    const setup = createSetup(platform);
    const parts: AppParts = {
      platform,
      projecting,
      jobs,
      hub,
      metrics,
      setup,
      territory,
      backups,
      imports,
      past,
      files,
      uploads,
      signings,
      outside,
      publicReads: createPublicReads(() => platform.now().getTime()),
      logAccess: createAccessLog(platform.appPool),
      pages: null,
    };
    const origin = `http://127.0.0.1:${settings.port}`;
    // The pages live in this process: they mark a demo, and send a new installation to its set-up.
    process.env.NOCGIA_DEMO = settings.kind === 'demo' ? '1' : '0';
    if (options.pages === 'built' || options.pages === undefined) {
      process.env.NOCGIA_API_ORIGIN = origin;
      parts.pages = await loadPages(join(import.meta.dirname, '../../web/build'));
    } else if (options.pages !== 'none') parts.pages = await options.pages(origin);
    const app = await createApp(parts);
    closers.push(() => app.close());
    try {
      await app.listen({ port: settings.port, host: options.host ?? '0.0.0.0' });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') throw new PortTaken(settings.port);
      throw error;
    }
    const address = app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : settings.port;
    const listening = `http://127.0.0.1:${port}`;
    if (process.env.NOCGIA_API_ORIGIN === origin) process.env.NOCGIA_API_ORIGIN = listening;
    return { app, platform, projecting, jobs, setup, origin: listening, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** How long a look at the units may be old: a change of neighbourhoods shows in everybody's scope after at most this. */
const TERRITORY_MS = 2_000;

/** The units as access needs them, read again when older than two seconds, one read for all who wait. */
function cachedTerritory(platform: Platform): () => Promise<TerritoryLookup> {
  let known: { at: number; lookup: Promise<TerritoryLookup> } | null = null;
  let latest: { rows: string; lookup: TerritoryLookup } | null = null;
  const read = async (): Promise<TerritoryLookup> => {
    const { rows } = await platform.appPool.query<KnownUnit>(
      'select code, parent, valid_from::text as "validFrom", valid_to::text as "validTo", successors from view.units order by code',
    );
    // The same units give the same look-up, and with it the same scopes and what was made for them.
    const text = JSON.stringify(rows);
    if (latest?.rows !== text) latest = { rows: text, lookup: territoryLookup(rows) };
    return latest.lookup;
  };
  return () => {
    const now = performance.now();
    if (!known || now - known.at > TERRITORY_MS) {
      const lookup = read();
      known = { at: now, lookup };
      lookup.catch(() => (known = null));
    }
    return known.lookup;
  };
}
