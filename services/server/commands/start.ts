import { onShutdown } from '@nocgia/infra/shutdown.ts';
import { DEMO_PASSWORD, loadDemo } from '../demo.ts';
import { startServer } from '../server.ts';
import { exit, type CliCommand } from './command.ts';
import { progressLine } from './terminal.ts';
import { currentSettings } from './with-platform.ts';

/** How long the rows of a new demo ward are waited for; after that its pages say themselves that they are behind. */
const ROWS_MS = 120_000;

/** Starts everything on one port and stays until it is asked to end. */
export const start: CliCommand = {
  words: 'start',
  usage: '',
  summary: 'Khởi động máy chủ / start the server',
  details:
    'Cấu hình bằng biến môi trường / settings by environment: PORT, NOCGIA_DATA, NOCGIA_DEMO, DATABASE_URL, EVENT_STORE_URL, NOCGIA_MASTER_KEY, NOCGIA_ORIGIN',
  options: {},
  positionals: [0, 0],
  async run() {
    const say = (line: string) => process.stderr.write(`[nocgia] ${line}\n`);
    const settings = currentSettings();
    const server = await startServer({ settings, say });
    await new Promise<never>((_resolve, reject) => {
      let stopping = false;
      onShutdown(async () => {
        stopping = true;
        say('Đang dừng / stopping…');
        await server.stop();
      }, say);
      // A demo ward that Ctrl-C cut off while loading goes on at the next start.
      announce().catch((error: unknown) => {
        if (!stopping) reject(error);
      });
    });
    return exit.ok;

    async function announce(): Promise<void> {
      const address =
        settings.origin ??
        `http://localhost:${server.app.server.address() === null ? settings.port : new URL(server.origin).port}`;
      if (settings.kind === 'demo') {
        const progress = progressLine('Phường mẫu / demo ward', false);
        const told = (done: number, total: number) => progress.update(done, total);
        const accounts = await loadDemo(server.platform, told, undefined, server.projecting);
        progress.end();
        // Whoever reads the lines below signs in at once, and looks for people: the rows must have come that far.
        await server.projecting.waitFor(await server.platform.log.store.head(), ROWS_MS);
        say(`Nóc Gia: ${address}   (DEMO — dữ liệu giả lập / invented data)`);
        const width = Math.max(...accounts.map(({ username }) => username.length));
        for (const { username, displayName, role } of accounts)
          say(`  ${username.padEnd(width)}  ${role.padEnd(13)} ${displayName}`);
        say(`  mật khẩu chung / password of all: ${DEMO_PASSWORD}`);
      } else if (await server.setup.needed()) {
        say(`Thiết lập lần đầu / first-run set-up: ${address}/setup`);
        say(`  mã thiết lập / set-up code: ${server.setup.token}`);
      } else say(`Nóc Gia: ${address}`);
    }
  },
};
