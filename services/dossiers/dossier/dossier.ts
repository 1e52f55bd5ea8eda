import type { Rejection } from '@nocgia/schemas/errors.ts';
import type { Step } from '@nocgia/schemas/events/procedure.ts';
import type { EventDefinition } from '@nocgia/schemas/events/define.ts';
import type { Decided, LoadStreams } from '../../event-store/dispatcher.ts';
import { accept, after, parsed } from '../../event-store/deciding.ts';
import type { DomainEvent, RecordedEvent } from '../../event-store/log.ts';
import type { CommandEnv } from '../command-env.ts';
import {
  procedureOf,
  procedureStream,
  stepOf,
  versionNumbered,
  type ProcedureVersion,
} from '../procedure/procedure.ts';
import { dossierOf, dossierStream, transitions, type DossierState, type DossierStatus } from './dossier-state.ts';

/** What every command about one dossier says. */
export interface OnDossier {
  dossierId: string;
  /** The version that the page showed; another in between is told, with who was first and what changed. */
  expectedVersion: number;
}

/** The same, or `null` where no page showed a version: of a citizen, whose own files are added meanwhile; of scans that follow the intake; of a signature that comes hours later. */
export interface AsShown {
  dossierId: string;
  expectedVersion: number | null;
}

/** A dossier with the version of its procedure by which it was begun. */
export interface LoadedDossier {
  stream: string;
  events: readonly RecordedEvent[];
  dossier: DossierState;
  procedure: ProcedureVersion;
}

type Loaded = { ok: true; found: LoadedDossier } | { ok: false; rejection: Rejection };

/** A dossier that the actor may work on, as the page showed it; else why not. A paper that was printed since changed nothing of it. */
export async function loadDossier(input: AsShown, env: CommandEnv, load: LoadStreams): Promise<Loaded> {
  const loaded = await loadAsItStands(input.dossierId, env, load);
  if (!loaded.ok) return loaded;
  const { expectedVersion: shown } = input;
  if (shown === null) return loaded;
  const { events } = loaded.found;
  if (shown > events.length || events.slice(shown).some(({ type }) => type !== 'DossierPaperPrinted'))
    return no({ code: 'DOSSIER_CHANGED', params: { since: shown } });
  return loaded;
}

/** A dossier that the actor may work on, at whichever version; else why not. */
export async function loadAsItStands(dossierId: string, env: CommandEnv, load: LoadStreams): Promise<Loaded> {
  const stream = dossierStream(dossierId);
  const events = (await load([stream])).get(stream) ?? [];
  const dossier = dossierOf(events);
  if (!dossier) return no({ code: 'DOSSIER_UNKNOWN' });
  const denied = env.may('write', 'Dossier', { ward: dossier.ward, neighbourhood: null, matter: dossier.matter });
  if (denied) return no(denied.code === 'NOT_FOUND' ? { code: 'DOSSIER_UNKNOWN' } : denied);
  const catalogue = procedureStream(dossier.procedureId);
  const procedure = procedureOf((await load([catalogue])).get(catalogue));
  const held = procedure && versionNumbered(procedure, dossier.procedureVersion);
  if (!held) return no({ code: 'PROCEDURE_UNKNOWN' });
  return { ok: true, found: { stream, events, dossier, procedure: held } };
}

function no(rejection: Rejection): { ok: false; rejection: Rejection } {
  return { ok: false, rejection };
}

/** Why a dossier may not come into a state now, e.g. DOSSIER_STATE with the state it is in; null = it may. */
export function blocked(dossier: DossierState, to: DossierStatus): Rejection | null {
  return transitions[dossier.status].includes(to)
    ? null
    : { code: 'DOSSIER_STATE', params: { status: dossier.status, to } };
}

/** Whether the step where a dossier lies is the actor's: by the role that the procedure names, or as leader. */
export function notTheirs(found: LoadedDossier, env: CommandEnv): Rejection | null {
  const step = stepHeld(found);
  if (!step) return { code: 'DOSSIER_STATE', params: { status: found.dossier.status, to: 'processing' } };
  if (env.role === 'leader' || (env.role !== null && step.roles.includes(env.role))) return null;
  return { code: 'STEP_NOT_YOURS', params: { step: step.name } };
}

/** The step where a dossier lies; undefined before it is taken. */
export function stepHeld({ dossier, procedure }: LoadedDossier): Step | undefined {
  return dossier.step === null ? undefined : stepOf(procedure.content, dossier.step);
}

/** A fact about a dossier, now, checked against its schema; the refusal names the field that is wrong. */
export function fact(
  definition: EventDefinition,
  found: { dossier: { dossierId: string } },
  env: CommandEnv,
  data: Record<string, unknown>,
): { ok: true; event: DomainEvent } | { ok: false; rejection: Rejection } {
  const whole = { dossierId: found.dossier.dossierId, occurredAt: env.now, ...data };
  const checked = parsed(definition.schema, whole);
  return checked.ok ? { ok: true, event: { type: definition.type, data: checked.value } } : checked;
}

/** One fact of a dossier as a whole decision, if it may come into the state that the fact brings (null: it stays in its state). */
export function single(
  definition: EventDefinition,
  found: LoadedDossier,
  env: CommandEnv,
  to: DossierStatus | null,
  data: Record<string, unknown>,
): Decided {
  const wrong = to === null ? null : blocked(found.dossier, to);
  if (wrong) return { ok: false, rejection: wrong };
  const made = fact(definition, found, env, data);
  return made.ok ? accept([after(found.stream, found.events, made.event)]) : made;
}
