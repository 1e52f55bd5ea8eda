import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Delivery, Order } from './typesetter.ts';

/** The font, and how words break, for every template. */
const prelude = readFileSync(new URL('prelude.typ', import.meta.url), 'utf8');

interface Waiting {
  resolve: (pdf: Buffer) => void;
  reject: (error: Error) => void;
}
interface Thread {
  worker: Worker;
  waiting: Map<number, Waiting>;
}

/** One thread of a process, begun with its first paper: a slip takes some 15 ms and a long register seconds, which nobody else waits for. */
let thread: Thread | undefined;
let orders = 0;

function begin(): Thread {
  const worker = new Worker(new URL('typesetter.ts', import.meta.url));
  const waiting: Thread['waiting'] = new Map();
  worker.on('message', (delivery: Delivery) => {
    const one = waiting.get(delivery.id);
    waiting.delete(delivery.id);
    // Without work it keeps no process alive.
    if (waiting.size === 0) worker.unref();
    if ('pdf' in delivery) one?.resolve(Buffer.from(delivery.pdf));
    else one?.reject(new Error(`The paper could not be set: ${delivery.error}`));
  });
  const end = (error: Error): void => {
    thread = undefined;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`The engine of the papers ended (${code})`)));
  return { worker, waiting };
}

/** Halves of a pair of UTF-16 are no text. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

/**
 * The bytes of a PDF 1.7, tagged, all fonts embedded. `template` is Typst source of the program's own, after prelude.typ; `data` reaches it
 * as JSON, never as source, so no text of a citizen is ever read as markup. Throws when the template is wrong, with what the engine said,
 * and when the thread dies; the next paper begins another.
 */
export function typeset(template: string, data: object, at: Date): Promise<Buffer> {
  const order: Order = {
    id: ++orders,
    source: prelude + template,
    data: JSON.stringify(data, wellFormed),
    at: Math.floor(at.getTime() / 1000),
  };
  thread ??= begin();
  const { worker, waiting } = thread;
  return new Promise((resolve, reject) => {
    waiting.set(order.id, { resolve, reject });
    worker.ref();
    worker.postMessage(order);
  });
}
