/** Cases of prices and margins. */
import type { Check } from '../../../src/domain/program/lint/advice.ts';
import { CAREFUL, KNOWN, knowing, MUG, ruled, TO_FRIEND, TO_REFERRER, UNKNOWN, withMargin } from '../lint-builders.ts';
import { cash, credit, type LintCase, leg, off, quiet, share } from './lint-case.ts';

export const priceCases = {
  'pay-for-recruitment': {
    fires: [ruled({ on: 'referral.registered', if: [], grant: [cash, MUG] }), UNKNOWN],
    says: { ru: ['Правило 1 '], en: ['Rule 1 '] },
    rests: [ruled({ grant: [cash, MUG] }), UNKNOWN],
  },
  'reward-above-margin': {
    fires: [CAREFUL, withMargin(900n)],
    says: { ru: ['1\u00a0000\u00a0₽', '400\u00a0₽', '90\u00a0₽', '40 %', '9 %'], en: ['₽1,000', '₽400', '₽90', '40%', '9%'] },
    rests: [CAREFUL, withMargin(4_000n)],
  },
  'flat-discount-for-all': {
    fires: [ruled({ if: [], grant: [{ ...TO_FRIEND, benefit: off(2_000n), hold: null }] }), KNOWN],
    says: { ru: ['20 %'], en: ['20%'] },
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
    says: { ru: ['5 %', '50\u00a0000\u00a0₽', '2\u00a0500\u00a0₽'], en: ['5%', '₽50,000', '₽2,500'] },
    rests: quiet,
  },
  'reward-below-notice': {
    fires: [leg({ benefit: share(40n, 50_000n) }), KNOWN],
    says: { ru: ['0,4 %', '8\u00a0₽'], en: ['0.4%', '₽8'] },
    rests: quiet,
  },
  'only-price-rewards': {
    fires: [ruled({ grant: [TO_REFERRER, TO_FRIEND] }), KNOWN],
    says: { ru: ['2'], en: ['2'] },
    rests: quiet,
  },
  'margin-unknown': {
    fires: [CAREFUL, UNKNOWN],
    says: { ru: ['40 %', '400\u00a0₽'], en: ['40%', '₽400'] },
    rests: quiet,
  },
  'stack-above-share': {
    fires: [CAREFUL, { ...knowing({ margin: { basisPoints: 2_000n, orders: 12 } }), owner: UNKNOWN.owner }],
    says: { ru: ['25 %', '20 %', '12 заказов'], en: ['25%', '20%', '12 orders'] },
    rests: [CAREFUL, { ...knowing({ margin: { basisPoints: 2_500n, orders: 12 } }), owner: UNKNOWN.owner }],
  },
  'reward-below-handling': {
    fires: [CAREFUL, { ...KNOWN, owner: { ...KNOWN.owner, handlingCost: { amountMinor: 300_000n, currency: 'RUB' } } }],
    says: { ru: ['100\u00a0₽', '3\u00a0000\u00a0₽', '31'], en: ['₽100', '₽3,000', '31'] },
    rests: [CAREFUL, { ...KNOWN, owner: { ...KNOWN.owner, handlingCost: { amountMinor: 5_000n, currency: 'RUB' } } }],
  },
  'tax-inside-percent': {
    fires: [ruled({}, { percentOf: { tax: 'included' } }), KNOWN],
    says: { ru: ['2', '20 %'], en: ['2 rewards', '20%'] },
    rests: quiet,
  },
} as const satisfies Partial<Record<Check, LintCase>>;
