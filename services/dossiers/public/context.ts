import { systemAuthority } from '../../access/authority.ts';
import { PUBLIC_ACTOR } from '../../access/public.ts';
import type { Attempt } from '../../access/sign-in/throttle.ts';
import { v7 as uuidv7 } from 'uuid';
import type { CommandEnv } from '../command-env.ts';
import type { DossierContext } from '../context.ts';
import type { PublicHash } from './form-token.ts';

/** The part of an operation's context that answers the public, whoever it is; signed in or not, they are asked as nobody. */
export interface PublicContext extends DossierContext {
  /** Keyed hash under the installation's secret for what the public holds. */
  publicHash: PublicHash;
  /** Counts something that one address may do only so often in an hour; by a keyed hash, the address itself is kept nowhere. */
  countFromAddress(what: string, times: number): Promise<Attempt>;
  /** Counts what is asked about one code or phone in an hour, whoever asks; kept as a keyed hash. */
  countAbout(what: string, times: number): Promise<Attempt>;
  /** A file of this dossier may be waiting for its check. */
  dossierSent(dossierId: string): Promise<void>;
}

/** The operation as somebody without an account runs it: what a signed-in officer sends from home is not the officer's act. */
export function asPublic(context: PublicContext): PublicContext {
  const eventContext = () => {
    const { source, correlation } = context.eventContext();
    return { actor: PUBLIC_ACTOR, ...(source && { source }), correlation };
  };
  return { ...context, eventContext };
}

/** What the public's commands are told. They may do what their command allows, and have a right to nothing else. */
export function publicEnv({ now, today }: Pick<DossierContext, 'now' | 'today'>): CommandEnv {
  return { may: systemAuthority, accountId: null, role: null, now: now().toISOString(), today, newId: uuidv7 };
}
