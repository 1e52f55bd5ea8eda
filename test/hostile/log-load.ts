import { randomUUID } from 'node:crypto';
import { openPostgresStore } from '@nocgia/services/event-store/postgres/postgres.ts';
import type { AppendCommand, EventStore, ExpectedVersion, StreamWrite } from '@nocgia/services/event-store/port.ts';

/** What the writers of one process are to do. */
export interface Load {
  url: string;
  writers: number;
  milliseconds: number;
  streams: string[];
}

/** A command that was acknowledged: its events in order, and the position it was told. */
export interface Acknowledged {
  commandId: string;
  position: string;
  events: string[];
}

/** What became of all commands of one process. `unknown`: rejected without a verdict, hence wholly there or not at all. */
export interface Report {
  acknowledged: Acknowledged[];
  refused: string[];
  unknown: string[];
  /** Repeats that were not answered as duplicates at the first position. */
  wrongRepeats: string[];
}

function pick<T>(list: readonly T[]): T {
  const one = list[Math.floor(Math.random() * list.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

function command(writes: [stream: string, expected: ExpectedVersion, events: number][]): AppendCommand {
  const commandId = randomUUID();
  const of = writes.reduce((sum, [, , events]) => sum + events, 0);
  return {
    commandId,
    fingerprint: 'd4'.repeat(32),
    result: null,
    context: { actor: 'writer', correlation: commandId },
    writes: writes.map(([stream, expected, events]): StreamWrite => ({
      stream,
      expected,
      // Every event says how many its command has, so that a reader can tell a half from a whole.
      events: Array.from({ length: events }, () => ({
        id: randomUUID(),
        type: 'Happened',
        schemaVersion: 1,
        data: { of },
        sealed: [],
      })),
    })),
  };
}

async function writeAlone(store: EventStore, load: Load, report: Report): Promise<void> {
  const versions = new Map<string, number>();
  const until = performance.now() + load.milliseconds;
  while (performance.now() < until) {
    const [first, second] = [pick(load.streams), pick(load.streams)];
    const several = Math.random() < 0.3 && first !== second ? [first, second] : [first];
    const kind = Math.random();
    const given = command(
      several.map((stream) => {
        const version = versions.get(stream) ?? 0;
        // A third is stale on purpose, a third trusts what it last saw, a third takes any version.
        const expected = kind < 1 / 3 ? version + 1_000_000 : kind < 2 / 3 ? version : 'any';
        return [stream, expected, 1 + Math.floor(Math.random() * 3)];
      }),
    );
    try {
      const result = await store.append(given);
      if (result.outcome === 'appended') {
        const events = given.writes.flatMap((write) => write.events.map((event) => event.id));
        report.acknowledged.push({ commandId: given.commandId, position: result.position, events });
        for (const [stream, version] of Object.entries(result.versions)) versions.set(stream, version);
        if (Math.random() < 0.05) {
          const again = await store.append(given);
          if (again.outcome !== 'duplicate' || again.record.position !== result.position) {
            report.wrongRepeats.push(given.commandId);
          }
        }
      } else {
        report.refused.push(given.commandId);
        if (result.outcome === 'conflict') versions.set(result.stream, result.actual);
      }
    } catch {
      report.unknown.push(given.commandId);
    }
  }
}

/** Lets the writers of one process write for their time and tells what became of every command. */
export async function runWriters(load: Load): Promise<Report> {
  const store = openPostgresStore({ connectionString: load.url, retryFor: 3_000 });
  const report: Report = { acknowledged: [], refused: [], unknown: [], wrongRepeats: [] };
  await Promise.all(Array.from({ length: load.writers }, () => writeAlone(store, load, report)));
  await store.close();
  return report;
}
