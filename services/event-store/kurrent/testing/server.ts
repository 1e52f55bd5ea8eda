import { connect, createServer, type Socket } from 'node:net';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { createMemoryLog, type MemoryLog } from './memory-log.ts';
import { streamsService } from './streams-service.ts';

/** A write that the log has just taken; `number` counts from 1 since the server was made. */
export interface TakenWrite {
  number: number;
  stream: string;
  /** False for a repeat that the server recognised. */
  written: boolean;
}

/** What becomes of the answer: sent; lost with its connection, the server living on; lost with the whole server. */
export type Fate = 'answer' | 'drop' | 'stop';

export interface KurrentTestServer {
  /** For the client; the same across `stop` and `restart`. */
  connectionString: string;
  log: MemoryLog;
  /** Called after a write stands in the log and before it is answered; may wait, which delays the answer. */
  onWrite: (write: TakenWrite) => Fate | Promise<Fate>;
  /** Called before a write is looked at; a foreign writer steps in here. */
  beforeWrite: (stream: string) => void | Promise<void>;
  /** Cuts every connection and refuses new ones, as a killed server does. */
  stop(): void;
  /** Comes back with the data it had, without what only stood in memory. */
  restart(): void;
  close(): Promise<void>;
}

/**
 * Starts a KurrentDB server in this process: the real protocol (the client's own generated definitions) over the rules
 * of `memory-log.ts`. Clients reach it through a gate, so that connections can be cut as a network cuts them.
 */
export async function startKurrentTestServer(clock: () => Date = () => new Date()): Promise<KurrentTestServer> {
  const log = createMemoryLog(clock);
  const sockets = new Set<Socket>();
  let open = true;
  let writes = 0;

  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const stop = (): void => {
    open = false;
    cut();
  };

  const grpc = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
  grpc.addService(
    streamsGrpc.StreamsService,
    streamsService(log, {
      alive: () => open,
      before: async (stream) => running.beforeWrite(stream),
      after: async (stream, written) => {
        writes += 1;
        const fate = await running.onWrite({ number: writes, stream, written });
        if (fate === 'drop') cut();
        if (fate === 'stop') stop();
        return fate === 'answer' && open;
      },
    }),
  );
  grpc.addService(featuresGrpc.ServerFeaturesService, {
    // ServerFeatures.cs: the methods this server has; without BatchAppend in it the client falls back to Append.
    getSupportedMethods(
      _call: unknown,
      answer: (error: null, methods: InstanceType<typeof features.SupportedMethods>) => void,
    ) {
      const supported = new features.SupportedMethods();
      supported.setEventStoreServerVersion('24.10.0');
      for (const method of ['Append', 'BatchAppend', 'Read']) {
        const entry = new features.SupportedMethod();
        entry.setServiceName('event_store.client.streams.streams');
        entry.setMethodName(method.toLowerCase());
        supported.addMethods(entry);
      }
      answer(null, supported);
    },
  });
  const inner = await new Promise<number>((resolve, reject) => {
    grpc.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) =>
      error ? reject(error) : resolve(port),
    );
  });

  const gate = createServer({ noDelay: true }, (outside) => {
    if (!open) {
      outside.destroy();
      return;
    }
    const inside = connect({ port: inner, host: '127.0.0.1', noDelay: true });
    for (const [from, to] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
  const address = gate.address();
  if (address === null || typeof address === 'string') throw new Error('The gate has no port.');

  const running: KurrentTestServer = {
    connectionString: `esdb://127.0.0.1:${address.port}?tls=false`,
    log,
    onWrite: () => 'answer',
    beforeWrite: () => undefined,
    stop,
    restart: () => {
      log.forgetCache();
      open = true;
    },
    close: async () => {
      stop();
      grpc.forceShutdown();
      await new Promise((resolve) => gate.close(resolve));
    },
  };
  return running;
}
