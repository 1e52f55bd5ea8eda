import { createTransport } from 'nodemailer';
import type { Letter } from './letter.ts';

/** Why a letter did not go out: nobody there or not now, or never in this form. What the server said is not told on, since it may quote the address. */
export class NotSent extends Error {
  readonly kind: 'away' | 'later' | 'refused';
  constructor(kind: NotSent['kind']) {
    super(kind);
    this.name = 'NotSent';
    this.kind = kind;
  }
}

/** A mail server. */
export interface Post {
  /** Hands a letter over; the same `id` again is the same letter (Message-ID: RFC 5322, 3.6.4). Throws NotSent. */
  send(letter: Letter, id: string): Promise<void>;
  /** Whether it answers. Throws NotSent. */
  reach(): Promise<void>;
}

/** Milliseconds for one answer of the server. */
const PATIENCE = 20_000;

/** `smtp://` with STARTTLS where the server offers it, or `smtps://`; `from`: the office's address. */
export function smtpPost({ url, from }: { url: string; from: string }, patience = PATIENCE): Post {
  const address = new URL(url);
  const secure = address.protocol === 'smtps:';
  const { username, password } = address;
  const transport = createTransport({
    host: address.hostname.replace(/^\[|\]$/g, ''),
    port: Number(address.port) || (secure ? 465 : 587),
    secure,
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // A letter is a text of this program: nothing is read from a file or an address for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text }, id) {
      const messageId = `<${id}@${from.slice(from.indexOf('@') + 1)}>`;
      // As an object: a text would be read as a list of addresses.
      const envelope = { from, to: [to] };
      const headers = { 'Auto-Submitted': 'auto-generated' };
      await transport
        .sendMail({ from, to: { name: '', address: to }, envelope, subject, text, messageId, headers })
        .catch((error: unknown) => {
          throw new NotSent(kindOf(error));
        });
    },
    async reach() {
      await transport.verify().catch(() => {
        throw new NotSent('away');
      });
    },
  };
}

/** By the answer to the letter itself (RFC 5321, 4.2.1): 5yz never, 4yz not now; anything before that means nobody is there to take it. */
function kindOf(error: unknown): NotSent['kind'] {
  if (!(error instanceof Error)) return 'away';
  const code = 'code' in error ? error.code : null;
  const answer = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0;
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return 'away';
  return answer >= 500 ? 'refused' : 'later';
}
