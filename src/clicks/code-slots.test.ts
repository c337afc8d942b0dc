import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CodeIndex, CodeSlots, codeStates } from './code-slots.ts';

function code(seed: number, state: (typeof codeStates)[number] = 'active') {
  return { codeId: seed.toString(16).padStart(32, '0'), state, checkedAtMs: seed };
}

describe('CodeSlots', () => {
  it('agrees with a plain map under any puts, changes and removals, as long as all fit', () => {
    const act = fc.record({
      tenant: fc.nat(2),
      key: fc.nat(20),
      seed: fc.nat(1_000_000),
      state: fc.constantFrom(...codeStates),
      isRemoval: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 200 }), (acts) => {
        const slots = new CodeSlots(100);
        const indexes: CodeIndex[] = [new Map(), new Map(), new Map()];
        const model = new Map<string, ReturnType<typeof code>>();
        for (const { tenant, key, seed, state, isRemoval } of acts) {
          const index = indexes[tenant] ?? new Map();
          if (isRemoval) slots.remove(index, `K${key}`);
          else slots.put(index, `K${key}`, code(seed, state));
          if (isRemoval) model.delete(`${tenant} K${key}`);
          else model.set(`${tenant} K${key}`, code(seed, state));
        }
        expect(slots.size).toBe(model.size);
        for (let tenant = 0; tenant < 3; tenant += 1) {
          for (let key = 0; key <= 20; key += 1)
            expect(slots.find(indexes[tenant] ?? new Map(), `K${key}`)).toEqual(model.get(`${tenant} K${key}`));
        }
      }),
    );
  });

  it('makes room for a new code by the one nobody asked for', () => {
    const slots = new CodeSlots(3);
    const index: CodeIndex = new Map();
    for (const seed of [1, 2, 3]) slots.put(index, `K${seed}`, code(seed));
    slots.find(index, 'K1');
    slots.find(index, 'K3');
    slots.put(index, 'K4', code(4));
    expect([...index.keys()].sort()).toEqual(['K1', 'K3', 'K4']);
    expect(slots.find(index, 'K4')).toEqual(code(4));
    expect(slots.size).toBe(3);
  });

  it('holds no more than its limit, however many come', () => {
    const slots = new CodeSlots(1_000);
    const index: CodeIndex = new Map();
    for (let seed = 0; seed < 5_000; seed += 1) slots.put(index, `K${seed}`, code(seed));
    expect([slots.size, index.size]).toEqual([1_000, 1_000]);
    for (const folded of index.keys()) expect(slots.find(index, folded)).toEqual(code(Number(folded.slice(1))));
  });
});
