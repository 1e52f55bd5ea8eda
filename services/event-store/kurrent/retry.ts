/** What a server says for good; everything else may be a passing fault of the line or of an election. */
const FINAL = new Set([
  'wrong-expected-version',
  'stream-not-found',
  'maximum-append-size-exceeded',
  'missing-required-metadata-property',
  'access-denied',
  'stream-deleted',
  'invalid-argument',
]);

/** Some 4 s in all: longer than a server's restart on the spot, shorter than a clerk's patience. */
const WAITS_MS = [0, 20, 50, 100, 200, 400, 800, 1000, 1500];

/** A server that accepts calls and does not answer is not waited for that often. */
const BUDGET_MS = 20_000;

/** Resolves after a while. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** The client's name for an error, e.g. `wrong-expected-version`. */
export function errorType(error: unknown): string | undefined {
  const found = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** Runs a call that may be repeated without harm until it works or fails for good; rejects with the last error as cause. */
export async function withRetry<Result>(call: () => Promise<Result>): Promise<Result> {
  let last: unknown;
  const started = performance.now();
  for (const wait of WAITS_MS) {
    if (performance.now() - started > BUDGET_MS) break;
    if (wait > 0) await sleep(wait);
    try {
      return await call();
    } catch (error) {
      if (FINAL.has(errorType(error) ?? '')) throw error;
      last = error;
    }
  }
  throw new Error(`The log cannot be reached (${errorType(last) ?? 'no connection'}).`, { cause: last });
}
