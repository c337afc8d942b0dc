/** What rules of a drawn shop give, and how it is held: benefits of every kind, small enough to collide. */
import fc from 'fast-check';
import type { Benefit, Budget, Grant, Hold, PerReferrerCap } from '../../src/domain/program/document.ts';

/** The perks every drawn programme has: an event's seats, a closed course, codes of a partner's shop. */
export const PERKS = ['seat', 'course', 'voucher'] as const;

export const chance = <T>(arbitrary: fc.Arbitrary<T>, freq = 2): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null, freq });

const days = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });
const reasons = fc.constantFrom<Hold['reasons']>([], [], ['review'], ['review', 'tax-data']);
const hold: fc.Arbitrary<Hold> = fc.oneof(
  fc.record({ days: days(4), from: fc.constant('delivery' as const), orFromPaymentDays: chance(days(6)), reasons }),
  fc.record({ days: days(3), from: fc.constant('payment' as const), orFromPaymentDays: fc.constant(null), reasons }),
  fc.constant<Hold>({ days: null, from: 'payment', orFromPaymentDays: null, reasons: ['review'] }),
);
export const mayHold = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: hold });
const expiry = chance(fc.integer({ min: 1, max: 8 }), 2);
const basisPoints = fc.oneof(fc.bigInt(1n, 10_000n), fc.constantFrom(1_000n, 3_333n, 5_000n, 10_000n));

export const percent = fc.record({
  kind: fc.constantFrom('credit' as const, 'commission' as const),
  how: fc.constant('percent' as const),
  basisPoints,
  maxMinor: chance(fc.bigInt(1n, 200n)),
  of: fc.constant('base' as const),
});
export const fixed = fc.record({
  kind: fc.constant('credit' as const),
  how: fc.constant('fixed' as const),
  amountMinor: fc.bigInt(1n, 120n),
});
export const points = fc.record({
  kind: fc.constant('points' as const),
  how: fc.constant('per' as const),
  perMinor: fc.bigInt(1n, 20n),
  points: fc.bigInt(1n, 3n),
  maxPoints: chance(fc.bigInt(1n, 100n)),
  of: fc.constant('base' as const),
});
export const fixedPoints = fc.record({
  kind: fc.constant('points' as const),
  how: fc.constant('fixed' as const),
  points: fc.bigInt(1n, 50n),
});
export const steps = fc
  .record({
    kind: fc.constant('credit' as const),
    how: fc.constant('steps' as const),
    mode: fc.constantFrom('marginal' as const, 'retroactive' as const, 'milestone' as const),
    per: fc.constantFrom('life' as const, 'life' as const, 'month' as const),
    froms: fc.subarray([1, 2, 3], { minLength: 1 }),
    first: fc.bigInt(1n, 60n),
    rise: fc.bigInt(0n, 60n),
  })
  .map(({ kind, how, mode, per, froms, first, rise }) => ({
    kind,
    how,
    steps: { mode, per, table: froms.map((from, index) => ({ from, amount: first + rise * BigInt(index) })) },
  }));
export const gift = fc.record({ kind: fc.constant('gift' as const), sku: fc.constant('SAMPLE'), costMinor: fc.bigInt(0n, 60n) });
export const perk = fc.record({ kind: fc.constant('perk' as const), perk: fc.constantFrom(...PERKS) });
export const choice = fc
  .record({
    kind: fc.constant('choice' as const),
    of: fc.subarray([...PERKS], { minLength: 2 }),
    fallback: fc.nat(1),
    withinDays: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ kind, of, fallback, withinDays }) => ({ kind, of, default: of[fallback] ?? PERKS[0], withinDays }));
export const donation = fc.record({
  kind: fc.constant('donation' as const),
  recipient: fc.constant('school'),
  how: fc.constant('fixed' as const),
  amountMinor: fc.bigInt(1n, 90n),
});
export const donatedShare = fc.record({
  kind: fc.constant('donation' as const),
  recipient: fc.constant('school'),
  how: fc.constant('percent' as const),
  basisPoints,
  maxMinor: chance(fc.bigInt(1n, 200n)),
  of: fc.constant('base' as const),
});
/** Whatever is no discount and needs no order. */
export const beyond: fc.Arbitrary<Benefit> = fc.oneof(gift, perk, perk, choice, choice, donation);

export const leg = (to: Grant['to'], benefit: fc.Arbitrary<Benefit>, accrue: Grant['accrue'] = 'whenPaid'): fc.Arbitrary<Grant> =>
  fc
    .record({ to: fc.constant(to), benefit, hold: mayHold, expiresAfterDays: expiry, accrue: fc.constant(accrue) })
    .map((drawn) => (isLot(drawn.benefit) ? drawn : { ...drawn, expiresAfterDays: null }));

const isLot = ({ kind }: Benefit): boolean => kind === 'credit' || kind === 'commission' || kind === 'points';

/** Where there is no order of the event's own, a hold can wait for no delivery. */
export const countedFromPayment = (one: Grant): Grant => ({
  ...one,
  hold: one.hold === null ? null : { ...one.hold, from: 'payment', orFromPaymentDays: null },
});

/** Mine, and perhaps theirs. */
export const bothOf = (mine: fc.Arbitrary<Grant>, theirs: fc.Arbitrary<Grant | null>): fc.Arbitrary<readonly Grant[]> =>
  fc.tuple(mine, theirs).map(([first, second]) => (second === null ? [first] : [first, second]));

export const couponLeg: fc.Arbitrary<Grant> = fc.record({
  to: fc.constant('friend' as const),
  benefit: fc.record({
    kind: fc.constant('coupon' as const),
    discount: fc.constantFrom(
      { how: 'percent' as const, basisPoints: 500n, maxMinor: null },
      { how: 'percent' as const, basisPoints: 500n, maxMinor: null },
      { how: 'amount' as const, amountMinor: 20n },
      { how: 'freeDelivery' as const, maxMinor: 30n },
    ),
    use: fc.constant('nextOrder' as const),
    validDays: chance(fc.integer({ min: 1, max: 5 }), 2),
    stackable: fc.boolean(),
  }),
  hold: mayHold,
  expiresAfterDays: fc.constant(null),
  accrue: fc.constant('whenPaid' as const),
});

export const cap: fc.Arbitrary<PerReferrerCap> = fc
  .record({
    count: chance(fc.integer({ min: 1, max: 3 })),
    amount: chance(fc.bigInt(120n, 300n)),
    per: fc.constantFrom('day' as const, 'month' as const, 'life' as const),
  })
  .map((drawn) => (drawn.count === null && drawn.amount === null ? { ...drawn, count: 2 } : drawn));
export const budget: fc.Arbitrary<Budget> = fc.record({ unit: fc.constant('money' as const), amount: fc.bigInt(240n, 900n) });
