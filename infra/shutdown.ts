import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

// Ctrl-C reaches a child both from the terminal and from the parent that passes signals on: that is one wish, not two.
const echo = 2_000;

/**
 * Runs `end` once when the process is asked to end, then ends it (0 after Ctrl-C or a polite request, 1 when `end`
 * fails). A second request, made in earnest, ends it at once. Answers a function that ends it in the same way from within.
 */
export function onShutdown(end: () => Promise<void>, log: (line: string) => void): (exitCode?: number) => void {
  let askedAt: number | undefined;
  const shutDown = (exitCode = 0): void => {
    askedAt = performance.now();
    end().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        log(`Shutdown failed: ${error instanceof Error ? error.message : String(error)}`);
        process.exit(1);
      },
    );
  };
  for (const name of signals) {
    process.on(name, () => {
      if (askedAt === undefined) shutDown();
      else if (performance.now() - askedAt > echo) process.exit(128 + constants.signals[name]);
    });
  }
  return (exitCode) => {
    if (askedAt === undefined) shutDown(exitCode);
  };
}
