import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { indexAtOrAfter, matches, type Filter, type MemoryLog } from './memory-log.ts';
import { toCaughtUp, toCheckpoint, toConfirmation, toResponse } from './messages.ts';

/** Enumerators.AllSubscriptionFiltered: 32 events are looked at before a page without a match is given up. */
const DEFAULT_WINDOW = 32;

function toFilter(options: ReadReq.Options.FilterOptions | undefined): Filter | undefined {
  const expression = options?.getEventType() ?? options?.getStreamIdentifier();
  if (!options || !expression) return undefined;
  const on = options.hasEventType() ? 'type' : 'stream';
  const regex = expression.getRegex();
  return regex ? { on, regex: new RegExp(regex) } : { on, prefixes: expression.getPrefixList() };
}

/**
 * A catch-up subscription to `$all`: history from behind the given position, then what is appended.
 * Enumerators.AllSubscription(Filtered): the start position is exclusive ("position <= _startPosition: skipped"), 'end'
 * means the head of that moment, and a checkpoint tells how far it has come after every window x multiplier events seen.
 */
export function subscribeAll(
  log: MemoryLog,
  call: ServerWritableStream<ReadReq, ReadResp>,
  options: ReadReq.Options,
  id: string,
): void {
  const filter = toFilter(options.getFilter());
  const interval =
    (options.getFilter()?.getMax() || DEFAULT_WINDOW) * (options.getFilter()?.getCheckpointintervalmultiplier() || 1);
  const all = options.getAll();
  const at = all?.getPosition();
  let next = at ? indexAtOrAfter(log.all, Number(at.getCommitPosition()) + 1) : all?.hasEnd() ? log.all.length : 0;
  let seen = 0;

  const send = (): void => {
    for (; next < log.all.length; next++) {
      const event = log.all[next];
      if (!event) return;
      if (!filter || matches(filter, event)) call.write(toResponse(event));
      seen += 1;
      if (filter && seen % interval === 0) call.write(toCheckpoint(event.position));
    }
  };

  call.write(toConfirmation(id));
  send();
  call.write(toCaughtUp());
  const stop = log.onAppend(send);
  call.on('cancelled', stop);
  call.on('close', stop);
  call.on('error', stop);
}
