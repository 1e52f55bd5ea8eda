import { connect } from 'node:net';

/** Looks a file through for known harm; null = nothing was found, else what. Throws `ScannerAway` where it cannot be asked. */
export type Scanner = (file: Buffer) => Promise<string | null>;

/** The scanner did not answer: the file stays where it is and is asked about again. */
export class ScannerAway extends Error {
  constructor() {
    super('the scanner does not answer');
    this.name = 'ScannerAway';
  }
}

const PIECE = 256 * 1024;
const PATIENCE = 60_000;

/**
 * A clamd at an address, asked by its INSTREAM command (clamd(8): pieces of a 4-byte length and bytes, a length of 0 at the end;
 * answers `stream: OK` or `stream: <name> FOUND`). Anything else it says counts as no answer.
 */
export function clamd({ host, port }: { host: string; port: number }): Scanner {
  return (file) =>
    new Promise((resolve, reject) => {
      const socket = connect({ host, port });
      let said = '';
      const away = () => {
        socket.destroy();
        reject(new ScannerAway());
      };
      socket.setTimeout(PATIENCE, away);
      socket.on('error', away);
      socket.on('data', (bytes) => (said += bytes.toString('latin1')));
      socket.on('end', () => {
        const [, verdict = ''] = /^stream: (.+?)\0?$/s.exec(said.trim()) ?? [];
        if (verdict === 'OK') return resolve(null);
        const [, harm] = /^(.+) FOUND$/.exec(verdict) ?? [];
        return harm === undefined ? away() : resolve(harm);
      });
      socket.write('zINSTREAM\0');
      for (let at = 0; at < file.length; at += PIECE) {
        const piece = file.subarray(at, at + PIECE);
        socket.write(lengthOf(piece.length));
        socket.write(piece);
      }
      socket.write(lengthOf(0));
    });
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
