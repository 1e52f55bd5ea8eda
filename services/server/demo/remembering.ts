import { eventId } from '../../event-store/codec.ts';
import type { Log, RecordedEvent } from '../../event-store/log.ts';

/**
 * A log that keeps what it has written: whoever writes a whole ward alone need not read it back for every command. `fresh`: the log had
 * nothing of this before, so that a stream which was not written by it does not exist. Both are guesses that the append checks, since
 * every write names the version that it relies on; a stream about which it was wrong is read from then on.
 */
export function remembering(log: Log, { fresh, written }: { fresh: boolean; written: RegExp }): Log {
  const known = new Map<string, RecordedEvent[]>();
  const doubtful = new Set<string>();
  return {
    ...log,
    store: fresh ? { ...log.store, findCommand: () => Promise.resolve(null) } : log.store,
    async readStreams(streams) {
      const found = new Map<string, RecordedEvent[]>();
      const unknown: string[] = [];
      for (const stream of new Set(streams)) {
        const own = known.get(stream);
        if (own) found.set(stream, own);
        else if (!fresh || doubtful.has(stream) || !written.test(stream)) unknown.push(stream);
      }
      if (unknown.length === 0) return found;
      for (const [stream, events] of await log.readStreams(unknown)) {
        known.set(stream, events);
        found.set(stream, events);
      }
      return found;
    },
    async append(command) {
      const verdict = await log.append(command);
      if (verdict.outcome !== 'appended') {
        for (const { stream } of command.writes) {
          known.delete(stream);
          doubtful.add(stream);
        }
        return verdict;
      }
      let n = 0;
      for (const { stream, expected, events } of command.writes) {
        const own = known.get(stream) ?? [];
        const from = typeof expected === 'number' ? expected : 0;
        const recorded = events.map(({ type, data }, index): RecordedEvent => {
          const id = eventId(command.commandId, (n += 1));
          const { context, commandId } = command;
          const place = { stream, version: from + index + 1, position: verdict.position };
          return { id, type, data, ...place, recordedAt: '', context, commandId, erased: [] };
        });
        if (own.length === from) known.set(stream, [...own, ...recorded]);
        else known.delete(stream);
      }
      return verdict;
    },
  };
}
