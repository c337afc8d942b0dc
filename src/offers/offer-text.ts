import { formatMoney } from '../domain/money/money.ts';
import type {
  Benefit,
  Condition,
  CouponBenefit,
  Grant,
  LocalizedText,
  ProgramDocument,
  Rule,
  ValueBenefit,
} from '../domain/program/document.ts';

export interface FriendOffer {
  readonly text: LocalizedText;
  readonly conditions: readonly LocalizedText[];
}

/** What a programme gives a friend, in the order of its rules. What the referrer gets is not told here. */
export function friendOffers(document: ProgramDocument): readonly FriendOffer[] {
  return document.rules.flatMap((rule) =>
    rule.grant.filter((grant) => grant.to === 'friend').map((grant) => offerOf(document, rule, grant)),
  );
}

function offerOf(document: ProgramDocument, rule: Rule, grant: Grant): FriendOffer {
  return {
    text: benefitText(grant.benefit, document),
    conditions: rule.if.flatMap((condition) => conditionText(condition, document.currency) ?? []),
  };
}

function benefitText(benefit: Benefit, document: ProgramDocument): LocalizedText {
  switch (benefit.kind) {
    case 'coupon':
      return couponText(benefit, document.currency);
    case 'gift':
      return { ru: 'Подарок к заказу', en: 'A gift with the order' };
    default:
      return valueText(benefit, document);
  }
}

function couponText(benefit: CouponBenefit, currency: string): LocalizedText {
  const ru = [benefit.use === 'thisOrder' ? 'на этот заказ' : 'на следующий заказ'];
  const en = [benefit.use === 'thisOrder' ? 'on this order' : 'on the next order'];
  if (benefit.validDays !== null) {
    ru.push(`(действует дней: ${benefit.validDays})`);
    en.push(`(valid for ${benefit.validDays} ${benefit.validDays === 1 ? 'day' : 'days'})`);
  }
  const { discount } = benefit;
  switch (discount.how) {
    case 'percent': {
      const most = upTo(discount.maxMinor, currency);
      return {
        ru: `Скидка ${percent(discount.basisPoints, 'ru')}${most.ru} ${ru.join(' ')}`,
        en: `${percent(discount.basisPoints, 'en')} off${most.en} ${en.join(' ')}`,
      };
    }
    case 'amount':
      return {
        ru: `Скидка ${formatMoney(discount.amountMinor, currency, 'ru')} ${ru.join(' ')}`,
        en: `${formatMoney(discount.amountMinor, currency, 'en')} off ${en.join(' ')}`,
      };
    case 'freeDelivery': {
      const most = upTo(discount.maxMinor, currency);
      return { ru: `Бесплатная доставка${most.ru} ${ru.join(' ')}`, en: `Free delivery${most.en} ${en.join(' ')}` };
    }
  }
}

function valueText(benefit: ValueBenefit, document: ProgramDocument): LocalizedText {
  const { currency } = document;
  if (benefit.kind === 'points') {
    const name = document.points?.name ?? { ru: 'баллы', en: 'points' };
    if (benefit.how === 'fixed') return { ru: `${name.ru}: ${benefit.points}`, en: `${name.en}: ${benefit.points}` };
    return {
      ru: `${name.ru}: ${benefit.points} за каждые ${formatMoney(benefit.perMinor, currency, 'ru')}`,
      en: `${name.en}: ${benefit.points} for every ${formatMoney(benefit.perMinor, currency, 'en')}`,
    };
  }
  if (benefit.how === 'fixed') {
    return {
      ru: `${formatMoney(benefit.amountMinor, currency, 'ru')} на баланс`,
      en: `${formatMoney(benefit.amountMinor, currency, 'en')} of credit`,
    };
  }
  const most = upTo(benefit.maxMinor, currency);
  return {
    ru: `${percent(benefit.basisPoints, 'ru')} от заказа на баланс${most.ru}`,
    en: `${percent(benefit.basisPoints, 'en')} of the order as credit${most.en}`,
  };
}

function conditionText(condition: Condition, currency: string): LocalizedText | null {
  switch (condition.kind) {
    case 'newCustomer':
      return condition.is
        ? { ru: 'Для новых покупателей', en: 'For new customers' }
        : { ru: 'Для постоянных покупателей', en: 'For returning customers' };
    case 'orderNumber':
      if (condition.is !== null) return { ru: `Заказ по счёту: ${condition.is}`, en: `Order number ${condition.is}` };
      return condition.atLeast === null
        ? null
        : { ru: `Начиная с заказа по счёту: ${condition.atLeast}`, en: `From order number ${condition.atLeast} on` };
    case 'paid':
      return {
        ru: `Заказ от ${formatMoney(condition.atLeastMinor, currency, 'ru')}`,
        en: `Orders of ${formatMoney(condition.atLeastMinor, currency, 'en')} or more`,
      };
    case 'deliveredOrders':
      return { ru: `Доставленных заказов не меньше: ${condition.atLeast}`, en: `Delivered orders: at least ${condition.atLeast}` };
    case 'paidOrders':
      return { ru: `Оплаченных заказов не меньше: ${condition.atLeast}`, en: `Paid orders: at least ${condition.atLeast}` };
    case 'sku':
    case 'category':
      return { ru: 'Для выбранных товаров', en: 'For selected goods' };
    case 'channel':
      return { ru: `Канал: ${condition.in.join(', ')}`, en: `Channel: ${condition.in.join(', ')}` };
    case 'currency':
      return { ru: `Валюта: ${condition.in.join(', ')}`, en: `Currency: ${condition.in.join(', ')}` };
    case 'daysSince':
      return { ru: 'В ограниченный срок', en: 'For a limited time' };
  }
}

function upTo(maxMinor: bigint | null, currency: string): LocalizedText {
  if (maxMinor === null) return { ru: '', en: '' };
  return { ru: `, не больше ${formatMoney(maxMinor, currency, 'ru')},`, en: `, at most ${formatMoney(maxMinor, currency, 'en')},` };
}

/** 550 basis points are `5,5 %` and `5.5%`. */
function percent(basisPoints: bigint, locale: 'ru' | 'en'): string {
  const rest = (basisPoints % 100n).toString().padStart(2, '0').replace(/0+$/, '');
  const whole = basisPoints / 100n;
  if (locale === 'ru') return `${whole}${rest === '' ? '' : `,${rest}`} %`;
  return `${whole}${rest === '' ? '' : `.${rest}`}%`;
}
