/** Resolves after `ms` milliseconds, or as soon as `stop` is aborted; leaves nothing behind on the signal, and keeps no process alive. */
export function pause(ms: number, stop?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      stop?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms).unref();
    stop?.addEventListener('abort', end, { once: true });
  });
}
