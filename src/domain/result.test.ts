import { describe, expect, it } from 'vitest';
import { assert, assertNever, err, ok, type Result } from './result.ts';

describe('Result', () => {
  it('tells a value from an error by its tag', () => {
    const outcomes: Result<bigint, { kind: 'empty' }>[] = [ok(5n), err({ kind: 'empty' })];
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.value : outcome.error.kind))).toEqual([5n, 'empty']);
  });
});

describe('assert', () => {
  it('throws with its message when the invariant is broken', () => {
    expect(() => assert(false, 'parts sum to the whole')).toThrow('broken invariant: parts sum to the whole');
  });
});

describe('assertNever', () => {
  it('names the variant nobody handled, also when it holds a bigint', () => {
    const unhandled: unknown = { kind: 'gift', amountMinor: 5n };
    // The compiler forbids such a call; the cast is the only way to stand where a future variant will.
    expect(() => assertNever(unhandled as never)).toThrow('{"kind":"gift","amountMinor":"5n"}');
  });
});
