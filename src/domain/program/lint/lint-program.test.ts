import { describe, expect, it } from 'vitest';
import {
  AT,
  adviceOf,
  CAREFUL,
  CAREFUL_RULE,
  checksOf,
  FIGURES,
  KNOWN,
  knowing,
  LECTURE,
  MUG,
  ruled,
  TO_FRIEND,
  TO_REFERRER,
  tiered,
  UNKNOWN,
  withMargin,
} from '../../../../test/support/lint-builders.ts';
import type { Benefit, Grant, ProgramDocument } from '../document.ts';
import { CHECKS, type Check } from './advice.ts';
import type { LintKnowledge } from './check.ts';
import { lintProgram } from './lint-program.ts';

type Case = readonly [document: ProgramDocument, known: LintKnowledge];

interface Table {
  readonly fires: Case;
  /** Numbers of the document or the shop, as each language writes them. */
  readonly says: { readonly ru: readonly string[]; readonly en: readonly string[] };
  readonly rests: Case;
}

const credit = (amountMinor: bigint): Benefit => ({ kind: 'credit', how: 'fixed', amountMinor });
const share = (basisPoints: bigint, maxMinor: bigint | null = null): Benefit => ({
  kind: 'credit',
  how: 'percent',
  basisPoints,
  maxMinor,
  of: 'base',
});
const off = (basisPoints: bigint, more: Partial<Extract<Benefit, { kind: 'coupon' }>> = {}): Benefit => ({
  kind: 'coupon',
  discount: { how: 'percent', basisPoints, maxMinor: null },
  use: 'thisOrder',
  validDays: null,
  stackable: false,
  ...more,
});
const cash: Grant = { ...TO_REFERRER, benefit: { kind: 'commission', how: 'fixed', amountMinor: 50_000n } };
const buyer = (benefit: Benefit): Grant => ({ ...TO_FRIEND, to: 'buyer', benefit });
const leg = (grant: Partial<Grant>): ProgramDocument => ruled({ grant: [{ ...TO_REFERRER, ...grant }, TO_FRIEND, MUG] });
const attributed = (attribution: Partial<ProgramDocument['attribution']>, more: Partial<ProgramDocument> = {}): ProgramDocument => ({
  ...CAREFUL,
  ...more,
  attribution: { ...CAREFUL.attribution, ...attribution },
});
const steps = (mode: 'marginal' | 'retroactive'): ProgramDocument =>
  leg({
    benefit: {
      kind: 'credit',
      how: 'steps',
      steps: {
        mode,
        per: 'life',
        table: [
          { from: 1, amount: 10_000n },
          { from: 10, amount: 20_000n },
        ],
      },
    },
  });
const spent = (atLeastMinor: bigint) => ({ if: [{ kind: 'spend', atLeastMinor, withinDays: null }], acceptance: 'none' }) as const;
const quiet: Case = [CAREFUL, KNOWN];
const cashback = ruled({ id: 'cashback', if: [], grant: [buyer(share(500n, 50_000n))], caps: { perReferrer: null, budget: null } });

const TABLE: Readonly<Record<Check, Table>> = {
  'pay-for-recruitment': {
    fires: [ruled({ on: 'referral.registered', if: [], grant: [cash, MUG] }), UNKNOWN],
    says: { ru: ['friend'], en: ['friend'] },
    rests: [ruled({ grant: [cash, MUG] }), UNKNOWN],
  },
  'reward-above-margin': {
    fires: [CAREFUL, withMargin(900n)],
    says: { ru: ['1\u00a0000\u00a0₽', '400\u00a0₽', '90\u00a0₽', '40\u00a0%', '9\u00a0%'], en: ['₽1,000', '₽400', '₽90', '40%', '9%'] },
    rests: [CAREFUL, withMargin(4_000n)],
  },
  'flat-discount-for-all': {
    fires: [ruled({ if: [], grant: [{ ...TO_FRIEND, benefit: off(2_000n), hold: null }] }), KNOWN],
    says: { ru: ['20\u00a0%'], en: ['20%'] },
    rests: quiet,
  },
  'no-minimum-order': {
    fires: [ruled({ if: [{ kind: 'newCustomer', is: true }] }), KNOWN],
    says: { ru: ['2\u00a0000\u00a0₽'], en: ['₽2,000'] },
    rests: quiet,
  },
  'fixed-above-minimum': {
    fires: [leg({ benefit: credit(100_000n) }), KNOWN],
    says: { ru: ['1\u00a0000\u00a0₽', '1\u00a0350\u00a0₽'], en: ['₽1,000', '₽1,350'] },
    rests: quiet,
  },
  'percent-without-max': {
    fires: [leg({ benefit: share(500n) }), KNOWN],
    says: { ru: ['5\u00a0%', '50\u00a0000\u00a0₽', '2\u00a0500\u00a0₽'], en: ['5%', '₽50,000', '₽2,500'] },
    rests: quiet,
  },
  'reward-below-notice': {
    fires: [leg({ benefit: share(40n, 50_000n) }), KNOWN],
    says: { ru: ['0,4\u00a0%', '8\u00a0₽'], en: ['0.4%', '₽8'] },
    rests: quiet,
  },
  'only-price-rewards': {
    fires: [ruled({ grant: [TO_REFERRER, TO_FRIEND] }), KNOWN],
    says: { ru: ['2'], en: ['2'] },
    rests: quiet,
  },
  'margin-unknown': {
    fires: [CAREFUL, UNKNOWN],
    says: { ru: ['40\u00a0%', '400\u00a0₽'], en: ['40%', '₽400'] },
    rests: quiet,
  },
  'stack-above-share': {
    fires: [CAREFUL, { ...knowing({ margin: { basisPoints: 2_000n, orders: 12 } }), owner: UNKNOWN.owner }],
    says: { ru: ['25\u00a0%', '20\u00a0%', '12 заказов'], en: ['25%', '20%', '12 orders'] },
    rests: [CAREFUL, { ...knowing({ margin: { basisPoints: 2_500n, orders: 12 } }), owner: UNKNOWN.owner }],
  },
  'reward-below-handling': {
    fires: [CAREFUL, { ...KNOWN, owner: { ...KNOWN.owner, handlingCost: { amountMinor: 300_000n, currency: 'RUB' } } }],
    says: { ru: ['100\u00a0₽', '3\u00a0000\u00a0₽', '31'], en: ['₽100', '₽3,000', '31'] },
    rests: [CAREFUL, { ...KNOWN, owner: { ...KNOWN.owner, handlingCost: { amountMinor: 5_000n, currency: 'RUB' } } }],
  },
  'tax-inside-percent': {
    fires: [ruled({}, { percentOf: { tax: 'included' } }), KNOWN],
    says: { ru: ['2', '20 %'], en: ['2 legs', '20%'] },
    rests: quiet,
  },
  'no-referrer-cap': {
    fires: [ruled({ caps: { perReferrer: null, budget: null } }), KNOWN],
    says: { ru: ['12\u00a0500\u00a0₽'], en: ['₽12,500'] },
    rests: quiet,
  },
  'no-budget': {
    fires: [ruled({}, { budget: null }), KNOWN],
    says: { ru: ['friend'], en: ['friend'] },
    rests: quiet,
  },
  'no-hold': {
    fires: [leg({ hold: null }), KNOWN],
    says: { ru: ['5\u00a0%'], en: ['5%'] },
    rests: quiet,
  },
  'hold-shorter-than-returns': {
    fires: [leg({ hold: { days: 5, from: 'payment', orFromPaymentDays: null, reasons: [] } }), KNOWN],
    says: { ru: ['5 дней', '9 дней', '14 дней'], en: ['5 days', '9 days', '14 days'] },
    rests: quiet,
  },
  'hold-waits-for-delivery': {
    fires: [leg({ hold: { days: 14, from: 'delivery', orFromPaymentDays: null, reasons: [] } }), knowing({ deliveredOrders: 0 })],
    says: { ru: ['14 дней', '4\u00a0812'], en: ['14 days', '4,812'] },
    rests: [leg({ hold: { days: 14, from: 'delivery', orFromPaymentDays: null, reasons: [] } }), KNOWN],
  },
  'all-reviewed-by-hand': {
    fires: [leg({ hold: { days: 14, from: 'payment', orFromPaymentDays: null, reasons: ['review'] } }), KNOWN],
    says: { ru: ['150'], en: ['150'] },
    rests: quiet,
  },
  'debts-forgiven': {
    fires: [ruled({ grant: [{ ...TO_REFERRER, hold: null }, TO_FRIEND, MUG] }, { shortfall: 'clamp' }), KNOWN],
    says: { ru: ['friend'], en: ['friend'] },
    rests: [ruled({}, { shortfall: 'clamp' }), KNOWN],
  },
  'never-expires': {
    fires: [leg({ expiresAfterDays: null }), KNOWN],
    says: { ru: ['friend', '1'], en: ['friend', '1 leg'] },
    rests: quiet,
  },
  'expires-before-next-order': {
    fires: [leg({ expiresAfterDays: 30 }), KNOWN],
    says: { ru: ['30 дней', '45 дней', '90 дней'], en: ['30 days', '45 days', '90 days'] },
    rests: [leg({ expiresAfterDays: 45 }), KNOWN],
  },
  'points-cannot-be-spent': {
    fires: [
      ruled(
        { grant: [{ ...TO_REFERRER, benefit: { kind: 'points', how: 'fixed', points: 100n } }, TO_FRIEND, MUG] },
        { points: { name: { ru: 'Листья', en: 'Leaves' }, value: null } },
      ),
      KNOWN,
    ],
    says: { ru: ['Листья', '1'], en: ['Leaves', '1 leg'] },
    rests: quiet,
  },
  'window-shorter-than-cycle': {
    fires: [attributed({ windowDays: 21 }), KNOWN],
    says: { ru: ['21 день', '45 дней'], en: ['21 days', '45 days'] },
    rests: [attributed({ windowDays: 45 }), KNOWN],
  },
  'window-very-long': {
    fires: [attributed({ windowDays: 400 }), KNOWN],
    says: { ru: ['400 дней'], en: ['400 days'] },
    rests: quiet,
  },
  'lock-before-order': {
    fires: [attributed({ lockAt: 'signUp' }), KNOWN],
    says: { ru: ['60 дней'], en: ['60 days'] },
    rests: quiet,
  },
  'last-touch-in-public': {
    fires: [attributed({ touch: 'last' }, { sharing: 'public' }), KNOWN],
    says: { ru: ['60 дней'], en: ['60 days'] },
    rests: [attributed({ touch: 'last' }), KNOWN],
  },
  'friend-gets-nothing': {
    fires: [ruled({ grant: [TO_REFERRER] }), KNOWN],
    says: { ru: ['friend'], en: ['friend'] },
    rests: quiet,
  },
  'referrer-gains-more': {
    fires: [leg({ benefit: share(1_000n, 50_000n) }), KNOWN],
    says: { ru: ['friend'], en: ['friend'] },
    rests: quiet,
  },
  'existing-customers-rewarded': {
    fires: [ruled({ if: [{ kind: 'paid', atLeastMinor: 100_000n }] }), KNOWN],
    says: { ru: ['62,5\u00a0%'], en: ['62.5%'] },
    rests: quiet,
  },
  'pays-regular-purchases': {
    fires: [cashback, KNOWN],
    says: { ru: ['cashback', '62,5\u00a0%', '4\u00a0812 заказов'], en: ['cashback', '62.5%', '4,812 orders'] },
    rests: quiet,
  },
  'sign-up-rewarded': {
    fires: [ruled({ on: 'member.signed_up', if: [], grant: [{ ...TO_REFERRER, benefit: credit(10_000n), hold: null }, MUG] }), UNKNOWN],
    says: { ru: ['friend', 'member.signed_up'], en: ['friend', 'member.signed_up'] },
    rests: quiet,
  },
  'cash-without-tax-data': {
    fires: [ruled({ grant: [cash, MUG] }), KNOWN],
    says: { ru: ['4\u00a0000\u00a0₽', '8 наград', '500\u00a0₽'], en: ['₽4,000', '8 rewards', '₽500'] },
    rests: [
      ruled({ grant: [{ ...cash, hold: { days: 14, from: 'payment', orFromPaymentDays: null, reasons: ['tax-data'] } }, MUG] }),
      KNOWN,
    ],
  },
  'gift-above-threshold': {
    fires: [ruled({ grant: [{ ...MUG, to: 'referrer' }, TO_FRIEND] }), KNOWN],
    says: { ru: ['6\u00a0000\u00a0₽', '20', '300\u00a0₽', '4\u00a0000\u00a0₽'], en: ['₽6,000', '20', '₽300', '₽4,000'] },
    rests: quiet,
  },
  'public-sharing-for-reward': {
    fires: [ruled({}, { sharing: 'public' }), KNOWN],
    says: { ru: ['friend'], en: ['friend'] },
    rests: quiet,
  },
  'terms-missing': {
    fires: [ruled({ grant: [cash, MUG] }), KNOWN],
    says: { ru: ['friend'], en: ['friend'] },
    rests: [
      {
        ...tiered({ entry: { if: [], acceptance: 'partnerTerms' }, rules: [{ ...CAREFUL_RULE, id: 'partner', grant: [cash, MUG] }] }),
        rules: [],
      },
      KNOWN,
    ],
  },
  'programmes-overlap': {
    fires: [CAREFUL, { ...KNOWN, others: [{ name: { ru: 'Кешбэк', en: 'Cashback' }, document: ruled({ id: 'other' }) }] }],
    says: { ru: ['Кешбэк', '1\u00a0000\u00a0₽', '500\u00a0₽'], en: ['Cashback', '₽1,000', '₽500'] },
    rests: [CAREFUL, { ...KNOWN, others: [{ name: { ru: 'Кешбэк', en: 'Cashback' }, document: cashback }] }],
  },
  'rules-overlap': {
    fires: [{ ...CAREFUL, rules: [CAREFUL_RULE, { ...CAREFUL_RULE, id: 'twice' }] }, KNOWN],
    says: { ru: ['friend', 'twice'], en: ['friend', 'twice'] },
    rests: [
      {
        ...CAREFUL,
        rules: [
          CAREFUL_RULE,
          { ...CAREFUL_RULE, id: 'second', if: [{ kind: 'orderNumber', is: 2, atLeast: null }, ...CAREFUL_RULE.if.slice(1)] },
        ],
      },
      KNOWN,
    ],
  },
  'orders-in-another-currency': {
    fires: [CAREFUL, knowing({ currency: 'USD' })],
    says: { ru: ['RUB', 'USD', '4\u00a0812 заказов'], en: ['RUB', 'USD', '4,812 orders'] },
    rests: quiet,
  },
  'minimum-above-orders': {
    fires: [CAREFUL, knowing({ ordersBelow: new Map([['100000', 3_000]]) })],
    says: { ru: ['1\u00a0000\u00a0₽', '62,34\u00a0%', '3\u00a0000'], en: ['₽1,000', '62.34%', '3,000'] },
    rests: [CAREFUL, knowing({ ordersBelow: new Map([['100000', 2_000]]) })],
  },
  'steps-cliff': {
    fires: [steps('retroactive'), KNOWN],
    says: { ru: ['номер 10', '1\u00a0100\u00a0₽', '200\u00a0₽'], en: ['number 10', '₽1,100', '₽200'] },
    rests: [steps('marginal'), KNOWN],
  },
  'friend-number-out-of-reach': {
    fires: [steps('marginal'), knowing({ mostReferrals: 3 })],
    says: { ru: ['10 друзей', '3 друзей'], en: ['10 friends', 'more than 3'] },
    rests: [steps('marginal'), knowing({ mostReferrals: 10 })],
  },
  'tier-out-of-reach': {
    fires: [tiered({}), knowing({ tierReach: new Map([['tier-1', 3]]), customers: 4_812 })],
    says: { ru: ['3 из 4\u00a0812 клиентов'], en: ['3 of 4,812 customers'] },
    rests: [tiered({}), knowing({ tierReach: new Map([['tier-1', 49]]), customers: 4_812 })],
  },
  'tier-for-everybody': {
    fires: [tiered({}), knowing({ tierReach: new Map([['tier-1', 4_000]]), customers: 4_812 })],
    says: { ru: ['4\u00a0000 из 4\u00a0812 клиентов'], en: ['4,000 of 4,812 customers'] },
    rests: [tiered({}), knowing({ tierReach: new Map([['tier-1', 2_000]]), customers: 4_812 })],
  },
  'tier-changes-nothing': {
    fires: [tiered({ perks: [] }), KNOWN],
    says: { ru: ['Свой', '0'], en: ['Regular', '0 perks'] },
    rests: [tiered({}), KNOWN],
  },
  'tier-ends-before-next-order': {
    fires: [tiered({ expiry: { kind: 'months', months: 1 } }), KNOWN],
    says: { ru: ['30 дней', '45 дней'], en: ['30 days', '45 days'] },
    rests: [tiered({ expiry: { kind: 'months', months: 12 } }), KNOWN],
  },
  'tiers-by-spend-alone': {
    fires: [tiered({ entry: spent(400_000n) }), KNOWN],
    says: { ru: ['1'], en: ['1 tier'] },
    rests: [tiered({}), KNOWN],
  },
  'tier-without-grace': {
    fires: [tiered({ expiry: { kind: 'days', days: 365 }, graceDays: 0 }), KNOWN],
    says: { ru: ['30 дней'], en: ['30 days'] },
    rests: [tiered({ expiry: { kind: 'days', days: 365 } }), KNOWN],
  },
  'perk-without-capacity': {
    fires: [{ ...tiered({}), perks: [{ ...LECTURE, capacity: null }] }, knowing({ tierReach: new Map([['tier-1', 480]]) })],
    says: { ru: ['200\u00a0₽', '96\u00a0000\u00a0₽', '480'], en: ['₽200', '₽96,000', '480'] },
    rests: [tiered({}), KNOWN],
  },
  'perk-capacity-too-small': {
    fires: [{ ...tiered({}), perks: [{ ...LECTURE, capacity: 100 }] }, knowing({ tierReach: new Map([['tier-1', 480]]) })],
    says: { ru: ['100', '480', '380'], en: ['100 places', '480', '380'] },
    rests: [{ ...tiered({}), perks: [{ ...LECTURE, capacity: 480 }] }, knowing({ tierReach: new Map([['tier-1', 480]]) })],
  },
};

describe('each check of the linter', () => {
  it('has its row, and there are at least twenty-five', () => {
    expect(Object.keys(TABLE).sort()).toEqual([...CHECKS].sort());
    expect(CHECKS.length).toBeGreaterThanOrEqual(25);
  });

  it.each(CHECKS)('%s speaks where it should, in both languages, with the numbers at hand', (check) => {
    const { fires, says } = TABLE[check];
    const advice = adviceOf(check, ...fires);
    for (const locale of ['ru', 'en'] as const) {
      const text = [advice.reason, advice.evidence.text, advice.suggestion].map((part) => part[locale]).join(' ');
      for (const words of says[locale]) expect.soft(text, `${locale}: ${words}`).toContain(words);
    }
    expect(advice.evidence.source.ru).not.toBe('');
    expect(advice.where.path).toMatch(/^\//);
  });

  it.each(CHECKS)('%s is silent where there is nothing to say', (check) => {
    expect(checksOf(...TABLE[check].rests)).not.toContain(check);
  });

  it.each(CHECKS)('%s writes no undefined, no NaN, no object and no other language into its words', (check) => {
    const { reason, evidence, suggestion, cost } = adviceOf(check, ...TABLE[check].fires);
    for (const text of [reason, evidence.text, suggestion, ...(cost === null ? [] : [cost.how])]) {
      expect.soft(`${text.ru} ${text.en}`).not.toMatch(/undefined|NaN|\[object|null\b/);
      expect.soft(text.ru).toMatch(/[а-яё]/i);
    }
    for (const text of [reason, suggestion]) expect.soft(text.en.replaceAll(/“[^”]*”/g, '')).not.toMatch(/[а-яё]/i);
  });
});

describe('a draft as a whole', () => {
  const twentyToAll = ruled(
    { if: [], grant: [{ ...TO_FRIEND, benefit: off(2_000n), hold: null }], caps: { perReferrer: null, budget: null } },
    { budget: null },
  );
  const nonPrice: ProgramDocument = {
    ...tiered({}, { entry: { if: [{ kind: 'qualifiedReferrals', atLeast: 3, withinDays: null }], acceptance: 'none' } }),
    rules: [],
  };

  it('“20 % to all” has three named warnings or more and an estimate of its cost, with or without a history (0-01)', () => {
    for (const known of [UNKNOWN, KNOWN]) {
      const advice = lintProgram(twentyToAll, known);
      const warnings = new Set(advice.filter(({ severity }) => severity === 'warning').map(({ check }) => check));
      expect(warnings.size).toBeGreaterThanOrEqual(3);
      expect(warnings).toContain('flat-discount-for-all');
    }
    // 20 % of 2,500 roubles, 400 orders a month.
    expect(adviceOf('flat-discount-for-all', twentyToAll, KNOWN).cost).toMatchObject({ amountMinor: 20_000_000n, per: 'month' });
    expect(adviceOf('flat-discount-for-all', twentyToAll, UNKNOWN).cost).toMatchObject({ amountMinor: 20_000n, per: 'order' });
  });

  it('one of tiers without prices has none of those (0-01)', () => {
    const priced = new Set(checksOf(twentyToAll, KNOWN));
    expect(checksOf(nonPrice, KNOWN).filter((check) => priced.has(check))).toEqual([]);
    expect(checksOf(nonPrice, UNKNOWN)).toEqual([]);
  });

  it('that is careful leaves nothing to answer', () => {
    expect(lintProgram(CAREFUL, KNOWN).filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it('takes the margin from the document before the owner’s, and the owner’s before the lines’ (1-05)', () => {
    const document: ProgramDocument = { ...CAREFUL, margin: { basisPoints: 900n, categories: [] } };
    expect(checksOf(document, withMargin(9_000n))).toContain('reward-above-margin');
    const typed = { ...knowing({ margin: { basisPoints: 100n, orders: 5 } }), owner: withMargin(9_000n).owner };
    expect(checksOf(CAREFUL, typed)).not.toContain('reward-above-margin');
    const fromLines = { ...typed, owner: UNKNOWN.owner };
    expect(checksOf(CAREFUL, fromLines)).toContain('stack-above-share');
    expect(checksOf(CAREFUL, fromLines)).not.toContain('reward-above-margin');
  });

  it('stops for pay for recruitment without a way round it, and for a loss on each order with one (1-05)', () => {
    expect(adviceOf('pay-for-recruitment', ...TABLE['pay-for-recruitment'].fires)).toMatchObject({ severity: 'error', canOverride: false });
    expect(adviceOf('reward-above-margin', ...TABLE['reward-above-margin'].fires)).toMatchObject({ severity: 'error', canOverride: true });
  });

  it('counts above 2^53 exactly', () => {
    const large = { ...FIGURES, meanOrderMinor: 90_071_992_547_409_930n, ordersPerMonth: 3n };
    const advice = adviceOf('flat-discount-for-all', twentyToAll, { ...KNOWN, figures: large });
    expect(advice.cost?.amountMinor).toBe((90_071_992_547_409_930n / 5n) * 3n);
  });

  it('asks the law of the day it is read on', () => {
    const gifts = ruled(
      { grant: [{ ...MUG, to: 'referrer', benefit: { kind: 'gift', sku: 'CAR', costMinor: 6_000n } }, TO_FRIEND] },
      { currency: 'USD' },
    );
    expect(checksOf(gifts, { ...UNKNOWN, at: AT })).not.toContain('gift-above-threshold');
    expect(checksOf(gifts, { ...UNKNOWN, at: new Date('2025-11-20T12:00:00Z') })).toContain('gift-above-threshold');
  });
});
