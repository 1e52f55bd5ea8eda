import { openProjector, projectionNames, projectorData } from '../projecting.ts';
import { exit, UsageError, type CliCommand } from './command.ts';
import { progressLine } from './terminal.ts';
import { withPlatform } from './with-platform.ts';

/** Refolds the log into fresh tables beside the live ones, and swaps. */
export const rebuild: CliCommand = {
  words: 'rebuild',
  usage: '[NAME]',
  summary: 'Dựng lại bảng từ nhật ký / rebuild rows from the log',
  details: `NAME: ${projectionNames.join(', ')}; bỏ trống là tất cả / left out means all. Người dùng vẫn đọc bảng cũ cho đến khi xong / readers keep the old tables until the new ones are whole.`,
  options: {},
  positionals: [0, 1],
  async run({ positionals: [name] }) {
    if (name !== undefined && !projectionNames.includes(name))
      throw new UsageError(`Không có bảng chiếu "${name}" / no such projection`);
    return withPlatform(async (platform) => {
      const progress = progressLine('Dựng lại / rebuild', false);
      const head = Number(await platform.log.store.head());
      const { projector, close } = await openProjector(projectorData(platform), (event) => {
        if (event.kind === 'rebuilding') progress.update(Number(event.position), head, event.name);
      });
      try {
        await projector.start();
        await (name === undefined ? projector.rebuildAll() : projector.rebuild(name));
        progress.end();
        process.stderr.write('xong / done\n');
      } finally {
        await projector.stop();
        await close();
      }
      return exit.ok;
    });
  },
};
