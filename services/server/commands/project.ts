import { onShutdown } from '@nocgia/infra/shutdown.ts';
import { openPlatform } from '../platform.ts';
import { startProjecting } from '../projecting.ts';
import { exit, type CliCommand } from './command.ts';
import { progressLine } from './terminal.ts';
import { currentSettings } from './with-platform.ts';

/** Runs the projector alone, beside API processes that run elsewhere. */
export const project: CliCommand = {
  words: 'project',
  usage: '',
  summary: 'Chỉ chạy bộ chiếu dữ liệu / run the projector alone',
  details:
    'Chạy cho đến khi bị dừng (Ctrl-C). Nhiều tiến trình cùng chạy được: mỗi lúc một tiến trình dẫn đầu. / Runs until stopped; several may run, one leads.',
  options: {},
  positionals: [0, 0],
  async run() {
    const say = (line: string) => process.stderr.write(`[nocgia] ${line}\n`);
    const platform = await openPlatform({ settings: currentSettings(), say });
    const projecting = await startProjecting(platform, () => undefined);
    const progress = progressLine('Còn phải chiếu / behind', false);
    const timer = setInterval(
      () => progress.update(Math.max(0, ...projecting.progress().map(({ lag }) => lag)), null),
      1_000,
    );
    await new Promise<void>(() => {
      onShutdown(async () => {
        clearInterval(timer);
        progress.end();
        await projecting.stop();
        await platform.close();
      }, say);
    });
    return exit.ok;
  },
};
