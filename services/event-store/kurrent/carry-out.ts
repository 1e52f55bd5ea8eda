import { START, type ExpectedVersion, type Position } from '../port.ts';
import type { LogClient, Written } from './client.ts';
import { logPlan, logRebase, logRefusal, readDecision, type LoggedPlan, type Plan, type PlannedWrite } from './plan.ts';
import { isWireMetadata, toMetadata, toPosition } from './wire.ts';

/** A write of an accepted plan that had to go in behind events its expectation did not know. */
export interface Rebase {
  stream: string;
  expected: ExpectedVersion;
  actual: number;
}

export type Outcome =
  | { accepted: true; position: Position; versions: Record<string, number>; rebased: Rebase[] }
  | { accepted: false; stream: string; expected: ExpectedVersion; actual: number };

/**
 * Carries a command out against the log, or goes on where an earlier run of the same command was cut off: every step may
 * be done again, by this process or another, at the same time or much later, with the same end. All of its streams must
 * be reserved for the command. `first` says that nobody can have begun before.
 *
 * One stream: the append itself decides, since the server takes it whole or not at all.
 * Several: the plan in the command's own stream decides. Before it nothing is written; behind it everything will be.
 * Rejects when the log cannot be reached; what has been decided by then is unknown, and a later run finds out.
 */
export async function carryOut(log: LogClient, plan: Plan, first: boolean): Promise<Outcome> {
  const writes = plan.writes.filter((write) => write.events.length > 0);
  const [only] = writes;
  if (writes.length > 1) return carryOutMany(log, plan, first);
  if (!only) {
    const { versions, conflict } = await check(log, plan);
    return conflict ?? accept(plan, {}, [], versions);
  }

  if (!first) {
    const { written } = await locate(log, only, plan.commandId, typeof only.expected === 'number' ? only.expected : 0);
    if (written) return accept(plan, { [only.stream]: written }, []);
  }
  const metadata = toMetadata(plan.commandId, plan.context);
  for (;;) {
    // With a version to expect and nothing else to look at, the server's own check is the whole of it.
    const alone = plan.writes.length === 1 && only.expected !== 'any';
    const checked = alone ? undefined : await check(log, plan);
    if (checked?.conflict) return checked.conflict;
    const version = checked?.versions[only.stream] ?? (typeof only.expected === 'number' ? only.expected : 0);
    const result = await log.append(only.stream, version, only.events, metadata, {
      ...metadata,
      command: { fingerprint: plan.fingerprint, result: plan.result },
    });
    if (result.ok) return accept(plan, { [only.stream]: result }, [], checked?.versions);
    if (only.expected !== 'any')
      return { accepted: false, stream: only.stream, expected: only.expected, actual: result.actual };
  }
}

async function carryOutMany(log: LogClient, plan: Plan, first: boolean): Promise<Outcome> {
  let known = first;
  let version = 0;
  for (;;) {
    if (!known) {
      const decision = await readDecision(log, plan.commandId);
      if (decision.state === 'planned') return complete(log, decision.plan, decision.version);
      version = decision.version;
    }
    const { versions, conflict } = await check(log, plan);
    if (conflict) {
      // Somebody thought dead may be about to log the plan: the refusal takes the place that the plan would need.
      if (first || (await logRefusal(log, plan, version))) return conflict;
    } else {
      const logged = { ...plan, base: plan.writes.map((write) => versions[write.stream] ?? 0) };
      if (await logPlan(log, logged, version)) return complete(log, logged);
    }
    known = false;
  }
}

/** Writes what a logged plan holds. Its own stream stood at `planVersion` when last seen, if it was looked at. */
async function complete(log: LogClient, plan: LoggedPlan, planVersion?: number): Promise<Outcome> {
  const metadata = toMetadata(plan.commandId, plan.context);
  const done: Record<string, Written> = {};
  const rebased: Rebase[] = [];
  let nothingWritten = true;
  for (const [index, write] of plan.writes.entries()) {
    if (write.events.length === 0) continue;
    let base = plan.base[index] ?? 0;
    for (;;) {
      const result = await log.append(write.stream, base, write.events, metadata);
      if (result.ok) {
        done[write.stream] = result;
        break;
      }
      // Only a writer that does not go through this adapter can have moved a reserved stream.
      const { written, version } = await locate(log, write, plan.commandId, plan.base[index] ?? 0);
      if (written) {
        done[write.stream] = written;
        break;
      }
      if (nothingWritten && write.expected !== 'any') {
        const at = planVersion ?? (await readDecision(log, plan.commandId)).version;
        if (await logRefusal(log, plan, at)) {
          return { accepted: false, stream: write.stream, expected: write.expected, actual: version };
        }
        const decision = await readDecision(log, plan.commandId);
        if (decision.state === 'refused') {
          return { accepted: false, stream: write.stream, expected: write.expected, actual: version };
        }
      }
      if (write.expected !== 'any') {
        await logRebase(log, plan, write.stream, version);
        rebased.push({ stream: write.stream, expected: write.expected, actual: version });
      }
      base = version;
    }
    nothingWritten = false;
  }
  const bases = Object.fromEntries(plan.writes.map((write, index) => [write.stream, plan.base[index] ?? 0]));
  return accept(plan, done, rebased, bases);
}

/** Versions of all streams of a command, and the first of its expectations that does not hold. */
async function check(log: LogClient, plan: Plan) {
  const found = await Promise.all(plan.writes.map(async ({ stream }) => [stream, await log.version(stream)] as const));
  const versions: Record<string, number> = Object.fromEntries(found);
  for (const { stream, expected } of plan.writes) {
    const actual = versions[stream] ?? 0;
    if (expected === 'any' || actual === (expected === 'none' ? 0 : expected)) continue;
    const conflict: Outcome = { accepted: false, stream, expected, actual };
    return { versions, conflict };
  }
  return { versions };
}

/** Looks for a write's events from the end of the stream back to `base`; `version` is where the stream stands. */
async function locate(log: LogClient, write: PlannedWrite, commandId: string, base: number) {
  const lastId = write.events.at(-1)?.id;
  const page = 200;
  let version = 0;
  for (let from: number | undefined; ;) {
    const events = await log.readStream(write.stream, {
      ...(from !== undefined && { from }),
      limit: page,
      backwards: true,
    });
    for (const { event } of events) {
      if (!event) continue;
      const at = Number(event.revision) + 1;
      version = Math.max(version, at);
      if (at <= base) return { version };
      if (event.id === lastId && isWireMetadata(event.metadata) && event.metadata.commandId === commandId) {
        if (event.position === undefined) throw new Error('The log does not tell where its events stand.');
        const written: Written = { ok: true, version: at, commit: event.position.commit };
        return { version, written };
      }
    }
    const oldest = events.at(-1)?.event?.revision;
    if (events.length < page || oldest === undefined || oldest === 0n) return { version };
    from = Number(oldest);
  }
}

function accept(
  plan: Plan,
  done: Record<string, Written>,
  rebased: Rebase[],
  seen: Record<string, number> = {},
): Outcome {
  const versions: Record<string, number> = {};
  let last = -1n;
  for (const { stream, expected } of plan.writes) {
    const written = done[stream];
    versions[stream] = written?.version ?? seen[stream] ?? (typeof expected === 'number' ? expected : 0);
    if (written && written.commit > last) last = written.commit;
  }
  return { accepted: true, position: last < 0n ? START : toPosition(last), versions, rebased };
}
