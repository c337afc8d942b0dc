import process from 'node:process';

/** npm passes Ctrl-C on to us although the terminal has sent it already; two signals this close together are one wish. */
const sameWishMs = 1_000;

/**
 * Resolves at the first SIGINT, SIGTERM or SIGHUP: who closes the window of a terminal wants what ran in it to end, PostgreSQL too.
 * A later one ends the process at once.
 */
export function waitForStopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let firstAtMs: number | undefined;
    const onSignal = (signal: NodeJS.Signals): void => {
      firstAtMs ??= performance.now();
      if (performance.now() - firstAtMs > sameWishMs) process.exit(130);
      resolve(signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  });
}
