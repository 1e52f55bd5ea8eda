import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defaultDataFolder } from '@nocgia/infra/data-folder.ts';
import { readSettings } from '@nocgia/infra/settings.ts';
import { onShutdown } from '@nocgia/infra/shutdown.ts';
import { pino } from 'pino';
import { DEMO_PASSWORD, loadDemo } from './demo.ts';
import type { PageHandler } from './kit.ts';
import { startServer } from './server.ts';

const web = join(import.meta.dirname, '../../web');

/** Vite in this process: pages change under the browser's eyes, on the same port and cookie as the API. */
async function vitePages(origin: string): Promise<PageHandler> {
  process.env.NOCGIA_API_ORIGIN = origin;
  const vite: typeof import('vite') = await import(
    pathToFileURL(createRequire(join(web, 'package.json')).resolve('vite')).href
  );
  process.chdir(web);
  // Vite's own way of reading its settings writes a module that --watch would take for a change, again and again.
  const server = await vite.createServer({
    root: web,
    configLoader: 'native',
    server: { middlewareMode: true, hmr: { port: 24_678 } },
    appType: 'custom',
  });
  return (request, response) => server.middlewares(request, response);
}

const say = (line: string): void => void process.stderr.write(`[nocgia] ${line}\n`);
const settings = readSettings({ ...process.env, NODE_ENV: 'development' }, defaultDataFolder());
const server = await startServer({
  settings,
  say,
  pages: vitePages,
  logger: pino({ level: 'info' }, pino.destination(2)),
});
let stopping = false;
onShutdown(() => {
  stopping = true;
  return server.stop();
}, say);
if (settings.kind === 'demo') {
  await loadDemo(server.platform, () => undefined, undefined, server.projecting).catch((error: unknown) => {
    // Cut off by Ctrl-C it goes on at the next start.
    if (!stopping) throw error;
  });
  say(`${server.origin}  hotich / ${DEMO_PASSWORD}   GraphQL: ${server.origin}/graphql`);
} else if (await server.setup.needed()) say(`${server.origin}/setup  ${server.setup.token}`);
else say(server.origin);
