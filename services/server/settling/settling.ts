import { accept } from '../../event-store/deciding.ts';
import type { Decided, LoadStreams } from '../../event-store/dispatcher.ts';
import { derivedId } from '../../event-store/derived-id.ts';
import type { CommandEnv } from '../../dossiers/command-env.ts';
import type { OnDossier } from '../../dossiers/dossier/dossier.ts';
import { noteRegister } from '../../dossiers/dossier/settlement.ts';
import { together } from '../../registry/citizen/life/person.ts';
import type { SettlementKind } from '@nocgia/schemas/events/procedure.ts';
import type { RegistryAct } from './registry-act.ts';

/** The command id under which a dossier is written into the register: whoever gives it again gives the same command again. */
export function settlingId(dossierId: string, kind: SettlementKind): string {
  return derivedId(dossierId, 'register', kind);
}

/**
 * The registry's own command and the note on the dossier as one decision: the log takes all of its streams or none, so there is no
 * moment at which one stands without the other, and a dossier that is written, reopened or worked on meanwhile conflicts with it.
 * Answers `{ citizenId, householdId }`.
 */
export function settling(on: OnDossier, act: RegistryAct, env: CommandEnv) {
  const { kind, decide, about } = act;
  const commandId = settlingId(on.dossierId, kind);
  const note = (subject: ReturnType<RegistryAct['about']>) => noteRegister({ ...on, kind, commandId, ...subject }, env);
  return async (load: LoadStreams): Promise<Decided> => {
    // The dossier first: who comes second is told so, and not that the register holds already what it holds since then.
    const open = await note({ citizenId: null, householdId: null })(load);
    if (!open.ok) return open;
    const written = await decide(load);
    if (!written.ok) return written;
    const subject = about(written.decision.result);
    const noted = await note(subject)(load);
    if (!noted.ok) return noted;
    return accept(together([...written.decision.writes, ...noted.decision.writes]), { ...subject });
  };
}
