import { describe, expect, it } from 'vitest';
import { RepeatWatch } from './repeat-watch.ts';

const friend = { address: '203.0.113.7', agent: 'Safari', codeId: 'c0de' };

describe('a visit repeated', () => {
  it('within 300 ms by the same address and agent is a repeat, however often; after it a visit again', () => {
    const watch = new RepeatWatch();
    expect([0, 299, 598, 898].map((atMs) => watch.isRepeat(friend, atMs))).toEqual([false, true, true, false]);
  });

  it('is none of another address, agent or link', () => {
    const watch = new RepeatWatch();
    watch.isRepeat(friend, 0);
    for (const other of [{ address: '203.0.113.8' }, { agent: 'Firefox' }, { codeId: 'c1de' }])
      expect(watch.isRepeat({ ...friend, ...other }, 1)).toBe(false);
  });
});
