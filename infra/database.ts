import { prepareExternalRoles, roleUrls } from './external-database.ts';
import { migrate } from './migrate.ts';
import { startPostgres } from './postgres/start.ts';
import { createDatabase, createLoginRoles, withClient, type DatabaseUrls } from './roles.ts';
import { SettingsError, type InstallationKind, type Settings } from './settings.ts';

/** A migrated database that is ready for work; `stop` ends the embedded server if nobody else uses it. */
export type OpenDatabase = DatabaseUrls & { applied: string[]; embedded: boolean; stop: () => Promise<void> };

const databaseName = 'nocgia';

async function claim(ownerUrl: string, kind: InstallationKind): Promise<void> {
  const found = await withClient(ownerUrl, async (client) => {
    await client.query('insert into app.installation (kind) values ($1) on conflict do nothing', [kind]);
    const rows = await client.query<{ kind: string }>('select kind from app.installation');
    return rows.rows[0]?.kind;
  });
  if (found === kind) return;
  throw new SettingsError([
    {
      name: 'DATABASE_URL',
      vi: `cơ sở dữ liệu này thuộc về ${found === 'demo' ? 'phường mẫu' : 'phường thật'}; phường mẫu và phường thật không bao giờ dùng chung. Đổi NOCGIA_DEMO hoặc dùng cơ sở dữ liệu khác.`,
      en: `this database belongs to a ${found === 'demo' ? 'demo' : 'real'} ward; the two never share one. Change NOCGIA_DEMO or use another database.`,
    },
  ]);
}

async function openExternal(databaseUrl: string): Promise<DatabaseUrls> {
  await prepareExternalRoles(databaseUrl);
  return roleUrls(databaseUrl);
}

/**
 * Opens the database of these settings: starts (or joins) the embedded server or goes to DATABASE_URL, sees to roles and
 * database, migrates, and makes sure that a demo and a real ward never meet. Throws {@link SettingsError} or
 * the ExternalDatabaseError with a message for the person at the terminal.
 */
export async function openDatabase(settings: Settings, log: (line: string) => void): Promise<OpenDatabase> {
  if (settings.databaseUrl !== undefined) {
    const urls = await openExternal(settings.databaseUrl);
    const applied = await migrate(urls);
    await claim(urls.ownerUrl, settings.kind);
    return { ...urls, applied, embedded: false, stop: () => Promise.resolve() };
  }
  const postgres = await startPostgres({ dataDir: settings.folders.postgres, log });
  try {
    const adminUrl = postgres.url('admin', 'postgres');
    await createLoginRoles(adminUrl, postgres.passwords);
    await createDatabase({ adminUrl, name: databaseName });
    const urls = {
      ownerUrl: postgres.socketUrl('owner', databaseName),
      appUrl: postgres.socketUrl('app', databaseName),
      projectorUrl: postgres.socketUrl('projector', databaseName),
    };
    const applied = await migrate(urls);
    await claim(urls.ownerUrl, settings.kind);
    return { ...urls, applied, embedded: true, stop: postgres.stop };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
