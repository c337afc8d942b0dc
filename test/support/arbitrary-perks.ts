/** Perks of drawn programmes, and the benefits that are no discount. */
import fc from 'fast-check';
import type { Benefit } from '../../src/domain/program/document.ts';
import type { Perk } from '../../src/domain/program/perk-terms.ts';

const days = fc.integer({ min: 1, max: 400 });
const rate = fc.bigInt(1n, 10_000n);
const positive = fc.oneof(fc.bigInt(1n, 1_000_000n), fc.bigInt(1n, 100_000_000_000_000_000n));
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const localized = fc.record({ ru: fc.constantFrom('Курс', 'Вебинар'), en: fc.constantFrom('Course', 'Webinar') });

export const beyondDiscount: fc.Arbitrary<Benefit> = fc.oneof(
  fc.record({ kind: fc.constant('perk' as const), perk: fc.constantFrom('seat', 'course') }),
  fc.record({
    kind: fc.constant('choice' as const),
    of: fc.constant(['seat', 'course']),
    default: fc.constantFrom('seat', 'course'),
    withinDays: days,
  }),
  fc.record({
    kind: fc.constant('donation' as const),
    recipient: fc.constantFrom('Фонд', 'school'),
    how: fc.constant('fixed' as const),
    amountMinor: positive,
  }),
  fc.record({
    kind: fc.constant('donation' as const),
    recipient: fc.constantFrom('Фонд', 'school'),
    how: fc.constant('percent' as const),
    basisPoints: rate,
    maxMinor: maybe(positive),
    of: fc.constantFrom('base' as const, 'matchingLines' as const),
  }),
);

const perkTerms = {
  name: localized,
  costMinor: fc.bigInt(0n, 100_000n),
  capacity: maybe(fc.integer({ min: 1, max: 500 })),
  perMember: fc.integer({ min: 1, max: 5 }),
  perMemberBinds: fc.constant(true as const),
  validDays: maybe(days),
  revokeOnRefund: fc.boolean(),
  startsAt: maybe(fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })),
  endsAt: maybe(fc.date({ min: new Date('2027-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })),
  opensAt: fc.constant(null),
  earlierHours: fc.constant({}),
  url: maybe(fc.constant('https://shop.example/club')),
  lowStockAt: maybe(fc.integer({ min: 0, max: 10 })),
};

export const perks: fc.Arbitrary<readonly Perk[]> = fc.tuple(
  fc.record({ id: fc.constant('seat'), kind: fc.constantFrom('seat' as const, 'goods' as const), ...perkTerms }),
  fc.record({ id: fc.constant('course'), kind: fc.constantFrom('access' as const, 'service' as const, 'codes' as const), ...perkTerms }),
);
