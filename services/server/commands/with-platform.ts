import { defaultDataFolder } from '@nocgia/infra/data-folder.ts';
import { readSettings, type Settings } from '@nocgia/infra/settings.ts';
import { openPlatform, type Platform } from '../platform.ts';

/** The settings of this process; throws a SettingsError that says all that is wrong. */
export function currentSettings(): Settings {
  return readSettings(process.env, defaultDataFolder());
}

/** Runs a command's work on an open platform and closes it, whatever happens. The embedded PostgreSQL is joined when it runs already. */
export async function withPlatform<T>(work: (platform: Platform) => Promise<T>): Promise<T> {
  const platform = await openPlatform({ settings: currentSettings(), say: () => undefined });
  try {
    return await work(platform);
  } finally {
    await platform.close();
  }
}
