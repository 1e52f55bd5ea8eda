import { v5 } from 'uuid';
import type { AppendCommand, EventContext, ExpectedVersion, Json } from '../port.ts';
import type { LogClient, Outgoing } from './client.ts';
import { commandStream, isWireMetadata, toMetadata, toWire, type WireEvent } from './wire.ts';

/** A whole command, ready to be written by whoever comes to it. Sealed parts and nothing personal, like the events themselves. */
export interface Plan {
  commandId: string;
  fingerprint: string;
  result: Json;
  context: EventContext;
  writes: PlannedWrite[];
}

export interface PlannedWrite {
  stream: string;
  expected: ExpectedVersion;
  events: WireEvent[];
}

/** A plan in the log: with the version of each write's stream when it was accepted. */
export interface LoggedPlan extends Plan {
  base: number[];
}

/** What the command's own stream says: nothing yet or no longer (`open`), or an accepted plan. `version` is that stream's. */
export type Decision =
  { state: 'open' | 'refused'; version: number } | { state: 'planned'; version: number; plan: LoggedPlan };

const PART = '#CommandPlanPart';
const PLANNED = '#CommandPlanned';
const REFUSED = '#CommandRefused';
const REBASED = '#CommandRebased';

/** An append holds a mebibyte at most (the server's MaxAppendSize); a longer plan comes in parts, of which the last decides. */
const PART_BYTES = 900_000;

/** The plan of a command as it is given. */
export function toPlan(command: AppendCommand): Plan {
  const { commandId, fingerprint, result, context } = command;
  const writes = command.writes.map(({ stream, expected, events }) => ({
    stream,
    expected,
    events: events.map(toWire),
  }));
  return { commandId, fingerprint, result, context, writes };
}

/** Reads what has been decided about a command. */
export async function readDecision(log: LogClient, commandId: string): Promise<Decision> {
  const events = await log.readStream(commandStream(commandId));
  let decision: Decision = { state: 'open', version: 0 };
  let parts: Buffer[] = [];
  for (const { event } of events) {
    if (!event) continue;
    const version = Number(event.revision) + 1;
    if (event.type === PART || event.type === PLANNED) {
      if (!(event.data instanceof Uint8Array)) throw new Error(`The plan of command ${commandId} cannot be read.`);
      const [first, rest] = [event.data[0], Buffer.from(event.data.subarray(1))];
      // Parts that a killed process left behind are begun anew by the next one.
      parts = first === FIRST_PART ? [rest] : [...parts, rest];
      if (event.type === PLANNED) {
        const plan: LoggedPlan = JSON.parse(Buffer.concat(parts).toString('utf8'));
        decision = { state: 'planned', version, plan };
        continue;
      }
    }
    if (event.type === REFUSED) decision = { state: 'refused', version };
    else decision = { ...decision, version };
  }
  return decision;
}

const FIRST_PART = 1;
const LATER_PART = 0;

/**
 * Writes the plan into the command's own stream, which stands at `version`: from the last part on the command is accepted,
 * whole. False when someone else has written there in the meantime; nothing is decided by us then.
 */
export async function logPlan(log: LogClient, plan: LoggedPlan, version: number): Promise<boolean> {
  const whole = Buffer.from(JSON.stringify(plan), 'utf8');
  const count = Math.max(1, Math.ceil(whole.length / PART_BYTES));
  for (let part = 0; part < count; part += 1) {
    const bytes = Buffer.concat([
      Buffer.from([part === 0 ? FIRST_PART : LATER_PART]),
      whole.subarray(part * PART_BYTES, (part + 1) * PART_BYTES),
    ]);
    const type = part === count - 1 ? PLANNED : PART;
    const event = { id: ownId(plan.commandId, `plan/${version}/${part}`), type, bytes };
    if (!(await appendOwn(log, plan, version + part, event))) return false;
  }
  return true;
}

/** Notes that a command will not be carried out. False when someone else has decided first. */
export function logRefusal(log: LogClient, plan: Plan, version: number): Promise<boolean> {
  return appendOwn(log, plan, version, {
    id: ownId(plan.commandId, `refused/${version}`),
    type: REFUSED,
    bytes: new Uint8Array(),
  });
}

/** Notes for whoever looks into the log that a write of an accepted plan went in behind events that the plan did not know. */
export async function logRebase(log: LogClient, plan: Plan, stream: string, actual: number): Promise<void> {
  const bytes = Buffer.from(JSON.stringify({ stream, actual }), 'utf8');
  for (;;) {
    const { version } = await readDecision(log, plan.commandId);
    if (
      await appendOwn(log, plan, version, {
        id: ownId(plan.commandId, `rebased/${stream}/${actual}`),
        type: REBASED,
        bytes,
      })
    )
      return;
  }
}

/** The command whose plan an event of `$all` accepts; undefined for every other event. */
export function plannedCommand(event: { type: string; metadata?: unknown }): string | undefined {
  if (event.type !== PLANNED) return undefined;
  return isWireMetadata(event.metadata) ? event.metadata.commandId : undefined;
}

async function appendOwn(log: LogClient, plan: Plan, version: number, event: Outgoing): Promise<boolean> {
  const metadata = toMetadata(plan.commandId, plan.context);
  return (await log.append(commandStream(plan.commandId), version, [event], metadata)).ok;
}

// The same for whoever writes it, so that the server recognises a repeat.
function ownId(commandId: string, name: string): string {
  return v5(name, commandId);
}
