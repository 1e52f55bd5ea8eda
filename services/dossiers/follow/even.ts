import { setTimeout as wait } from 'node:timers/promises';

/** What an answer to the public takes at the least, in milliseconds: more than looking up and writing do. */
const FLOOR = 250;

/** Does something and answers, or throws, no sooner than after a fixed time, so that how long it took does not tell what was found. */
export async function evenly<T>(work: () => Promise<T>): Promise<T> {
  const floor = wait(FLOOR);
  try {
    return await work();
  } finally {
    await floor;
  }
}
