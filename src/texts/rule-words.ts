/** What has to happen for a rule: its trigger with the size and number of the order, then whatever else it asks. */
import type { Beneficiary, Condition, ProgramDocument, Rule, RuleTrigger } from '../domain/program/document.ts';
import { isReferralRule } from '../domain/program/document.ts';
import { hasOrder } from '../domain/program/trigger.ts';
import type { Locale } from '../domain/words/number-words.ts';
import { type Case, grantWords } from './benefit-words.ts';
import { conditionWords } from './condition-words.ts';
import { listWords, moneyWords } from './wording.ts';

/** Who does it, as the reader is told: a member's own friend, the friend in terms, who buys to staff, `он` after somebody was named, or `вы`. */
export type Doer = 'friend' | 'theFriend' | 'theBuyer' | 'they' | 'you';

/** `друг оплатит первый заказ от 1 000 ₽`, with further conditions in brackets. */
export function happeningWords(
  rule: Rule,
  document: ProgramDocument,
  { doer, locale }: { readonly doer: Doer; readonly locale: Locale },
): string {
  const words = `${DOERS[doer][locale]} ${deedWords(rule, document, { doer, locale })}`;
  const others = rule.if
    .filter((condition) => !isInDeed(condition, rule.on))
    .map((condition) => conditionWords(condition, document, locale));
  return others.length === 0 ? words : `${words} (${others.join('; ')})`;
}

/** `оплатите первый заказ от 1 000 ₽`: what the reader is asked to do. */
export function requestWords(rule: Rule, document: ProgramDocument, locale: Locale): string {
  const words = verbWords(rule, document, { form: 'ask', locale });
  const others = rule.if
    .filter((condition) => !isInDeed(condition, rule.on))
    .map((condition) => conditionWords(condition, document, locale));
  return others.length === 0 ? words : `${words} (${others.join('; ')})`;
}

/** What one side gets, joined by "и": null when the rule gives it nothing. */
export function gainWords(
  rule: Rule,
  document: ProgramDocument,
  { to, locale, as = 'received' }: { readonly to: Beneficiary; readonly locale: Locale; readonly as?: Case },
): string | null {
  const legs = rule.grant.filter((grant) => grant.to === to);
  if (legs.length === 0) return null;
  return listWords(
    legs.map((grant) => grantWords(grant, { document, locale, as })),
    'and',
    locale,
  );
}

/** Who acts in a rule: the friend of a referral rule, else the member. */
export function doerOf(rule: Rule): 'friend' | 'you' {
  return isReferralRule(rule) ? 'friend' : 'you';
}

const DOERS: Readonly<Record<Doer, { readonly ru: string; readonly en: string }>> = {
  friend: { ru: 'друг', en: 'your friend' },
  theFriend: { ru: 'друг', en: 'the friend' },
  theBuyer: { ru: 'покупатель', en: 'the customer' },
  they: { ru: 'он', en: 'they' },
  you: { ru: 'вы', en: 'you' },
};

interface Deed {
  readonly ru: { readonly third: string; readonly you: string; readonly ask: string };
  readonly en: { readonly third: string; readonly you: string };
}

function deedWords(rule: Rule, document: ProgramDocument, { doer, locale }: { readonly doer: Doer; readonly locale: Locale }): string {
  // English "they" takes the verb of "you".
  const isSingular = locale === 'ru' ? doer !== 'you' : doer !== 'you' && doer !== 'they';
  return verbWords(rule, document, { form: isSingular ? 'third' : 'you', locale });
}

function verbWords(
  rule: Rule,
  document: ProgramDocument,
  { form, locale }: { readonly form: keyof Deed['ru']; readonly locale: Locale },
): string {
  const deed = deedOf(rule.on, locale);
  const verb = locale === 'ru' ? deed.ru[form] : deed.en[form === 'third' ? 'third' : 'you'];
  return hasOrder(rule.on) ? `${verb} ${orderWords(rule, document, locale)}` : verb;
}

function deedOf(on: RuleTrigger, locale: Locale): Deed {
  switch (on) {
    case 'order.placed':
      return { ru: { third: 'оформит', you: 'оформите', ask: 'оформите' }, en: { third: 'places', you: 'place' } };
    case 'order.paid':
      return { ru: { third: 'оплатит', you: 'оплатите', ask: 'оплатите' }, en: { third: 'pays for', you: 'pay for' } };
    case 'order.delivered':
      return { ru: { third: 'получит', you: 'получите', ask: 'получите' }, en: { third: 'receives', you: 'receive' } };
    case 'member.signed_up':
      return {
        ru: { third: 'зарегистрируется', you: 'зарегистрируетесь', ask: 'зарегистрируйтесь' },
        en: { third: 'signs up', you: 'sign up' },
      };
    case 'referral.registered':
      return {
        ru: { third: 'оставит заявку', you: 'оставите заявку', ask: 'оставьте заявку' },
        en: { third: 'leaves a request', you: 'leave a request' },
      };
    case 'feedback.given':
      return {
        ru: { third: 'оставит отзыв', you: 'оставите отзыв', ask: 'оставьте отзыв' },
        en: { third: 'leaves a review', you: 'leave a review' },
      };
    case 'tier.entered':
      return {
        ru: { third: 'перейдёт на уровень', you: 'перейдёте на уровень', ask: 'перейдите на уровень' },
        en: { third: 'reaches a tier', you: 'reach a tier' },
      };
    case 'referral.qualified':
      return {
        ru: { third: 'будет засчитан', you: 'будете засчитаны', ask: 'будете засчитаны' },
        en: { third: 'is counted', you: 'are counted' },
      };
    default:
      return customDeed(on.slice('custom.'.length), locale);
  }
}

function customDeed(name: string, locale: Locale): Deed {
  const named = locale === 'ru' ? `«${name}»` : `“${name}”`;
  return {
    ru: { third: `выполнит ${named}`, you: `выполните ${named}`, ask: `выполните ${named}` },
    en: { third: `does ${named}`, you: `do ${named}` },
  };
}

/** `первый заказ от 1 000 ₽`. */
function orderWords(rule: Rule, document: ProgramDocument, locale: Locale): string {
  const isFirst = rule.if.some(isFirstOrder);
  const least = rule.if.find((condition) => condition.kind === 'paid');
  const order = locale === 'ru' ? (isFirst ? 'первый заказ' : 'заказ') : isFirst ? 'a first order' : 'an order';
  if (least === undefined) return order;
  const amount = moneyWords(least.atLeastMinor, document, locale);
  return locale === 'ru' ? `${order} от ${amount}` : `${order} of ${amount} or more`;
}

function isFirstOrder(condition: Condition): boolean {
  return (condition.kind === 'newCustomer' && condition.is) || (condition.kind === 'orderNumber' && condition.is === 1);
}

function isInDeed(condition: Condition, on: RuleTrigger): boolean {
  return hasOrder(on) && (condition.kind === 'paid' || isFirstOrder(condition));
}
