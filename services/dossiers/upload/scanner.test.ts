import { createServer, type AddressInfo, type Server } from 'node:net';
import { randomBytes } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { clamd, ScannerAway } from './scanner.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

/** A scanner that hears the whole file before it answers. */
async function answering(say: (file: Buffer) => string) {
  server = createServer({ allowHalfOpen: true }, (socket) => {
    let heard = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      heard = Buffer.concat([heard, bytes]);
      const pieces: Buffer[] = [];
      for (let at = 'zINSTREAM\0'.length; at + 4 <= heard.length;) {
        const length = heard.readUInt32BE(at);
        if (length === 0) return void socket.end(say(Buffer.concat(pieces)));
        if (at + 4 + length > heard.length) return;
        pieces.push(heard.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return clamd({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
}

test('hears the whole file, and its verdict is told', async () => {
  const file = randomBytes(700_000);
  const scan = await answering((heard) => (heard.equals(file) ? 'stream: OK\0' : 'stream: Eicar-Test FOUND\0'));
  expect(await scan(file)).toBeNull();
  expect(await scan(Buffer.from('EICAR'))).toBe('Eicar-Test');
});

test('that says anything else, or is not there, is away', async () => {
  const scan = await answering(() => 'INSTREAM size limit exceeded. ERROR\0');
  await expect(scan(Buffer.from('x'))).rejects.toBeInstanceOf(ScannerAway);
  await expect(clamd({ host: '127.0.0.1', port: 9 })(Buffer.from('x'))).rejects.toBeInstanceOf(ScannerAway);
});
