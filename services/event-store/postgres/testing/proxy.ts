import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A TCP proxy before the test server that can lose connections at the worst moment. */
export interface Proxy {
  /** `url` with the proxy's address. */
  through: (url: string) => string;
  /**
   * Waits for a message that holds `marker`, lets it pass, and cuts the connection as soon as the server answers, before
   * the client hears of it: `times` times.
   */
  loseAnswers: (marker: string, times: number) => void;
  /** How many answers were lost. */
  lost: () => number;
  /** Refuses new connections and cuts the present ones, until told otherwise. */
  down: (isDown: boolean) => void;
  close: () => Promise<void>;
}

/** Opens a proxy on a free port before the server that `url` names. */
export async function openProxy(url: string): Promise<Proxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let marker = '';
  let left = 0;
  let lost = 0;
  let refusing = false;

  const server = createServer((client) => {
    if (refusing) {
      client.destroy();
      return;
    }
    const upstream = connect(Number(target.port), target.hostname);
    let armed = false;
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    client.on('data', (chunk: Buffer) => {
      if (left > 0 && chunk.includes(marker)) armed = true;
      upstream.write(chunk);
    });
    upstream.on('data', (chunk: Buffer) => {
      if (armed && left > 0) {
        left -= 1;
        lost += 1;
        cut();
      } else client.write(chunk);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? (address satisfies AddressInfo).port : 0;

  return {
    through: (original) => {
      const changed = new URL(original);
      changed.hostname = '127.0.0.1';
      changed.port = String(port);
      return changed.href;
    },
    loseAnswers: (wanted, times) => {
      marker = wanted;
      left = times;
    },
    lost: () => lost,
    down: (isDown) => {
      refusing = isDown;
      if (isDown) for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
