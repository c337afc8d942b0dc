import { describe, expect, it } from 'vitest';
import { copyOf, freeId, idsIn, inserted, relocated, without } from './list-items.ts';

describe('a list of a document', () => {
  it('takes an item in at its place, and gives it back (1-15)', () => {
    expect(inserted(['a', 'c'], 1, 'b')).toEqual(['a', 'b', 'c']);
    expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
  });

  it('copies an item with ids nobody has, those of the rules inside it too', () => {
    const tier = { id: 'friend', name: { ru: 'Свой', en: 'Regular' }, rules: [{ id: 'rule-1' }, { id: 'rule-2' }] };
    const document = { rules: [{ id: 'rule-3' }], tiers: [tier] };
    const copy = copyOf(tier, idsIn(document));
    expect(copy).toEqual({ id: 'friend-1', name: tier.name, rules: [{ id: 'rule-4' }, { id: 'rule-5' }] });
    expect(new Set([...idsIn(document), ...idsIn(copy)]).size).toBe(7);
  });

  it('finds the first free number', () => {
    expect(freeId('perk', ['perk-1', 'perk-3'])).toBe('perk-2');
    expect(freeId('perk', [])).toBe('perk-1');
  });

  it('keeps what was open open when items change places, and closes what is gone', () => {
    const opened = new Set(['/rules/0', '/rules/2/grant/1', '/tiers/0']);
    expect([...relocated(opened, '/rules', [2, 0, 1])]).toEqual(['/rules/1', '/rules/0/grant/1', '/tiers/0']);
    expect([...relocated(opened, '/rules', [1, 2])]).toEqual(['/rules/1/grant/1', '/tiers/0']);
    expect([...relocated(opened, '/rules', [0, -1, 1, 2])]).toEqual(['/rules/0', '/rules/3/grant/1', '/tiers/0']);
  });
});
