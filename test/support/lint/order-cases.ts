/** Cases of law, of what is paid for, and of what meets on one order. */
import type { Check } from '../../../src/domain/program/lint/advice.ts';
import { CAREFUL, CAREFUL_RULE, KNOWN, knowing, MUG, ruled, TO_FRIEND, TO_REFERRER, tiered, UNKNOWN } from '../lint-builders.ts';
import { cash, cashback, credit, type LintCase, quiet } from './lint-case.ts';

export const orderCases = {
  'pays-regular-purchases': {
    fires: [cashback, KNOWN],
    says: { ru: ['Правило 1 ', '62,5 %', '4\u00a0812 заказов'], en: ['Rule 1 ', '62.5%', '4,812 orders'] },
    rests: quiet,
  },
  'sign-up-rewarded': {
    fires: [ruled({ on: 'member.signed_up', if: [], grant: [{ ...TO_REFERRER, benefit: credit(10_000n), hold: null }, MUG] }), UNKNOWN],
    says: { ru: ['Правило 1 ', 'Регистрация'], en: ['Rule 1 ', 'sign-up'] },
    rests: quiet,
  },
  'paid-per-event': {
    fires: [ruled({ on: 'referral.registered', if: [] }), UNKNOWN],
    says: { ru: ['Правило 1 ', 'с тем же номером'], en: ['Rule 1 ', 'of the same id'] },
    rests: [ruled({ on: 'referral.qualified', if: [] }), UNKNOWN],
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
    says: { ru: ['правило 1'], en: ['rule 1'] },
    rests: quiet,
  },
  'terms-missing': {
    fires: [ruled({ grant: [cash, MUG] }), KNOWN],
    says: { ru: ['Правило 1 '], en: ['Rule 1 '] },
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
    says: { ru: ['Правила 1 и 2', 'рекомендателю'], en: ['Rules 1 and 2', 'the referrer'] },
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
    says: { ru: ['1\u00a0000\u00a0₽', '62,34 %', '3\u00a0000'], en: ['₽1,000', '62.34%', '3,000'] },
    rests: [CAREFUL, knowing({ ordersBelow: new Map([['100000', 2_000]]) })],
  },
} as const satisfies Partial<Record<Check, LintCase>>;
