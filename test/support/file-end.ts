/**
 * What a test file has opened and must be closed when it ends. One process runs many files and loads a module once for all of them: a
 * hook that a module registers while it loads would serve the first file alone, so rooms of the tests leave their work here, and
 * `end-file.ts` does it after each file.
 */
const left: (() => unknown)[] = [];

/** To be done after the file's own hooks, the last one left first: what was opened on top of something is closed before it. */
export function atFileEnd(work: () => unknown): void {
  left.push(work);
}

/** Does everything left, also when some of it fails: what stays open would be in the next file's way. Throws what failed. */
export async function endFile(): Promise<void> {
  const failures: unknown[] = [];
  for (let work = left.pop(); work !== undefined; work = left.pop()) {
    try {
      await work();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, `${failures.length} things could not be closed`);
}
