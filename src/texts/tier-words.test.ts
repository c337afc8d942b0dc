import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryProgram } from '../../test/support/arbitrary-program.ts';
import type { ProgramDocument, Steps, Tier } from '../domain/program/document.ts';
import type { TierCondition, TierExpiry } from '../domain/program/tier-condition.ts';
import { stepsWords } from './steps-words.ts';
import { termsText } from './terms-page.ts';

const count = fc.integer({ min: 1, max: 500 });
const within = fc.option(count, { nil: null });
const minor = fc.bigInt(1n, 2n ** 60n);

const condition: fc.Arbitrary<TierCondition> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('paidOrders' as const, 'qualifiedReferrals' as const, 'scoresGiven' as const),
    atLeast: count,
    withinDays: within,
  }),
  fc.record({ kind: fc.constantFrom('spend' as const, 'margin' as const), atLeastMinor: minor, withinDays: within }),
  fc.record({ kind: fc.constant('score' as const), atLeast: fc.integer({ min: 0, max: 10 }), required: fc.boolean() }),
  fc.record({ kind: fc.constant('noOpenComplaint' as const) }),
  fc.record({ kind: fc.constant('daysSinceJoining' as const), atLeast: count }),
);
const conditions = fc.array(condition, { maxLength: 3 });
const expiry: fc.Arbitrary<TierExpiry> = fc.oneof(
  fc.record({ kind: fc.constant('days' as const), days: count }),
  fc.record({ kind: fc.constant('months' as const), months: count }),
  fc.record({ kind: fc.constant('yearly' as const), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }),
);
const tier: fc.Arbitrary<Tier> = fc.record({
  id: fc.constant('gold'),
  name: fc.constant({ ru: 'Золото', en: 'Gold' }),
  badge: fc.constant(null),
  greeting: fc.constant(null),
  thankYou: fc.constant(null),
  entry: fc.record({ if: conditions, acceptance: fc.constantFrom('none' as const, 'partnerTerms' as const) }),
  keep: fc.option(conditions, { nil: null }),
  expiry: fc.option(expiry, { nil: null }),
  downgrade: fc.constantFrom('none' as const, 'oneStep' as const, 'toEarned' as const),
  graceDays: fc.integer({ min: 0, max: 60 }),
  warnDays: fc.constant(30),
  perks: fc.constant([]),
  replaces: fc.constant([]),
  rules: fc.constant([]),
});

/** What no text may hold: gaps, and what a missing value turns into. */
const HOLES = /undefined|null|NaN|\[object|«»|“”| {2}|\(\)|, ,|\.\.|: \./;

it('2-06 has words for every tier, its conditions, term and loss', () => {
  fc.assert(
    fc.property(arbitraryProgram, tier, (drawn, gold) => {
      const document: ProgramDocument = { ...drawn, name: { ru: 'Клуб', en: 'Club' }, rules: [], perks: [], tiers: [gold] };
      for (const locale of ['ru', 'en'] as const) {
        const text = termsText({ document, versionNumber: 1, effectiveFrom: null }, locale);
        expect(text).not.toMatch(HOLES);
        expect(text).toContain(locale === 'ru' ? 'Уровень «Золото»' : 'Tier “Gold”');
      }
    }),
    { numRuns: 200 },
  );
});

it.each([
  ['milestone', '300\u00a0₽ на баланс за 1 друга, ещё 600\u00a0₽ за 3 друзей', '₽300 as credit at 1 friend, another ₽600 at 3 friends'],
  [
    'marginal',
    'за каждого друга на баланс: 300\u00a0₽ начиная с номера 1, 600\u00a0₽ начиная с номера 3',
    'for each friend as credit: ₽300 from number 1 on, ₽600 from number 3 on',
  ],
  [
    'retroactive',
    'за всех друзей на баланс: по 300\u00a0₽ от 1 друга, по 600\u00a0₽ от 3 друзей',
    'for all your friends as credit: ₽300 each from 1 friend on, ₽600 each from 3 friends on',
  ],
] as const)('0-17 tells a growing bonus: %s', (mode, russian, english) => {
  const [document] = fc.sample(arbitraryProgram, 1);
  if (document === undefined) throw new Error('one was drawn');
  const roubles: ProgramDocument = { ...document, currency: 'RUB' };
  const steps: Steps = {
    mode,
    per: 'life',
    table: [
      { from: 1, amount: 30_000n },
      { from: 3, amount: 60_000n },
    ],
  };
  expect(stepsWords(steps, { document: roubles, locale: 'ru', where: ' на баланс', unit: 'money' })).toBe(russian);
  expect(stepsWords(steps, { document: roubles, locale: 'en', where: ' as credit', unit: 'money' })).toBe(english);
});
