import { totalmem } from 'node:os';
import process from 'node:process';

const MB = 1_048_576;

/** Bytes this machine gives us: a container's limit where there is one. */
export function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/**
 * How much of `memoryBytes` the database keeps of its tables. PostgreSQL's manual takes a quarter for a machine of its own; we share
 * it with the program and the system's file cache. At 1,000,000 customers 3 GB read no faster than 1 GB.
 */
export function memorySettings(memoryBytes: number): Readonly<Record<'shared_buffers' | 'effective_cache_size', string>> {
  return {
    shared_buffers: megabytes(memoryBytes / 8, { min: 128, max: 1_024 }),
    effective_cache_size: megabytes(memoryBytes / 2, { min: 512, max: 65_536 }),
  };
}

function megabytes(bytes: number, { min, max }: { readonly min: number; readonly max: number }): string {
  return `${Math.min(Math.max(Math.floor(bytes / MB), min), max)}MB`;
}
