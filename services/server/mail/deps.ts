import type pg from 'pg';
import type { Log } from '../../event-store/log.ts';
import type { Jobs } from '../jobs.ts';
import type { ServiceStates } from '../outside/states.ts';
import type { Post } from './post.ts';

/** What letters are written and sent with. */
export interface MailDeps {
  pool: pg.Pool;
  log: Log;
  /** Null where no mail server is configured. */
  post: Post | null;
  /** Where people come in, `https://host`; null where the settings do not say. */
  origin: string | null;
  states: ServiceStates;
  jobs(): Pick<Jobs, 'add'> | null;
  now(): Date;
}
