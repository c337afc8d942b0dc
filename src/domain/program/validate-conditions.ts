import { isCurrency } from '../money/money.ts';
import { assertNever } from '../result.ts';
import type { Condition, LocalizedText, RuleTrigger } from './document.ts';
import { findContradictions } from './find-contradictions.ts';
import { findRangeIssue, type ProgramIssue, type ProgramIssueCode, pointer, unknownCurrencyIssue } from './program-issue.ts';
import { hasOrder } from './trigger.ts';
import { checkStorableAmount } from './validate-amount.ts';

const MAX_COUNT = 1_000_000;
const MAX_DAYS = 36_500;
const MAX_MONTHS = 1200;

/** Where a list of conditions stands; a null trigger is the programme's enrolment. */
export interface ConditionsContext {
  readonly field: string;
  readonly trigger: RuleTrigger | null;
  readonly currency: string;
  /** Whether a referrer is behind what is decided. */
  readonly isReferral?: boolean;
}

/** Every condition by itself, then the list as a whole. */
export function checkConditions(conditions: readonly Condition[], context: ConditionsContext): ProgramIssue[] {
  return [
    ...conditions.flatMap((condition, index) => {
      const field = pointer(pointer(context.field, index), condition.kind);
      return [...checkValues(condition, { field, currency: context.currency }), ...checkPlace(condition, field, context)];
    }),
    ...findContradictions(conditions, context),
  ];
}

function checkValues(condition: Condition, at: { readonly field: string; readonly currency: string }): ProgramIssue[] {
  const { field, currency } = at;
  switch (condition.kind) {
    case 'newCustomer':
    case 'referredAsNew':
      return [];
    case 'orderNumber':
    case 'referralNumber':
      return checkNumber(condition, field);
    case 'paid':
      return checkStorableAmount(condition.atLeastMinor, pointer(pointer(field, 'atLeast'), 'amountMinor'));
    case 'deliveredOrders':
    case 'paidOrders':
      return rangeIssues(condition.atLeast, { field: pointer(field, 'atLeast'), least: 0, most: MAX_COUNT });
    case 'sku':
    case 'category':
    case 'channel':
      return checkList(condition.in, pointer(field, 'in'));
    case 'currency':
      return checkCurrencies(condition.in, { field: pointer(field, 'in'), currency });
    case 'daysSince':
      return checkDaysSince(condition, field);
    case 'monthsSince':
      return rangeIssues(condition.atMost, { field: pointer(field, 'atMost'), least: 1, most: MAX_MONTHS });
    default:
      return assertNever(condition);
  }
}

function checkNumber(condition: Condition & { kind: 'orderNumber' | 'referralNumber' }, field: string): ProgramIssue[] {
  const { is, atLeast } = condition;
  if ((is === null) === (atLeast === null)) {
    return [
      {
        code: 'choose_one',
        field,
        text: {
          ru: 'Оставьте одно из двух: «is» (ровно этот по счёту) или «atLeast» (этот и следующие).',
          en: 'Keep one of the two: “is” (exactly this one) or “atLeast” (this one and later).',
        },
      },
    ];
  }
  return rangeIssues(is ?? atLeast ?? 0, { field: pointer(field, is === null ? 'atLeast' : 'is'), least: 1, most: MAX_COUNT });
}

function checkDaysSince(condition: Condition & { kind: 'daysSince' }, field: string): ProgramIssue[] {
  const { atLeast, atMost } = condition;
  if (atLeast === null && atMost === null) {
    return [
      { code: 'range_missing', field, text: { ru: 'Укажите «atLeast», «atMost» или оба.', en: 'Give “atLeast”, “atMost” or both.' } },
    ];
  }
  return [
    ...(atLeast === null ? [] : rangeIssues(atLeast, { field: pointer(field, 'atLeast'), least: 0, most: MAX_DAYS })),
    ...(atMost === null ? [] : rangeIssues(atMost, { field: pointer(field, 'atMost'), least: 0, most: MAX_DAYS })),
    ...(atLeast !== null && atMost !== null && atLeast > atMost ? [emptyRange(field, { atLeast, atMost })] : []),
  ];
}

function emptyRange(field: string, range: { readonly atLeast: number; readonly atMost: number }): ProgramIssue {
  const { atLeast, atMost } = range;
  return {
    code: 'range_empty',
    field,
    text: {
      ru: `Не бывает не меньше ${atLeast} и не больше ${atMost} дней сразу: поменяйте границы местами.`,
      en: `Nothing is at least ${atLeast} and at most ${atMost} days: swap the bounds.`,
    },
  };
}

function checkCurrencies(currencies: readonly string[], at: { readonly field: string; readonly currency: string }): ProgramIssue[] {
  const { field, currency } = at;
  const unknown = currencies.flatMap((code, index) => (isCurrency(code) ? [] : [unknownCurrencyIssue(pointer(field, index))]));
  if (currencies.includes(currency)) return unknown;
  return [
    ...unknown,
    {
      code: 'conditions_contradict',
      field,
      text: {
        ru: `Программа считает в ${currency}, и заказы в другой валюте в неё не входят: добавьте ${currency} или уберите условие.`,
        en: `The programme counts in ${currency} and takes no orders in another currency: add ${currency} or remove the condition.`,
      },
    },
  ];
}

function checkList(values: readonly string[], field: string): ProgramIssue[] {
  if (values.length > 0) return [];
  return [
    {
      code: 'list_empty',
      field,
      text: { ru: 'Список пуст: добавьте значение или уберите условие.', en: 'The list is empty: add a value or remove the condition.' },
    },
  ];
}

function checkPlace(condition: Condition, field: string, { trigger, isReferral }: ConditionsContext): ProgramIssue[] {
  if (trigger === null) return isForEnrolment(condition) ? [] : [misplaced('condition_not_for_enrolment', field, ENROLMENT_TEXT)];
  if (condition.kind === 'referredAsNew' && isReferral !== true) return [misplaced('condition_needs_referral', field, BROUGHT_TEXT)];
  if (condition.kind === 'referralNumber' && isReferral !== true) return [misplaced('condition_needs_referral', field, REFERRAL_TEXT)];
  if (condition.kind === 'referralNumber' && trigger === 'order.placed') return [misplaced('condition_needs_payment', field, COUNT_TEXT)];
  if (!hasOrder(trigger) && isAboutOrder(condition)) return [misplaced('condition_needs_order', field, orderText(trigger))];
  return trigger === 'order.placed' && condition.kind === 'orderNumber' ? [misplaced('condition_needs_payment', field, NUMBER_TEXT)] : [];
}

const NUMBER_TEXT: LocalizedText = {
  ru: 'Номер заказа известен с его первой оплаты, при оформлении его ещё нет: возьмите событие order.paid или условие newCustomer.',
  en: 'An order gets its number with its first payment and has none when placed: listen to order.paid or ask for newCustomer.',
};

const REFERRAL_TEXT: LocalizedText = {
  ru: 'Считать друзей можно только в правиле, которое награждает рекомендателя или друга: уберите referralNumber или дайте награду им.',
  en: 'Friends are counted only in a rule that rewards the referrer or the friend: remove referralNumber or give them a reward.',
};

const BROUGHT_TEXT: LocalizedText = {
  ru: 'Приведён бывает только друг: уберите referredAsNew или дайте награду рекомендателю или другу.',
  en: 'Only a friend is referred: remove referredAsNew or reward the referrer or the friend.',
};

const COUNT_TEXT: LocalizedText = {
  ru: 'Друг засчитывается с оплатой первого заказа, при оформлении его ещё не сосчитать: возьмите order.paid или referral.qualified.',
  en: 'A friend counts once the first order is paid, not when it is placed: listen to order.paid or referral.qualified.',
};

const ENROLMENT_TEXT: LocalizedText = {
  ru: 'Участие решается по покупателю, а не по заказу: здесь можно newCustomer, paidOrders, deliveredOrders, daysSince и monthsSince (кроме touch и joined).',
  en: 'Enrolment looks at the customer, not at an order: newCustomer, paidOrders, deliveredOrders, daysSince and monthsSince (but touch and joined) can stand here.',
};

function orderText(trigger: RuleTrigger): LocalizedText {
  return {
    ru: `У события ${trigger} нет заказа, и условие не выполнится никогда: уберите его или возьмите событие заказа.`,
    en: `An event ${trigger} has no order, so the condition can never hold: remove it or listen to an order event.`,
  };
}

function misplaced(code: ProgramIssueCode, field: string, text: LocalizedText): ProgramIssue {
  return { code, field, text };
}

function isAboutOrder({ kind }: Condition): boolean {
  return kind === 'orderNumber' || kind === 'paid' || kind === 'sku' || kind === 'category' || kind === 'channel' || kind === 'currency';
}

function isForEnrolment(condition: Condition): boolean {
  if (condition.kind === 'referralNumber' || condition.kind === 'referredAsNew') return false;
  if (condition.kind === 'daysSince' || condition.kind === 'monthsSince')
    return condition.event !== 'joined' && condition.event !== 'touch';
  return !isAboutOrder(condition);
}

function rangeIssues(value: number, range: Parameters<typeof findRangeIssue>[1]): ProgramIssue[] {
  const issue = findRangeIssue(value, range);
  return issue === null ? [] : [issue];
}
