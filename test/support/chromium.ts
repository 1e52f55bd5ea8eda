import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of the Chromium that `npm test` found or installed (NOCGIA_CHROMIUM), else the one on the path. Throws when there is none. */
export function chromiumPath(): string {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  const found = [process.env.NOCGIA_CHROMIUM, ...onPath].find((path) => path && isProgram(path));
  if (found) return found;
  throw new Error('No Chromium: run the tests by "npm test", which sees to it, or set NOCGIA_CHROMIUM to its path.');
}
