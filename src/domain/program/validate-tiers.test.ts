import { describe, expect, it } from 'vitest';
import { DOCUMENT, issuesOf, RULE } from '../../../test/support/program-builders.ts';
import { ladder, tier } from '../../../test/support/tier-builders.ts';
import type { TierCondition } from './tier-condition.ts';

const orders = (atLeast: number, withinDays: number | null = null): TierCondition => ({ kind: 'paidOrders', atLeast, withinDays });
const entry = (...conditions: TierCondition[]) => ({ entry: { if: conditions, acceptance: 'none' as const } });

describe('tiers that cannot work', () => {
  it.each<[string, ReturnType<typeof ladder>, readonly string[]]>([
    ['a ladder that works', ladder(tier('one', entry(orders(1))), tier('two', entry(orders(2)))), []],
    ['an id with spaces', ladder(tier('a b', entry(orders(1)))), ['tier_id_malformed /tiers/0/id']],
    ['an id twice', ladder(tier('one', entry(orders(1))), tier('one', entry(orders(2)))), ['tier_id_repeated /tiers/1/id']],
    ['a name without words', ladder(tier('one', { ...entry(orders(1)), name: { ru: ' ', en: 'One' } })), ['text_empty /tiers/0/name/ru']],
    ['a perk that is not there', ladder(tier('one', { ...entry(orders(1)), perks: ['webinar'] })), ['perk_unknown /tiers/0/perks/0']],
    [
      'a rule to replace that is not there',
      ladder(tier('one', { ...entry(orders(1)), replaces: ['other'] })),
      ['rule_unknown /tiers/0/replaces/0'],
    ],
    ['the programme’s own rule replaced', ladder(tier('one', { ...entry(orders(1)), replaces: [RULE.id] })), []],
    [
      'a rule id used by the programme itself',
      ladder(tier('one', { ...entry(orders(1)), rules: [RULE] })),
      ['rule_id_repeated /tiers/0/rules/0/id'],
    ],
    [
      'a rule wrong by itself',
      ladder(tier('one', { ...entry(orders(1)), rules: [{ ...RULE, id: 'own', grant: [] }] })),
      ['grant_missing /tiers/0/rules/0/grant'],
    ],
    ['no orders at all', ladder(tier('one', entry(orders(0)))), ['number_out_of_range /tiers/0/entry/if/0/paidOrders/atLeast']],
    ['a window of no days', ladder(tier('one', entry(orders(1, 0)))), ['number_out_of_range /tiers/0/entry/if/0/paidOrders/withinDays']],
    [
      'a score above ten',
      ladder(tier('one', { ...entry(orders(1)), keep: [{ kind: 'score', atLeast: 11, required: false }] })),
      ['number_out_of_range /tiers/0/keep/if/0/score/atLeast'],
    ],
    [
      '30 February',
      ladder(tier('one', { ...entry(orders(1)), expiry: { kind: 'yearly', month: 2, day: 30 } })),
      ['value_not_allowed /tiers/0/expiry/yearly'],
    ],
    [
      '29 February, which comes in some years',
      ladder(tier('one', { ...entry(orders(1)), expiry: { kind: 'yearly', month: 2, day: 29 } })),
      [],
    ],
    [
      'a share above the whole',
      { ...DOCUMENT, margin: { basisPoints: 10_001n, categories: [] } },
      ['number_out_of_range /margin/basisPoints'],
    ],
  ])('%s', (_name, document, issues) => {
    expect(issuesOf(document)).toEqual(issues);
  });

  it.each<[string, TierCondition[], TierCondition[], boolean]>([
    ['the same conditions above', [orders(2)], [orders(2)], false],
    ['easier ones above', [orders(3)], [orders(2)], false],
    ['harder ones above', [orders(2)], [orders(3)], true],
    ['a longer window above', [orders(2, 30)], [orders(2, 90)], false],
    ['a shorter window above', [orders(2, 90)], [orders(2, 30)], true],
    ['one more condition above', [orders(2)], [orders(2), { kind: 'noOpenComplaint' }], true],
    ['one less above', [orders(2), { kind: 'noOpenComplaint' }], [orders(2)], false],
    ['nothing asked above', [orders(2)], [], false],
    ['another metric above', [orders(2)], [{ kind: 'qualifiedReferrals', atLeast: 1, withinDays: null }], true],
    ['a score asked for above', [{ kind: 'score', atLeast: 7, required: false }], [{ kind: 'score', atLeast: 7, required: true }], true],
  ])('nobody stands below %s: reachable %#', (_name, below, above, isReachable) => {
    const issues = issuesOf(ladder(tier('one', entry(...below)), tier('two', entry(...above))));
    expect(issues).toEqual(isReachable ? [] : ['tier_unreachable /tiers/0/entry']);
  });

  it('an invitation above leaves the tier below to those who have not accepted', () => {
    const above = tier('two', { entry: { if: [orders(1)], acceptance: 'partnerTerms' } });
    expect(issuesOf(ladder(tier('one', entry(orders(2))), above))).toEqual([]);
  });

  it('entering a tier rewards nobody but who enters', () => {
    const rule = {
      ...RULE,
      id: 'own',
      on: 'tier.entered' as const,
      grant: RULE.grant.map((grant) => ({ ...grant, to: 'referrer' as const })),
    };
    expect(issuesOf(ladder(tier('one', { ...entry(orders(1)), rules: [rule] })))).toContain(
      'tier_trigger_not_member /tiers/0/rules/0/grant',
    );
  });

  it('a programme may have rules in its tiers alone', () => {
    const own = tier('one', { ...entry(orders(1)), rules: [{ ...RULE, id: 'own' }] });
    expect(issuesOf({ ...ladder(own), rules: [] })).toEqual([]);
    expect(issuesOf({ ...ladder(tier('one', entry(orders(1)))), rules: [] })).toEqual(['rules_missing /rules']);
  });
});
