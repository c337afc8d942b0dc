/** What each benefit is called. Russian in the accusative, as after "вы получите"; `named` in the nominative, as in a list. */
import type {
  Benefit,
  ChoiceBenefit,
  CouponBenefit,
  DonationBenefit,
  Grant,
  LocalizedText,
  ProgramDocument,
  ValueBenefit,
} from '../domain/program/document.ts';
import { findPerk } from '../domain/program/perk.ts';
import { assertNever } from '../domain/result.ts';
import { counted, type Locale, percentWords } from '../domain/words/number-words.ts';
import { stepsWords } from './steps-words.ts';
import { listWords, moneyWords, pointsWords } from './wording.ts';

/** `given` is what one person hands another: a gift is then called by its own name. */
export type Case = 'named' | 'received' | 'given';

interface Said {
  readonly document: ProgramDocument;
  readonly locale: Locale;
  readonly as: Case;
}

/** One leg's benefit with its limits and its life: `10 % от заказа на баланс (не больше 500 ₽)`. */
export function grantWords(grant: Grant, said: Said): string {
  const words = benefitWords(grant.benefit, said);
  const notes = [
    ...(grant.accrue === 'perPayment' ? [said.locale === 'ru' ? 'с каждого платежа' : 'with each payment'] : []),
    ...(grant.expiresAfterDays === null ? [] : [lifeWords(grant.expiresAfterDays, said.locale)]),
  ];
  return notes.length === 0 ? words : `${words} (${notes.join(', ')})`;
}

export function benefitWords(benefit: Benefit, said: Said): string {
  switch (benefit.kind) {
    case 'coupon':
      return couponWords(benefit, said);
    case 'gift':
      return giftWords(benefit.sku, said);
    case 'credit':
    case 'commission':
    case 'points':
      return valueWords(benefit, said);
    case 'donation':
      return donationWords(benefit, said);
    case 'perk':
      return perkWords(benefit.perk, said);
    case 'choice':
      return choiceWords(benefit, said);
    default:
      return assertNever(benefit);
  }
}

function giftWords(sku: string, { locale, as }: Said): string {
  if (as === 'given') return locale === 'ru' ? `«${sku}» к заказу` : `“${sku}” with the order`;
  return locale === 'ru' ? `подарок к заказу («${sku}»)` : `a gift with the order (“${sku}”)`;
}

/** One that was given, by its name: wherever people read of it. */
export function giftName(sku: string): LocalizedText {
  return { ru: `подарок «${sku}»`, en: `the gift “${sku}”` };
}

function lifeWords(days: number, locale: Locale): string {
  return locale === 'ru' ? `срок — ${counted(days, 'day', locale)}` : `valid for ${counted(days, 'day', locale)}`;
}

function couponWords(benefit: CouponBenefit, said: Said): string {
  const { locale } = said;
  const order =
    benefit.use === 'thisOrder'
      ? { ru: 'на этот заказ', en: 'on this order' }[locale]
      : { ru: 'на следующий заказ', en: 'on the next order' }[locale];
  const life = benefit.validDays === null ? '' : ` (${lifeWords(benefit.validDays, locale)})`;
  return `${discountWords(benefit, said)} ${order}${mostOff(benefit, said)}${life}`;
}

function mostOff({ discount }: CouponBenefit, { document, locale }: Said): string {
  return discount.how === 'amount' ? '' : mostMoney(discount.maxMinor, document, locale);
}

function discountWords({ discount }: CouponBenefit, { document, locale, as }: Said): string {
  const off = as === 'named' ? 'скидка' : 'скидку';
  switch (discount.how) {
    case 'percent': {
      const share = percentWords(discount.basisPoints, locale);
      return locale === 'ru' ? `${off} ${share}` : `${share} off`;
    }
    case 'amount': {
      const amount = moneyWords(discount.amountMinor, document, locale);
      return locale === 'ru' ? `${off} ${amount}` : `${amount} off`;
    }
    case 'freeDelivery': {
      const name = as === 'named' ? 'бесплатная доставка' : 'бесплатную доставку';
      return locale === 'ru' ? name : 'free delivery';
    }
    default:
      return assertNever(discount);
  }
}

const WHERE = {
  credit: { ru: ' на баланс', en: ' as credit' },
  commission: { ru: ' деньгами', en: ' in cash' },
  points: { ru: '', en: '' },
} as const;

function valueWords(benefit: ValueBenefit, { document, locale }: Said): string {
  const where = WHERE[benefit.kind][locale];
  if (benefit.how === 'steps') {
    return stepsWords(benefit.steps, { document, locale, where, unit: benefit.kind === 'points' ? 'points' : 'money' });
  }
  if (benefit.kind === 'points') {
    if (benefit.how === 'fixed') return pointsWords(benefit.points, { document }, locale);
    const points = pointsWords(benefit.points, { document }, locale);
    const per = moneyWords(benefit.perMinor, document, locale);
    const most = benefit.maxPoints === null ? '' : mostWords(pointsWords(benefit.maxPoints, { document, noun: 'ofPoint' }, locale), locale);
    const lines = benefit.of === 'matchingLines' ? { ru: ' стоимости выбранных товаров', en: ' spent on selected goods' }[locale] : '';
    return locale === 'ru' ? `${points} за каждые ${per}${lines}${most}` : `${points} for every ${per}${lines}${most}`;
  }
  if (benefit.how === 'fixed') return `${moneyWords(benefit.amountMinor, document, locale)}${where}`;
  const share = percentWords(benefit.basisPoints, locale);
  const of =
    benefit.of === 'matchingLines' ? { ru: 'от выбранных товаров', en: 'of selected goods' } : { ru: 'от заказа', en: 'of the order' };
  return `${share} ${of[locale]}${where}${mostMoney(benefit.maxMinor, document, locale)}`;
}

function donationWords(benefit: DonationBenefit, { document, locale }: Said): string {
  const to = locale === 'ru' ? `в пользу «${benefit.recipient}»` : `to ${benefit.recipient}`;
  const gift = locale === 'ru' ? 'пожертвование в свою честь —' : 'a donation in their honour,';
  if (benefit.how === 'fixed') return `${gift} ${moneyWords(benefit.amountMinor, document, locale)} ${to}`;
  const of =
    benefit.of === 'matchingLines' ? { ru: 'от выбранных товаров', en: 'of selected goods' } : { ru: 'от заказа', en: 'of the order' };
  return `${gift} ${percentWords(benefit.basisPoints, locale)} ${of[locale]} ${to}${mostMoney(benefit.maxMinor, document, locale)}`;
}

/** A perk under its own name: `«Закрытый вебинар»`. */
export function perkWords(id: string, { document, locale }: Pick<Said, 'document' | 'locale'>): string {
  const name = findPerk(document, id)?.name[locale] ?? id;
  return locale === 'ru' ? `«${name}»` : `“${name}”`;
}

function choiceWords(benefit: ChoiceBenefit, said: Said): string {
  const names = listWords(
    benefit.of.map((id) => perkWords(id, said)),
    'or',
    said.locale,
  );
  const days = counted(benefit.withinDays, 'day', said.locale);
  const fallback = perkWords(benefit.default, said);
  return said.locale === 'ru'
    ? `на выбор ${names} (выбрать нужно за ${days}, иначе будет ${fallback})`
    : `your choice of ${names} (choose within ${days}, else it is ${fallback})`;
}

function mostMoney(maxMinor: bigint | null, document: ProgramDocument, locale: Locale): string {
  return maxMinor === null ? '' : mostWords(moneyWords(maxMinor, document, locale), locale);
}

function mostWords(most: string, locale: Locale): string {
  return locale === 'ru' ? `, не больше ${most}` : `, at most ${most}`;
}
