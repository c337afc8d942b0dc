import { describe, expect, it } from 'vitest';
import { changesBetween } from './pointer.ts';

const rule = (id: string, days: number) => ({ id, hold: { days } });

describe('the difference of two versions', () => {
  it('names the field that changed, money as one', () => {
    const before = { rules: [rule('a', 14)], budget: { amountMinor: '9007199254740993', currency: 'RUB' } };
    const after = { rules: [rule('a', 21)], budget: { amountMinor: '9007199254740994', currency: 'RUB' } };
    expect(changesBetween(before, after)).toEqual([
      { path: '/rules/0/hold/days', before: 14, after: 21 },
      { path: '/budget', before: before.budget, after: after.budget },
    ]);
  });

  it('knows a rule wherever it stands: one put between is one addition', () => {
    const [a, b, c] = [rule('a', 1), rule('b', 2), rule('c', 3)];
    expect(changesBetween({ rules: [a, b] }, { rules: [a, c, b] })).toEqual([{ path: '/rules/1', before: undefined, after: c }]);
    expect(changesBetween({ rules: [a, b] }, { rules: [b] })).toEqual([{ path: '/rules/0', before: a, after: undefined }]);
  });

  it('tells another order as another order', () => {
    const [a, b] = [rule('a', 1), rule('b', 2)];
    expect(changesBetween({ rules: [a, b] }, { rules: [b, a] })).toEqual([{ path: '/rules', before: ['a', 'b'], after: ['b', 'a'] }]);
  });

  it('compares items without a name by their place', () => {
    expect(changesBetween([{ from: 1 }], [{ from: 2 }])).toEqual([{ path: '/0/from', before: 1, after: 2 }]);
  });
});
