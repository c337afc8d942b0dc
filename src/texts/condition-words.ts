/** What each condition of a rule asks, in a phrase of its own: it stands in a list and names no person. */
import type { Condition, DaysSinceEvent, ProgramDocument } from '../domain/program/document.ts';
import { assertNever } from '../domain/result.ts';
import { counted, groupedDigits, type Locale } from '../domain/words/number-words.ts';
import { moneyWords, namesWords } from './wording.ts';

export function conditionWords(condition: Condition, document: ProgramDocument, locale: Locale): string {
  const isRussian = locale === 'ru';
  switch (condition.kind) {
    case 'newCustomer':
      if (condition.is) return isRussian ? 'только для новых покупателей' : 'new customers only';
      return isRussian ? 'только для тех, кто уже покупал' : 'returning customers only';
    case 'referredAsNew':
      if (condition.is) return isRussian ? 'для тех, кто впервые купил по приглашению' : 'for those who first bought by the invitation';
      return isRussian ? 'для тех, кто покупал и до приглашения' : 'for those who had bought before the invitation';
    case 'orderNumber':
      return orderNumberWords(condition, locale);
    case 'paid': {
      const least = moneyWords(condition.atLeastMinor, document, locale);
      return isRussian ? `заказ от ${least} без доставки` : `an order of ${least} or more, without delivery`;
    }
    case 'deliveredOrders':
      return isRussian
        ? `доставленных заказов не меньше ${groupedDigits(condition.atLeast, locale)}`
        : `at least ${counted(condition.atLeast, 'order', locale)} delivered`;
    case 'paidOrders':
      return isRussian
        ? `оплаченных заказов не меньше ${groupedDigits(condition.atLeast, locale)}`
        : `at least ${counted(condition.atLeast, 'order', locale)} paid`;
    case 'sku':
      return isRussian ? `в заказе есть товар ${namesWords(condition.in, locale)}` : `the order has ${namesWords(condition.in, locale)}`;
    case 'category':
      return isRussian
        ? `в заказе есть товар раздела ${namesWords(condition.in, locale)}`
        : `the order has goods of ${namesWords(condition.in, locale)}`;
    case 'channel':
      return isRussian ? `заказ через ${namesWords(condition.in, locale)}` : `ordered through ${namesWords(condition.in, locale)}`;
    case 'currency':
      return isRussian ? `оплата в ${condition.in.join(', ')}` : `paid in ${condition.in.join(', ')}`;
    case 'daysSince':
      return daysSinceWords(condition, locale);
    case 'monthsSince': {
      const months = counted(condition.atMost, 'month', locale);
      const since = SINCE[condition.event][locale];
      return isRussian ? `не позже чем через ${months} после ${since}` : `within ${months} after ${since}`;
    }
    case 'referralNumber':
      return referralNumberWords(condition, locale);
    default:
      return assertNever(condition);
  }
}

function orderNumberWords({ is, atLeast }: Extract<Condition, { kind: 'orderNumber' }>, locale: Locale): string {
  if (is === 1) return locale === 'ru' ? 'первый заказ' : 'the first order';
  if (is !== null)
    return locale === 'ru' ? `заказ номер ${groupedDigits(is, locale)} по счёту` : `order number ${groupedDigits(is, locale)}`;
  const least = groupedDigits(atLeast ?? 1, locale);
  return locale === 'ru' ? `заказы начиная с номера ${least} по счёту` : `orders from number ${least} on`;
}

function referralNumberWords({ is, atLeast }: Extract<Condition, { kind: 'referralNumber' }>, locale: Locale): string {
  if (is !== null)
    return locale === 'ru' ? `друг номер ${groupedDigits(is, locale)} по счёту` : `friend number ${groupedDigits(is, locale)}`;
  const least = groupedDigits(atLeast ?? 1, locale);
  return locale === 'ru' ? `друзья начиная с номера ${least} по счёту` : `friends from number ${least} on`;
}

const SINCE: Readonly<Record<DaysSinceEvent, { readonly ru: string; readonly en: string }>> = {
  firstPaidOrder: { ru: 'первого оплаченного заказа', en: 'the first paid order' },
  lastPaidOrder: { ru: 'предыдущего оплаченного заказа', en: 'the order before' },
  signUp: { ru: 'регистрации', en: 'sign-up' },
  touch: { ru: 'приглашения', en: 'the invitation' },
  joined: { ru: 'вступления в программу', en: 'joining the programme' },
};

function daysSinceWords({ event, atLeast, atMost }: Extract<Condition, { kind: 'daysSince' }>, locale: Locale): string {
  const since = SINCE[event][locale];
  const words: string[] = [];
  if (locale === 'ru') {
    if (atLeast !== null) words.push(`не раньше чем через ${counted(atLeast, 'day', locale)}`);
    if (atMost !== null) words.push(`не позже чем через ${counted(atMost, 'day', locale)}`);
    return `${words.join(' и ')} после ${since}`;
  }
  if (atLeast !== null) words.push(`not before ${counted(atLeast, 'day', locale)}`);
  if (atMost !== null) words.push(`within ${counted(atMost, 'day', locale)}`);
  return `${words.join(' and ')} after ${since}`;
}
