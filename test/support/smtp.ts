import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail server on loopback that takes letters, refuses them, or is not there. */
export interface FakeMailServer {
  port: number;
  /** What it answers to a recipient: 250 takes it, 450 not now, 550 never. */
  answer: number;
  /** Letters that it took, with their headers as they came. */
  letters: { to: string; id: string; subject: string; text: string }[];
  /** Stops listening, or listens again at the same port. */
  away(): Promise<void>;
  back(): Promise<void>;
  close(): Promise<void>;
}

export async function mailServer(): Promise<FakeMailServer> {
  const sockets = new Set<Socket>();
  const mail: FakeMailServer = {
    ...{ port: 0, answer: 250, letters: [] },
    away: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
    back: () => listen(server, mail.port),
    close: () => (server.listening ? mail.away() : Promise.resolve()),
  };
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    talk(socket, mail);
  });
  await listen(server, 0);
  mail.port = (server.address() as AddressInfo).port;
  return mail;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
}

/** The part of RFC 5321 that a letter needs. */
function talk(socket: Socket, mail: FakeMailServer): void {
  let held = '';
  let to = '';
  let inLetter = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO' || verb === 'HELO') say('250 fake');
    else if (verb === 'RCPT') {
      to = /<(.*)>/.exec(line)?.[1] ?? '';
      say(mail.answer === 250 ? '250 ok' : `${mail.answer} no <${to}>`);
    } else if (verb === 'DATA') {
      inLetter = true;
      say('354 go on');
    } else if (verb === 'QUIT') {
      say('221 bye');
      socket.end();
    } else say('250 ok');
  };
  say('220 fake');
  socket.on('data', (bytes) => {
    held += bytes.toString('latin1');
    for (;;) {
      const end = inLetter ? held.indexOf('\r\n.\r\n') : held.indexOf('\r\n');
      if (end === -1) return;
      const said = held.slice(0, end);
      held = held.slice(end + (inLetter ? 5 : 2));
      if (inLetter) {
        inLetter = false;
        mail.letters.push({ to, ...read(said) });
        say('250 taken');
      } else hear(said);
    }
  });
}

/** Headers and text of a letter (RFC 2045 and 2047, as far as nodemailer writes them). */
function read(letter: string): { id: string; subject: string; text: string } {
  const [head = '', ...body] = letter.split('\r\n\r\n');
  const header = (name: string): string =>
    new RegExp(`^${name}: ((?:.|\r\n[ \t])*)`, 'im').exec(head)?.[1]?.replace(/\r\n[ \t]/g, ' ') ?? '';
  const quoted = (text: string): string =>
    Buffer.from(
      text
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
      'latin1',
    ).toString('utf8');
  const whole = body.join('\r\n\r\n');
  const text = header('Content-Transfer-Encoding').includes('base64')
    ? Buffer.from(whole, 'base64').toString('utf8')
    : quoted(whole);
  const subject = header('Subject').replace(/=\?UTF-8\?([BQ])\?(.*?)\?=\s*/gi, (_, kind: string, said: string) =>
    kind.toUpperCase() === 'B' ? Buffer.from(said, 'base64').toString('utf8') : quoted(said.replaceAll('_', ' ')),
  );
  return { id: header('Message-ID'), subject, text };
}
