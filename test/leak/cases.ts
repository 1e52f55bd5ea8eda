import type { Role } from '@nocgia/schemas/events/account.ts';
import type { Place, World } from './world.ts';

export interface Asked {
  world: World;
  /** The place that is asked about; the reader may be in charge of it, or not. */
  place: Place;
}

export interface QueryCase {
  /** Each entry is asked once. */
  ask(asked: Asked): Record<string, unknown>[];
  /** Roles that see at least one marker of their own place by it: an answer that shows nobody anything would prove nothing. */
  shows: readonly Role[];
}

export interface MutationCase {
  /** Input that would be taken from somebody who may. */
  ask(asked: Asked): Record<string, unknown>;
  /** Roles that may do it at their own ward; everybody else is refused and nothing is written. */
  allowed: readonly Role[];
  /** The state of the world stands against it even where it is allowed, or what it needs is not there: no success is asked for. */
  hindered?: true;
  /** Goes to one's own account only, so that no place of others is concerned. */
  own?: true;
}

/** An id that nobody has. */
export const unknownId = '00000000-0000-7000-8000-00000000dead';
