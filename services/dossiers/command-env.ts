import type { Authority } from '../access/authority.ts';
import type { Role } from '@nocgia/schemas/events/account.ts';
import type { Decided, LoadStreams } from '../event-store/dispatcher.ts';

/** What a command is told of the world outside the log. */
export interface CommandEnv {
  may: Authority;
  /** Who gives the command, and in which role; null for the system and for the public. */
  accountId: string | null;
  role: Role | null;
  /** The instant of the command, UTC ISO text. */
  now: string;
  /** Today in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
  today: string;
  /** A fresh UUID in order of time. */
  newId(): string;
}

/** A command with its input, ready to be decided against the streams that it loads. Pure but for `load`. */
export type Decider = (load: LoadStreams) => Promise<Decided>;
