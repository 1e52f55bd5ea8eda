import type { DossierEvent, Party } from '@nocgia/schemas/events/dossier.ts';
import { dossierNoticesSet } from '@nocgia/schemas/events/notices.ts';
import { refuse } from '../../event-store/deciding.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { loadDossier, single, type OnDossier } from './dossier.ts';

/** What of a dossier's course is told by letter: every change of its state or of who has it (Decree 224/2026/NĐ-CP, art. 15.1.g). */
export const toldTypes = [
  ...(['DossierSubmitted', 'DossierTakenIn', 'DossierDeclined', 'DossierHandedOn', 'PapersRequested'] as const),
  ...(['PapersSupplied', 'FeesRequested', 'FeesPaid', 'FeesWithdrawn', 'DossierExtended', 'DossierStopped'] as const),
  ...(['DossierRefused', 'DossierWithdrawn', 'DossierSettled', 'DossierReopened', 'DossierReturned'] as const),
] satisfies readonly DossierEvent['type'][];

/** Whether letters are wanted, and where they go: to who handed it in, else to its owner. Null = no address, or its dossier was erased. */
export interface NoticeState {
  wanted: boolean;
  address: string | null;
}

/** What a dossier's facts say of letters. */
export function noticesOf(events: readonly DomainEvent[]): NoticeState {
  return events.reduce<NoticeState>(
    (state, { type, data }) => {
      if (type === 'DossierNoticesSet') return { ...state, wanted: 'mail' in data && data.mail === true };
      if (type !== 'DossierSubmitted' && type !== 'DossierTakenIn') return state;
      // Absent once the dossier is erased.
      const { owner, submitter } = data as { owner?: Party; submitter?: Party | null };
      return { ...state, address: submitter?.email ?? owner?.email ?? null };
    },
    { wanted: false, address: null },
  );
}

/** Letters about a dossier are wanted from now on, or no longer; MAIL_NO_ADDRESS where nobody left an address. */
export function setNotices(input: OnDossier & { mail: boolean }, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    const { wanted, address } = noticesOf(loaded.found.events);
    if (wanted === input.mail) return refuse('NOTHING_CHANGED');
    if (input.mail && address === null) return refuse('MAIL_NO_ADDRESS');
    return single(dossierNoticesSet, loaded.found, env, null, { mail: input.mail });
  };
}
