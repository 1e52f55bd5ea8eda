import { registerDeclined, registerWritten } from '@nocgia/schemas/events/dossier.ts';
import { settlementKind, type SettlementKind } from '@nocgia/schemas/events/procedure.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import type { DossierRegister } from '@nocgia/schemas/generated/resolvers.ts';
import { mayEver } from '../../access/ability.ts';
import type { FieldGroup, Scope } from '../../access/scope.ts';
import { fieldView } from '../../access/where-scope.ts';
import { refuse } from '../../event-store/deciding.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { loadDossier, single, type LoadedDossier, type OnDossier } from './dossier.ts';
import type { DossierEntry } from './queries.ts';

/** Which fields of the register each kind of settlement writes: whoever may write those confirms it. */
export const registryRights: Readonly<Record<SettlementKind, FieldGroup>> = {
  birth: 'identity',
  death: 'residence',
  marriage: 'identity',
  marital_status: 'identity',
  civil_correction: 'identity',
  household_status: 'policyStatus',
};

/** What of settled dossiers a reader may write into the register at all. */
export function writableKinds(scope: Scope): SettlementKind[] {
  if (!mayEver(scope, 'write', 'Dossier')) return [];
  return settlementKind.options.filter((kind) => mayEver(scope, 'write', 'Citizen', registryRights[kind]));
}

/** How a dossier stands with the register, from its row; null before it is settled and where nothing of it goes there. */
export function registerType(scope: Scope, row: DossierEntry): DossierRegister | null {
  const { to_write: waiting, written, register_declined: declined } = row;
  const kind = waiting ?? written[0]?.kind ?? declined?.kind;
  if (kind === undefined) return null;
  const clear = fieldView(scope, 'identity') === 'clear';
  const state = waiting !== null ? 'pending' : written.length > 0 ? 'written' : 'declined';
  return {
    kind,
    state,
    mayWrite: state !== 'written' && writableKinds(scope).includes(kind),
    reason: state === 'declined' ? (clear ? (declined?.reason ?? null) : '*****') : null,
    at: state === 'declined' ? (declined?.at ?? null) : (written[0]?.at ?? null),
  };
}

/** Why nothing of a dossier can be written into the register now; else what its procedure writes there. */
function toWrite({
  dossier,
  procedure,
}: LoadedDossier): { ok: true; kind: SettlementKind } | { ok: false; rejection: Rejection } {
  const { settlement: kind } = procedure.content;
  if (kind === null) return refuse('REGISTER_NOTHING');
  if (dossier.written.length > 0) return refuse('REGISTER_WRITTEN');
  if (!['settled', 'returned'].includes(dossier.status))
    return refuse('DOSSIER_STATE', undefined, { status: dossier.status, to: 'settled' });
  return { ok: true, kind };
}

export interface NoteRegister extends OnDossier {
  kind: SettlementKind;
  /** The registry's command, whose id follows from the dossier. */
  commandId: string;
  citizenId: string | null;
  householdId: string | null;
}

/** The register has taken over what the dossier settled; once, and only what its procedure writes there. */
export function noteRegister(input: NoteRegister, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    const asked = toWrite(loaded.found);
    if (!asked.ok) return asked;
    const { kind, commandId, citizenId, householdId } = input;
    if (kind !== asked.kind) return refuse('REGISTER_OTHER');
    return single(registerWritten, loaded.found, env, null, { kind, commandId, citizenId, householdId });
  };
}

/** Nothing of the result is to be recorded, with the reason; it can still be written later. */
export function declineRegister(input: OnDossier & { reason: string }, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadDossier(input, env, load);
    if (!loaded.ok) return loaded;
    const asked = toWrite(loaded.found);
    if (!asked.ok) return asked;
    const { ward } = loaded.found.dossier;
    const denied = env.may('write', 'Citizen', { ward, neighbourhood: null }, registryRights[asked.kind]);
    if (denied) return refuse('FORBIDDEN');
    if (loaded.found.dossier.registerDeclined) return refuse('NOTHING_CHANGED');
    return single(registerDeclined, loaded.found, env, null, { kind: asked.kind, reason: input.reason });
  };
}
