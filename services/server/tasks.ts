import { sweepThrottle } from '../access/sign-in/throttle.ts';
import { sessionLimits, sweepSessions } from '../access/sign-in/sessions.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import type { FileDeps } from '../dossiers/file/deps.ts';
import { sweepFiles } from '../dossiers/file/store.ts';
import type { UploadDeps } from '../dossiers/upload/deps.ts';
import { uploadById } from '../dossiers/upload/rows.ts';
import { checkUpload, sweepUploads, takeUploads } from '../dossiers/upload/take.ts';
import type { PastDeps } from '../dossiers/past/deps.ts';
import { expirePast, pastTask } from '../dossiers/past/run.ts';
import { expireImports, importTask } from '../registry/import/run.ts';
import type { ImportDeps } from '../registry/import/deps.ts';
import { takeEffectDue } from '../territory/unit/effect.ts';
import type { Backups } from './backups.ts';
import type { JobTasks } from './jobs.ts';
import { deliverNotices } from './mail/deliver.ts';
import type { MailDeps } from './mail/deps.ts';
import { probeServices, type OutsideDeps } from './outside/outside.ts';
import type { Platform } from './platform.ts';
import { resumeSignings, trySigning, type RequestDeps } from './signing/requests.ts';

export interface TaskParts {
  platform: Platform;
  backups: Backups;
  imports: ImportDeps;
  past: PastDeps;
  files: FileDeps;
  uploads: UploadDeps;
  signings: RequestDeps;
  mail: MailDeps;
  outside: OutsideDeps;
}

/**
 * When jobs run by themselves (UTC; Việt Nam is seven hours ahead): changes of neighbourhoods just after midnight and, since the machine
 * may have slept then, every hour; the backup at 00:30; sweeping every hour; letters and a look at the
 * services outside every five minutes. `?fill` makes up for what was missed while it was off.
 */
export const crontab = `
1 * * * * boundary-changes ?fill=1d
30 17 * * * nightly-backup ?fill=1d
11 * * * * sweep
*/5 * * * * mail
*/5 * * * * outside-services
`;

/** The jobs by name. */
export function tasksOf({
  platform,
  backups,
  imports,
  past,
  files,
  uploads,
  signings,
  mail,
  outside,
}: TaskParts): JobTasks {
  return {
    'boundary-changes': async () => {
      await takeEffectDue({ log: platform.log, db: platform.appPool, today: dayInVietnam(platform.now()) });
    },
    import: importTask(imports),
    'check-uploads': async ({ fileId, dossierId }) => {
      if (fileId) await checkUpload(uploads, fileId);
      if (dossierId) await takeUploads(uploads, dossierId);
    },
    'import-dossiers': pastTask(past),
    'nightly-backup': () => backups.run(),
    sweep: async () => {
      const now = platform.now();
      await sweepSessions(platform.appPool, now, sessionLimits);
      await sweepThrottle(platform.appPool, now);
      await expireImports(imports);
      await sweepFiles(files, async ({ fileId }) => (await uploadById(uploads.db, fileId)) !== undefined);
      await sweepUploads(uploads);
      await expirePast(past);
      await resumeSignings(signings);
    },
    sign: ({ id = '' }) => trySigning(signings, id),
    mail: () => deliverNotices(mail),
    'outside-services': () => probeServices(outside),
  };
}
