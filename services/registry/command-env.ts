import type { Authority } from '../access/authority.ts';
import type { Decided, LoadStreams } from '../event-store/dispatcher.ts';

/** What a command is told of the world outside the log. */
export interface CommandEnv {
  may: Authority;
  /** Today in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
  today: string;
  /** A fresh UUID in order of time. */
  newId(): string;
  /** Keyed hash under which a claim's stream is named; the key is a secret of the installation. */
  claimHash(text: string): string;
}

/** A command with its input, ready to be decided against the streams that it loads. Pure but for `load`. */
export type Decider = (load: LoadStreams) => Promise<Decided>;
