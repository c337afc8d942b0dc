const POLL_MS = 100;

/** Looks until the answer is neither false nor null, and rejects when `limitMs` have passed. */
export async function waitFor<T>(
  look: () => Promise<T | false | null>,
  { limitMs, what }: { readonly limitMs: number; readonly what: string },
): Promise<T> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== false && found !== null) return found;
    if (performance.now() > deadline) throw new Error(`waited ${limitMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
