/** Cases of steps, tiers and perks. */
import type { Check } from '../../../src/domain/program/lint/advice.ts';
import { KNOWN, knowing, LECTURE, tiered } from '../lint-builders.ts';
import { type LintCase, spent, steps } from './lint-case.ts';

export const tierCases = {
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
} as const satisfies Partial<Record<Check, LintCase>>;
