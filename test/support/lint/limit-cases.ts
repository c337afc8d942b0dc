/** Cases of limits, holds, terms and who is taken to have brought whom. */
import type { Check } from '../../../src/domain/program/lint/advice.ts';
import { KNOWN, knowing, MUG, ruled, TO_FRIEND, TO_REFERRER } from '../lint-builders.ts';
import { attributed, type LintCase, leg, quiet, share } from './lint-case.ts';

export const limitCases = {
  'no-referrer-cap': {
    fires: [ruled({ caps: { perReferrer: null, budget: null } }), KNOWN],
    says: { ru: ['12\u00a0500\u00a0₽'], en: ['₽12,500'] },
    rests: quiet,
  },
  'no-budget': {
    fires: [ruled({}, { budget: null }), KNOWN],
    says: { ru: ['правило 1'], en: ['rule 1'] },
    rests: quiet,
  },
  'no-hold': {
    fires: [leg({ hold: null }), KNOWN],
    says: { ru: ['5 %'], en: ['5%'] },
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
    says: { ru: ['правила 1 '], en: ['rule 1 '] },
    rests: [ruled({}, { shortfall: 'clamp' }), KNOWN],
  },
  'never-expires': {
    fires: [leg({ expiresAfterDays: null }), KNOWN],
    says: { ru: ['правило 1', 'документе: 1'], en: ['rule 1', '1 reward has'] },
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
    says: { ru: ['Листья', '1'], en: ['Leaves', '1 reward'] },
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
    says: { ru: ['правило 1'], en: ['rule 1'] },
    rests: quiet,
  },
  'gift-offer-without-gift': {
    fires: [ruled({ grant: [TO_REFERRER] }, { offerStyle: 'gift' }), KNOWN],
    says: { ru: ['подарок другу', 'другу — 0'], en: ['1 reward', '0 of them'] },
    rests: [ruled({}, { offerStyle: 'gift' }), KNOWN],
  },
  'referrer-gains-more': {
    fires: [leg({ benefit: share(1_000n, 50_000n) }), KNOWN],
    says: { ru: ['правилу 1 '], en: ['rule 1 '] },
    rests: quiet,
  },
  'existing-customers-rewarded': {
    fires: [ruled({ if: [{ kind: 'paid', atLeastMinor: 100_000n }] }), KNOWN],
    says: { ru: ['62,5 %'], en: ['62.5%'] },
    rests: quiet,
  },
} as const satisfies Partial<Record<Check, LintCase>>;
