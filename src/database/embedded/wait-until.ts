import { setTimeout as delay } from 'node:timers/promises';

/** Asks again every `everyMs` until the answer is defined; undefined when `limitMs` has passed without one. */
export async function waitUntil<T>(
  limits: { readonly limitMs: number; readonly everyMs: number },
  ask: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const startedMs = performance.now();
  while (true) {
    const answer = await ask();
    if (answer !== undefined || performance.now() - startedMs > limits.limitMs) return answer;
    await delay(limits.everyMs);
  }
}
