import { describe, expect, it } from 'vitest';
import { memorySettings, usableMemory } from './server-memory.ts';

const GB = 2 ** 30;

describe('what the embedded database keeps in memory', () => {
  it.each([
    { machine: 'a small rented server', memory: 1 * GB, shared_buffers: '128MB', effective_cache_size: '512MB' },
    { machine: 'a usual one', memory: 4 * GB, shared_buffers: '512MB', effective_cache_size: '2048MB' },
    { machine: 'a large one', memory: 64 * GB, shared_buffers: '1024MB', effective_cache_size: '32768MB' },
    { machine: 'a box with hardly any', memory: GB / 4, shared_buffers: '128MB', effective_cache_size: '512MB' },
  ])('is an eighth within limits on $machine', ({ memory, shared_buffers, effective_cache_size }) => {
    expect(memorySettings(memory)).toEqual({ shared_buffers, effective_cache_size });
  });

  it('knows how much this machine gives', () => {
    expect(usableMemory()).toBeGreaterThan(64 * 2 ** 20);
    expect(Number.isFinite(usableMemory())).toBe(true);
  });
});
