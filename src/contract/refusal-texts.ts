import type { Missing, RefusalReason } from '../domain/decision.ts';
import { formatMoney } from '../domain/money/money.ts';
import type { LocalizedText } from '../domain/program/document.ts';

/** Who reads a text: the friend, the referrer (coarse: nothing that could hurt the friend, contract.md 6.13) or staff (all). */
export type Audience = 'friend' | 'referrer' | 'staff';

export type AudienceTexts = Readonly<Record<Audience, LocalizedText>>;

const REFERRER_NOT_COUNTED: LocalizedText = { ru: 'Это приглашение не принесло награду.', en: 'This invitation brought no reward.' };
const REFERRER_OWN_LIMIT: LocalizedText = {
  ru: 'Награда не начислена: достигнут предел программы.',
  en: 'No reward: a limit of the programme is reached.',
};
const REFERRER_PROGRAM: LocalizedText = { ru: 'Программа сейчас не действует.', en: 'The programme is not running.' };
const REFERRER_SELF: LocalizedText = {
  ru: 'За собственные покупки награда не начисляется.',
  en: 'Your own purchases earn no referral reward.',
};
const REFERRER_MEMBERSHIP: LocalizedText = {
  ru: 'Ваше участие в программе не активно.',
  en: 'Your membership of the programme is not active.',
};

const REFUSAL_TEXTS = {
  'not-new-customer': {
    friend: { ru: 'Предложение действует только для новых покупателей.', en: 'The offer is for new customers only.' },
    referrer: REFERRER_NOT_COUNTED,
    staff: {
      ru: 'Покупатель не новый: у него или у того же человека уже была оплата.',
      en: 'Not a new customer: this customer or the same person has paid before.',
    },
  },
  'wrong-order-number': {
    friend: { ru: 'Предложение действует для другого по счёту заказа.', en: 'The offer is for another order in the sequence.' },
    referrer: REFERRER_NOT_COUNTED,
    staff: { ru: 'Номер заказа этого человека не подходит под правило.', en: "The person's order number does not match the rule." },
  },
  'below-minimum': {
    friend: { ru: 'Сумма заказа ниже минимальной.', en: 'The order is below the minimum.' },
    referrer: REFERRER_NOT_COUNTED,
    staff: { ru: 'База начисления ниже минимальной суммы правила.', en: "The order's base is below the rule's minimum." },
  },
  'condition-not-met': {
    friend: { ru: 'Условия предложения пока не выполнены.', en: 'The conditions of the offer are not met yet.' },
    referrer: REFERRER_NOT_COUNTED,
    staff: { ru: 'Условие правила не выполнено.', en: 'A condition of the rule does not hold.' },
  },
  'no-referrer': {
    friend: { ru: 'Заказ сделан без приглашения.', en: 'The order came without an invitation.' },
    referrer: REFERRER_NOT_COUNTED,
    staff: { ru: 'У покупателя нет пригласившего.', en: 'The customer has no referrer.' },
  },
  'unknown-code': {
    friend: { ru: 'Такого кода нет. Проверьте, как он написан.', en: 'There is no such code. Check how it is written.' },
    referrer: REFERRER_NOT_COUNTED,
    staff: { ru: 'Код неизвестен.', en: 'The code is unknown.' },
  },
  'code-retired': {
    friend: { ru: 'Этот код больше не действует.', en: 'This code is no longer valid.' },
    referrer: REFERRER_NOT_COUNTED,
    staff: { ru: 'Код выведен из обращения.', en: 'The code is retired.' },
  },
  'outside-window': {
    friend: { ru: 'Срок приглашения истёк.', en: 'The invitation has run out.' },
    referrer: REFERRER_NOT_COUNTED,
    staff: { ru: 'Касание старше окна атрибуции программы.', en: "The touch is older than the programme's attribution window." },
  },
  'self-referral': {
    friend: { ru: 'Собственное приглашение использовать нельзя.', en: 'You cannot use your own invitation.' },
    referrer: REFERRER_SELF,
    staff: { ru: 'Пригласивший и покупатель — один человек.', en: 'The referrer and the buyer are the same person.' },
  },
  'referral-cycle': {
    friend: { ru: 'Это приглашение использовать нельзя.', en: 'This invitation cannot be used.' },
    referrer: REFERRER_NOT_COUNTED,
    staff: { ru: 'Приглашения замыкаются в круг.', en: 'The referrals form a cycle.' },
  },
  'referrer-not-member': {
    friend: { ru: 'Пригласивший не участвует в программе.', en: 'The person who invited you is not in the programme.' },
    referrer: REFERRER_MEMBERSHIP,
    staff: { ru: 'Пригласивший не является активным участником программы.', en: 'The referrer is not an active member of the programme.' },
  },
  'referrer-blocked': {
    friend: { ru: 'Это приглашение использовать нельзя.', en: 'This invitation cannot be used.' },
    referrer: REFERRER_MEMBERSHIP,
    staff: { ru: 'Участие пригласившего заблокировано.', en: "The referrer's membership is blocked." },
  },
  'cap-reached': {
    friend: { ru: 'Предел предложения исчерпан.', en: 'The limit of the offer is reached.' },
    referrer: REFERRER_OWN_LIMIT,
    staff: {
      ru: 'Достигнут предел правила для пригласившего, или привилегий правила у человека уже столько, сколько можно.',
      en: "The rule's cap for the referrer is reached, or the person has as many of the rule's perks as they may.",
    },
  },
  'budget-exhausted': {
    friend: { ru: 'Предложение закончилось.', en: 'The offer has run out.' },
    referrer: REFERRER_OWN_LIMIT,
    staff: {
      ru: 'Бюджет правила или программы исчерпан: награда не помещается целиком.',
      en: 'The budget of the rule or programme is used up: the reward does not fit whole.',
    },
  },
  'out-of-stock': {
    friend: { ru: 'Предложение закончилось.', en: 'The offer has run out.' },
    referrer: REFERRER_OWN_LIMIT,
    staff: { ru: 'Привилегии правила закончились или завершились.', en: "The rule's perk is out of stock or over." },
  },
  'program-paused': {
    friend: { ru: 'Программа сейчас приостановлена.', en: 'The programme is paused.' },
    referrer: REFERRER_PROGRAM,
    staff: { ru: 'Программа была на паузе, когда произошло событие.', en: 'The programme was paused when the event occurred.' },
  },
  'program-ended': {
    friend: { ru: 'Программа завершена.', en: 'The programme has ended.' },
    referrer: REFERRER_PROGRAM,
    staff: { ru: 'Программа завершилась до этого события.', en: 'The programme had ended before the event.' },
  },
  'currency-not-in-program': {
    friend: { ru: 'Предложение не действует для этой валюты.', en: 'The offer does not cover this currency.' },
    referrer: REFERRER_NOT_COUNTED,
    staff: { ru: 'Валюта заказа отличается от валюты программы.', en: "The order's currency is not the programme's." },
  },
  'zero-order': {
    friend: {
      ru: 'Предложение действует, только когда за сами товары что-то заплачено.',
      en: 'The offer covers an order only when something is paid for the goods themselves.',
    },
    referrer: REFERRER_NOT_COUNTED,
    staff: {
      ru: 'Считать не от чего: без доставки, списанного баланса и возвратов от суммы заказа ничего не остаётся.',
      en: 'There is nothing to count from: without delivery, credit spent and refunds nothing is left of the order’s total.',
    },
  },
  'coupon-unknown': {
    friend: { ru: 'Такого купона нет. Проверьте, как он написан.', en: 'There is no such coupon. Check how it is written.' },
    referrer: REFERRER_NOT_COUNTED,
    staff: { ru: 'Купон неизвестен.', en: 'The coupon is unknown.' },
  },
  'coupon-expired': {
    friend: { ru: 'Срок купона истёк.', en: 'The coupon has expired.' },
    referrer: REFERRER_NOT_COUNTED,
    staff: { ru: 'Срок купона истёк.', en: 'The coupon has expired.' },
  },
  'coupon-used': {
    friend: { ru: 'Купон уже использован.', en: 'The coupon has been used.' },
    referrer: REFERRER_NOT_COUNTED,
    staff: { ru: 'Купон уже использован или занят другим заказом.', en: 'The coupon is used, or another order holds it.' },
  },
  'coupon-not-yours': {
    friend: { ru: 'Купон выдан другому покупателю.', en: 'The coupon belongs to another customer.' },
    referrer: REFERRER_NOT_COUNTED,
    staff: { ru: 'Купон принадлежит другому покупателю.', en: 'The coupon belongs to another customer.' },
  },
  'coupon-next-order-only': {
    friend: { ru: 'Купон действует на следующий заказ.', en: 'The coupon is for your next order.' },
    referrer: REFERRER_NOT_COUNTED,
    staff: {
      ru: 'Купон на следующий заказ предъявлен в заказе, за который выдан.',
      en: 'A next-order coupon was used on the order that caused it.',
    },
  },
  'reservation-unknown': {
    friend: { ru: 'Списание баланса не найдено.', en: 'The balance reservation was not found.' },
    referrer: REFERRER_NOT_COUNTED,
    staff: { ru: 'Резерв неизвестен или принадлежит другому покупателю.', en: "The reservation is unknown or another customer's." },
  },
  'reservation-expired': {
    friend: { ru: 'Время списания баланса вышло, повторите его.', en: 'The balance reservation has run out; make it again.' },
    referrer: REFERRER_NOT_COUNTED,
    staff: { ru: 'Срок резерва истёк до оплаты.', en: 'The reservation expired before the payment.' },
  },
} as const satisfies Record<RefusalReason, AudienceTexts>;

export function isRefusalReason(text: string): text is RefusalReason {
  return Object.hasOwn(REFUSAL_TEXTS, text);
}

/** Why something was not granted, in one sentence, and how much is missing; a referrer is never told an amount. */
export function refusalText(reason: RefusalReason, missing: Missing | null, audience: Audience): LocalizedText {
  const text = REFUSAL_TEXTS[reason][audience];
  if (missing === null || audience === 'referrer') return text;
  return { ru: `${text.ru} Не хватает: ${missingText(missing, 'ru')}.`, en: `${text.en} Missing: ${missingText(missing, 'en')}.` };
}

/** `500 ₽`, `120 points` or `2`. */
export function missingText(missing: Missing, locale: 'ru' | 'en'): string {
  if (missing.kind === 'money') return formatMoney(missing.amountMinor, missing.currency, locale);
  if (missing.kind === 'count') return String(missing.count);
  return `${missing.points} ${locale === 'ru' ? russianPoints(missing.points) : missing.points === 1n ? 'point' : 'points'}`;
}

function russianPoints(points: bigint): string {
  const lastTwo = points % 100n;
  const last = points % 10n;
  if (lastTwo >= 11n && lastTwo <= 14n) return 'баллов';
  if (last === 1n) return 'балл';
  return last >= 2n && last <= 4n ? 'балла' : 'баллов';
}
