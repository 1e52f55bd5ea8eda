import { eventId, openEvents, sealEvent, takeApart, type EventRegistry } from './codec.ts';
import type { Keyring } from './keys/keyring.ts';
import type { Command, Log } from './log.ts';
import type { AppendCommand, AppendResult, EventStore } from './port.ts';

/**
 * The log over a store: checks and seals what goes in, opens and upcasts what comes out. Keys are durable before the
 * events that use them are sent. `close` closes store and keyring.
 */
export function openLog(parts: { store: EventStore; keyring: Keyring; registry: EventRegistry }): Log {
  const { store, keyring, registry } = parts;

  async function append(command: Command): Promise<AppendResult> {
    const writes = command.writes.map((write) => ({
      stream: write.stream,
      expected: write.expected,
      events: write.events.map((event) => takeApart(registry, event)),
    }));
    const subjects = writes.flatMap((write) => write.events.flatMap((event) => [...event.personal.keys()]));
    const keys = subjects.length > 0 ? await keyring.ensure([...new Set(subjects)]) : new Map<string, Buffer>();
    let n = 0;
    const sealed: AppendCommand['writes'] = writes.map((write) => ({
      stream: write.stream,
      expected: write.expected,
      events: write.events.map((event) => sealEvent(eventId(command.commandId, (n += 1)), event, keys)),
    }));
    const { commandId, fingerprint, result, context } = command;
    return store.append({ commandId, fingerprint, result, context, writes: sealed });
  }

  return {
    store,
    append,
    readStream: async (stream, options) => openEvents(registry, keyring, await store.readStream(stream, options)),
    async readStreams(streams) {
      const found = await store.readStreams(streams);
      const opened = await openEvents(registry, keyring, [...found.values()].flat());
      const byStream = new Map<string, typeof opened>();
      for (const event of opened) {
        const events = byStream.get(event.stream);
        if (events) events.push(event);
        else byStream.set(event.stream, [event]);
      }
      return byStream;
    },
    async readAll(after, limit, filter) {
      const page = await store.readAll(after, limit, filter);
      return { ...page, events: await openEvents(registry, keyring, page.events) };
    },
    async close() {
      await store.close();
      await keyring.close();
    },
  };
}
