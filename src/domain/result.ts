/** An expected outcome as a value. Broken invariants throw instead (`assert`, `assertNever`). */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** Closes every `switch` over a union: a new variant becomes a compile error, an impossible value throws. */
export function assertNever(x: never): never {
  throw new Error(`unreachable variant: ${describe(x)}`);
}

/** Throws when an invariant of our own is broken. Never used for what a caller may get wrong. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`broken invariant: ${message}`);
}

function describe(x: unknown): string {
  // A variant may hold bigint, which JSON.stringify refuses; the shape of the value must not hide the real error.
  return JSON.stringify(x, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)) ?? String(x);
}
