import type { AppendCommand, AppendResult, CommandRecord } from '../port.ts';
import { byteaArray, int4Array, textArray, uuidArray } from './binary.ts';
import { toPosition } from './position.ts';
import { packSealed } from './sealed-parts.ts';

/** A command and the events and bytes it brings, counted once. */
export interface Prepared {
  command: AppendCommand;
  events: number;
  bytes: number;
}

/** What `log.append` answers; arrays count from 0 here. `outcome` and `offset` are null when every command was taken. */
export interface BatchAnswer {
  base: bigint;
  version: number[];
  outcome: number[] | null;
  offset: number[] | null;
}

/** Codes of `log.append`. */
export const outcomes = { appended: 0, conflict: 1, duplicate: 2, mismatch: 3, appendedBefore: 4 } as const;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const streamName = /^[\x21-\x7e]{1,200}$/;

/** Checks what the table could not take, so that no command can spoil the batch it shares with others; throws on a caller's bug. */
export function prepare(command: AppendCommand): Prepared {
  if (!uuid.test(command.commandId)) throw new TypeError('commandId is not a UUID');
  if (!/^[0-9a-f]{64}$/.test(command.fingerprint)) throw new TypeError('fingerprint is not 32 bytes in hex');
  const streams = new Set<string>();
  let events = 0;
  let bytes = 0;
  for (const write of command.writes) {
    if (!streamName.test(write.stream)) throw new TypeError('a stream name is 1 to 200 printable ASCII characters');
    if (streams.has(write.stream)) throw new TypeError(`stream ${write.stream} stands twice in one command`);
    streams.add(write.stream);
    const { expected } = write;
    if (typeof expected === 'number' && !(Number.isInteger(expected) && expected >= 0 && expected < 2 ** 31)) {
      throw new TypeError('an expected version is a whole number from 0');
    }
    for (const event of write.events) {
      if (!uuid.test(event.id)) throw new TypeError('an event id is not a UUID');
      if (event.type === '' || event.type.includes('\0')) throw new TypeError('an event type is not a name');
      events += 1;
      for (const part of event.sealed) bytes += part.bytes.length;
    }
  }
  return { command, events, bytes };
}

/**
 * The parameters of `log.append` for a batch, in its order. One with a pure check or an `any` is careful in any case: the
 * quick way takes every version from what was expected.
 */
export function encodeBatch(
  token: string,
  { careful, flushLater }: { careful: boolean; flushLater: boolean },
  batch: readonly Prepared[],
): (string | Buffer | boolean)[] {
  const c = { id: [] as string[], fingerprint: [] as Buffer[], result: [] as string[], context: [] as string[] };
  const offset: number[] = [];
  const count: number[] = [];
  const w = { command: [] as number[], stream: [] as string[], expected: [] as number[], count: [] as number[] };
  const e = {
    command: [] as number[],
    write: [] as number[],
    k: [] as number[],
    n: [] as number[],
    schema: [] as number[],
  };
  const id: string[] = [];
  const type: string[] = [];
  const data: string[] = [];
  const sealed: (Buffer | null)[] = [];
  let before = 0;
  batch.forEach(({ command, events }, index) => {
    c.id.push(command.commandId);
    c.fingerprint.push(Buffer.from(command.fingerprint, 'hex'));
    c.result.push(JSON.stringify(command.result));
    c.context.push(JSON.stringify(command.context));
    offset.push(before);
    count.push(events);
    before += events;
    let k = 0;
    for (const write of command.writes) {
      w.command.push(index + 1);
      w.stream.push(write.stream);
      w.expected.push(write.expected === 'any' ? -1 : write.expected === 'none' ? 0 : write.expected);
      w.count.push(write.events.length);
      write.events.forEach((event, n) => {
        k += 1;
        e.command.push(index + 1);
        e.write.push(w.stream.length);
        e.k.push(k);
        e.n.push(n + 1);
        e.schema.push(event.schemaVersion);
        id.push(event.id);
        type.push(event.type);
        data.push(JSON.stringify(event.data));
        sealed.push(packSealed(event.sealed));
      });
    }
  });
  return [
    ...[token, careful || w.count.includes(0) || w.expected.includes(-1) || count.includes(0), flushLater],
    ...[uuidArray(c.id), byteaArray(c.fingerprint), textArray(c.result, 'json'), textArray(c.context, 'json')],
    ...[int4Array(offset), int4Array(count)],
    ...[int4Array(w.command), textArray(w.stream), int4Array(w.expected), int4Array(w.count)],
    ...[int4Array(e.command), int4Array(e.write), int4Array(e.k), int4Array(e.n)],
    ...[uuidArray(id), textArray(type), int4Array(e.schema), textArray(data, 'json'), byteaArray(sealed)],
  ];
}

/** An earlier record of a command, with the versions its streams had after it. */
export interface KnownCommand {
  record: CommandRecord;
  versions: Record<string, number>;
}

/** Turns the answer into one verdict per command; `known` holds the records of every command that was there before. */
export function verdicts(
  batch: readonly Prepared[],
  answer: BatchAnswer,
  known: ReadonlyMap<string, KnownCommand>,
): AppendResult[] {
  let write = 0;
  let before = 0;
  return batch.map(({ command, events }, index) => {
    const first = write;
    write += command.writes.length;
    const offset = answer.offset?.[index] ?? before;
    before += events;
    const outcome = answer.outcome?.[index] ?? outcomes.appended;
    if (outcome === outcomes.appended) {
      const versions: Record<string, number> = {};
      command.writes.forEach((one, n) => {
        versions[one.stream] = (answer.version[first + n] ?? 0) + one.events.length;
      });
      return {
        outcome: 'appended',
        position: toPosition(events === 0 ? 0 : answer.base + BigInt(offset + events)),
        versions,
      };
    }
    if (outcome === outcomes.conflict) {
      const n = command.writes.findIndex(
        ({ expected }, place) =>
          expected !== 'any' && (expected === 'none' ? 0 : expected) !== answer.version[first + place],
      );
      const stale = command.writes[n];
      if (!stale) throw new Error('a conflict without a stale version');
      return {
        outcome: 'conflict',
        stream: stale.stream,
        expected: stale.expected,
        actual: answer.version[first + n] ?? 0,
      };
    }
    const found = known.get(command.commandId.toLowerCase());
    if (!found) throw new Error('a known command without a record');
    if (outcome === outcomes.appendedBefore) {
      return { outcome: 'appended', position: found.record.position, versions: found.versions };
    }
    return { outcome: outcome === outcomes.duplicate ? 'duplicate' : 'mismatch', record: found.record };
  });
}
