import { randomUUID } from 'node:crypto';
import {
  Metadata,
  status,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import rpc from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  ReadReq,
  ReadResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import {
  MAX_APPEND_SIZE,
  readAllPage,
  readStreamPage,
  type Expected,
  type MemoryLog,
  type Proposed,
} from './memory-log.ts';
import { toResponse } from './messages.ts';
import { subscribeAll } from './subscription.ts';

/** What surrounds a write: `before` it is looked at, and `after` it stands in the log; `after` says whether to answer. */
export interface Surroundings {
  alive(): boolean;
  before(stream: string): Promise<void>;
  after(stream: string, written: boolean): Promise<boolean>;
}

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? new Uint8Array()).toString('utf8');

interface WireMessage {
  getId(): { getString(): string } | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

function toProposed(message: WireMessage): Proposed {
  return {
    id: message.getId()?.getString() ?? '',
    type: message.getMetadataMap().get('type') ?? '',
    contentType: message.getMetadataMap().get('content-type') ?? 'application/octet-stream',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

function gone(name: string, extra: Record<string, string> = {}, code = status.FAILED_PRECONDITION) {
  const metadata = new Metadata();
  metadata.set('exception', name);
  for (const [key, value] of Object.entries(extra)) metadata.set(key, value);
  return Object.assign(new Error(name), { code, details: name, metadata });
}

/** The gRPC service `event_store.client.streams.Streams` over a log: append, batch append, reads and subscriptions to `$all`. */
export function streamsService(log: MemoryLog, around: Surroundings) {
  async function take(stream: string, expected: Expected, events: Proposed[]) {
    await around.before(stream);
    if (!around.alive()) return { answer: false } as const;
    const result = log.append(stream, expected, events);
    // A refusal changes nothing and is always answered; the fate is asked for what stands in the log.
    return { answer: !result.ok || (await around.after(stream, result.written)), result } as const;
  }

  function append(call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void {
    let options: AppendReq.Options | undefined;
    const events: Proposed[] = [];
    call.on('data', (message: AppendReq) => {
      options ??= message.getOptions();
      const proposed = message.getProposedMessage();
      if (proposed) events.push(toProposed(proposed));
    });
    call.on('end', async () => {
      if (!options) return answer(gone('missing-options', {}, status.INVALID_ARGUMENT));
      const stream = text(options.getStreamIdentifier()?.getStreamName_asU8());
      const expected: Expected = options.hasRevision()
        ? Number(options.getRevision())
        : options.hasNoStream()
          ? 'no_stream'
          : options.hasStreamExists()
            ? 'stream_exists'
            : 'any';
      const taken = await take(stream, expected, events);
      if (!taken.answer) return;
      const { result } = taken;
      const response = new streams.AppendResp();
      if (result.ok) {
        // Streams.Append: the answer to a recognised repeat carries the revision and position of the first time.
        const success = new streams.AppendResp.Success();
        const position = new streams.AppendResp.Position();
        position.setCommitPosition(String(result.position));
        position.setPreparePosition(String(result.position));
        success.setCurrentRevision(String(result.last));
        success.setPosition(position);
        response.setSuccess(success);
      } else if (result.reason === 'too_big') {
        return answer(
          gone(
            'maximum-append-size-exceeded',
            { 'maximum-append-size': String(MAX_APPEND_SIZE) },
            status.INVALID_ARGUMENT,
          ),
        );
      } else {
        const wrong = new streams.AppendResp.WrongExpectedVersion();
        if (result.last < 0) wrong.setCurrentNoStream(new shared.Empty());
        else wrong.setCurrentRevision(String(result.last));
        if (typeof expected === 'number') wrong.setExpectedRevision(String(expected));
        else if (expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty());
        else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new shared.Empty());
        else wrong.setExpectedAny(new shared.Empty());
        response.setWrongExpectedVersion(wrong);
      }
      answer(null, response);
    });
  }

  function batchAppend(call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
    // Streams.BatchAppend: one write may come in several messages with one correlation id; the final one lets it go.
    const pending = new Map<string, { options: BatchAppendReq.Options; events: Proposed[] }>();
    call.on('end', () => call.end());
    call.on('error', () => undefined);
    call.on('data', async (message: BatchAppendReq) => {
      const correlation = message.getCorrelationId()?.getString() ?? '';
      const options = message.getOptions();
      if (options) pending.set(correlation, { options, events: [] });
      const write = pending.get(correlation);
      if (!write) return;
      write.events.push(...message.getProposedMessagesList().map(toProposed));
      if (!message.getIsFinal()) return;
      pending.delete(correlation);
      const stream = text(write.options.getStreamIdentifier()?.getStreamName_asU8());
      const expected: Expected = write.options.hasStreamPosition()
        ? Number(write.options.getStreamPosition())
        : write.options.hasNoStream()
          ? 'no_stream'
          : write.options.hasStreamExists()
            ? 'stream_exists'
            : 'any';
      const taken = await take(stream, expected, write.events);
      if (!taken.answer) return;
      const { result } = taken;
      const response = new streams.BatchAppendResp();
      response.setCorrelationId(message.getCorrelationId());
      response.setStreamIdentifier(write.options.getStreamIdentifier());
      if (result.ok) {
        const success = new streams.BatchAppendResp.Success();
        const position = new shared.AllStreamPosition();
        position.setCommitPosition(String(result.position));
        position.setPreparePosition(String(result.position));
        success.setCurrentRevision(String(result.last));
        success.setPosition(position);
        response.setSuccess(success);
      } else {
        const details = new anyPb.Any();
        if (result.reason === 'too_big') {
          const big = new shared.MaximumAppendSizeExceeded();
          big.setMaxappendsize(MAX_APPEND_SIZE);
          details.pack(big.serializeBinary(), 'event_store.client.MaximumAppendSizeExceeded');
        } else {
          const wrong = new shared.WrongExpectedVersion();
          if (result.last >= 0) wrong.setCurrentStreamRevision(String(result.last));
          if (typeof expected === 'number') wrong.setExpectedStreamPosition(String(expected));
          details.pack(wrong.serializeBinary(), 'event_store.client.WrongExpectedVersion');
        }
        const error = new rpc.Status();
        error.setMessage(result.reason);
        error.setDetails(details);
        response.setError(error);
      }
      call.write(response);
    });
  }

  function read(call: ServerWritableStream<ReadReq, ReadResp>): void {
    const options = call.request.getOptions();
    if (!options) {
      call.destroy(gone('missing-options', {}, status.INVALID_ARGUMENT));
      return;
    }
    const direction = options.getReadDirection() === 0 ? 'forwards' : 'backwards';
    const count = Number(options.getCount());
    const all = options.getAll();
    if (options.hasSubscription() && all) return subscribeAll(log, call, options, randomUUID());
    if (all) {
      const at = all.getPosition();
      const from = at ? Number(at.getCommitPosition()) : all.hasEnd() ? 'end' : 'start';
      for (const event of readAllPage(log.all, direction, from, count)) call.write(toResponse(event));
      call.end();
      return;
    }
    const one = options.getStream();
    const recorded = log.stream(text(one?.getStreamIdentifier()?.getStreamName_asU8()));
    if (!one || !recorded) {
      const missing = new streams.ReadResp();
      const notFound = new streams.ReadResp.StreamNotFound();
      notFound.setStreamIdentifier(one?.getStreamIdentifier());
      missing.setStreamNotFound(notFound);
      call.write(missing);
      call.end();
      return;
    }
    const from = one.hasRevision() ? Number(one.getRevision()) : one.hasEnd() ? 'end' : 'start';
    for (const event of readStreamPage(recorded, direction, from, count)) call.write(toResponse(event));
    call.end();
  }

  // Streams are never deleted here, and the adapter has no such call.
  const refused = (_call: unknown, answer: (error: Error) => void): void =>
    answer(gone('unimplemented', {}, status.UNIMPLEMENTED));
  return { append, batchAppend, read, delete: refused, tombstone: refused };
}
