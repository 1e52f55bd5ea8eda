import type { Decided, LoadStreams } from './dispatcher.ts';
import type { DomainEvent, RecordedEvent } from './log.ts';

/** Test support: a log in memory that deciders load from and, where asked, write to. Versions are checked as the real one checks them. */
export interface World {
  /** Decides without writing. */
  when(decider: (load: LoadStreams) => Promise<Decided>): Promise<Decided>;
  /** Decides, writes, and answers the result; throws the code of a rejection. */
  run(decider: (load: LoadStreams) => Promise<Decided>): Promise<Record<string, string>>;
  events(stream: string): DomainEvent[];
  /** All events in order of writing, as a projection would read them. */
  readonly all: readonly RecordedEvent[];
}

/** A world in which these events have happened, stream by stream. */
export function given(streams: Record<string, DomainEvent[]> = {}): World {
  const log = new Map<string, RecordedEvent[]>();
  const all: RecordedEvent[] = [];
  let commands = 0;

  function record(stream: string, events: readonly DomainEvent[]): void {
    const own = log.get(stream) ?? [];
    log.set(stream, own);
    for (const { type, data } of events) {
      const number = String(all.length + 1);
      const event: RecordedEvent = {
        id: `00000000-0000-7000-8000-${number.padStart(12, '0')}`,
        type,
        data,
        stream,
        version: own.length + 1,
        position: number.padStart(20, '0'),
        recordedAt: '2026-11-22T03:00:00.000Z',
        context: { actor: 'tester', correlation: 'test' },
        commandId: `00000000-0000-7000-a000-${String(commands).padStart(12, '0')}`,
        erased: [],
      };
      own.push(event);
      all.push(event);
    }
  }
  for (const [stream, events] of Object.entries(streams)) record(stream, events);
  const load: LoadStreams = (names) =>
    Promise.resolve(new Map(names.map((name) => [name, [...(log.get(name) ?? [])]])));

  return {
    when: (decider) => decider(load),
    async run(decider) {
      const decided = await decider(load);
      if (!decided.ok)
        throw new Error(decided.rejection.code + (decided.rejection.field ? ` ${decided.rejection.field}` : ''));
      commands += 1;
      const names = decided.decision.writes.map((write) => write.stream);
      if (new Set(names).size !== names.length) throw new Error('a stream stands twice in one command');
      for (const { stream, expected, events } of decided.decision.writes) {
        const version = log.get(stream)?.length ?? 0;
        if (expected !== 'any' && expected !== (version === 0 ? 'none' : version))
          throw new Error(`${stream}: version ${version}`);
        record(stream, events);
      }
      return (decided.decision.result ?? {}) as Record<string, string>;
    },
    events: (stream) => (log.get(stream) ?? []).map(({ type, data }) => ({ type, data })),
    all,
  };
}

/** Test support: the code (and field) of a rejection, or the events decided, stream by stream. */
export function outcome(decided: Decided): string | Record<string, DomainEvent[]> {
  if (!decided.ok) return decided.rejection.code + (decided.rejection.field ? ` ${decided.rejection.field}` : '');
  return Object.fromEntries(
    decided.decision.writes.filter((write) => write.events.length > 0).map((write) => [write.stream, write.events]),
  );
}
