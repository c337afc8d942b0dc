import { describe, expect, it } from 'vitest';
import { AT_RULE, both, CREDIT, issuesOf, POINTS, TENTH, THIS_ORDER, withGrant } from '../../../test/support/program-builders.ts';
import type { Benefit, ProgramDocument } from './document.ts';
import { validateProgram } from './validate-program.ts';

describe('validateProgram on what the friend gains (1-21)', () => {
  const coupon = (basisPoints: bigint): Benefit => ({
    ...THIS_ORDER,
    use: 'nextOrder',
    discount: { how: 'percent', basisPoints, maxMinor: null },
  });
  const refused = [`friend_gets_less ${AT_RULE}/grant`];

  it.each<[string, ProgramDocument, string[]]>([
    ['the same credit', both(CREDIT, CREDIT), []],
    ['less credit', both(CREDIT, { kind: 'credit', how: 'fixed', amountMinor: 9_999n }), refused],
    ['a lower rate', both(TENTH, { ...TENTH, basisPoints: 999n }), refused],
    ['the same rate with a maximum', both(TENTH, { ...TENTH, maxMinor: 100n }), refused],
    [
      'fewer points per rouble',
      both(
        { kind: 'points', how: 'per', perMinor: 100n, points: 1n, maxPoints: null, of: 'base' },
        { kind: 'points', how: 'per', perMinor: 300n, points: 2n, maxPoints: null, of: 'base' },
      ),
      refused,
    ],
    ['a smaller coupon', both(coupon(1000n), coupon(500n)), refused],
    ['a coupon against credit, which nobody can compare', both(TENTH, coupon(500n)), []],
    ['points against credit', both(CREDIT, POINTS), []],
    ['nothing, in a one-sided programme (1-02)', withGrant({ to: 'referrer' }), []],
  ])('judges a friend who gets %s', (_what, document, expected) => {
    expect(issuesOf(document)).toEqual(expected);
  });

  it('lets the author say that the referrer gains more', () => {
    expect(validateProgram(both(TENTH, { ...TENTH, basisPoints: 1n }), new Set(['rule']))).toEqual([]);
  });
});
