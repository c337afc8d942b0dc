import type { LocalizedText } from '../document.ts';
import type { Evidence, Trust } from './advice.ts';

interface Source {
  readonly ru: string;
  readonly en: string;
  readonly year: number | null;
  readonly trust: Trust;
}

/** What the advice rests on. Nothing is promised that none of these says. */
const SOURCES = {
  'own-orders': { ru: 'ваши заказы', en: 'your orders', year: null, trust: 'own-orders' },
  arithmetic: { ru: 'арифметика самой программы', en: 'the programme’s own arithmetic', year: null, trust: 'arithmetic' },
  convention: { ru: 'условность: исследования нет', en: 'a convention: no study behind it', year: null, trust: 'convention' },
  gershon: {
    ru: 'Gershon, Cryder, John, Journal of Marketing Research (два полевых опыта)',
    en: 'Gershon, Cryder, John, Journal of Marketing Research (two field experiments)',
    year: 2020,
    trust: 'study',
  },
  jinHuang: {
    ru: 'Jin, Huang, International Journal of Research in Marketing 31(1) (четыре опыта)',
    en: 'Jin, Huang, International Journal of Research in Marketing 31(1) (four experiments)',
    year: 2014,
    trust: 'study',
  },
  kumar: {
    ru: 'Kumar, Petersen, Leone, Harvard Business Review',
    en: 'Kumar, Petersen, Leone, Harvard Business Review',
    year: 2007,
    trust: 'study',
  },
  wolters: {
    ru: 'Wolters, Gedenk, Journal of Marketing Behavior 3(4)',
    en: 'Wolters, Gedenk, Journal of Marketing Behavior 3(4)',
    year: 2019,
    trust: 'study',
  },
  smallOrders: {
    ru: 'справка ReferralCandy: минимальный заказ как защита от обмана',
    en: 'ReferralCandy’s help: a minimum order as a guard against abuse',
    year: null,
    trust: 'practice',
  },
  cashbackReview: {
    ru: 'отзыв о программе Play-Asia: кешбэк меньше 0,5 % воспринят как символический',
    en: 'a review of Play-Asia’s programme: cashback below 0.5% felt symbolic',
    year: null,
    trust: 'complaint',
  },
  keptAfterRefund: {
    ru: 'жалобы: opencart № 7703, AffiliateWP № 1829 (награда осталась после возврата)',
    en: 'complaints: opencart #7703, AffiliateWP #1829 (the reward stayed after a refund)',
    year: 2019,
    trust: 'complaint',
  },
  missedReview: {
    ru: 'справка ReferralCandy: после окна проверки отменить нельзя ничего',
    en: 'ReferralCandy’s help: after the review window nothing can be undone',
    year: null,
    trust: 'complaint',
  },
  leakedCodes: {
    ru: 'ReferralCandy: из-за кодов на купонных сайтах скидки обходятся на 15–30 % дороже (оценка продавца)',
    en: 'ReferralCandy: codes on coupon sites make discounts cost 15–30% more (a vendor’s estimate)',
    year: 2026,
    trust: 'vendor',
  },
  window: {
    ru: 'обычай: 60 дней у Rewardful, 30 дней у магазинов',
    en: 'practice: 60 days at Rewardful, 30 days in shops',
    year: null,
    trust: 'practice',
  },
  caps: {
    ru: 'каталог злоупотреблений: Dub, SaaSquatch и Mention Me ограничивают одного рекомендателя',
    en: 'catalogue of abuse: Dub, SaaSquatch and Mention Me cap a single referrer',
    year: null,
    trust: 'practice',
  },
  returnRight: {
    ru: 'Директива 2011/83/ЕС, ст. 9: 14 дней; Закон о защите прав потребителей РФ, ст. 26.1: 7 дней',
    en: 'Directive 2011/83/EU, art. 9: 14 days; Russian consumer law, art. 26.1: 7 days',
    year: 2011,
    trust: 'law',
  },
  koscot: {
    ru: 'FTC, дело Koscot Interplanetary: плата за привлечение людей, а не за продажи; КоАП РФ 14.62',
    en: 'FTC, Koscot Interplanetary: pay for recruiting people instead of sales; Russian CoAO 14.62',
    year: 1975,
    trust: 'law',
  },
  giftTax: {
    ru: 'НК РФ, ст. 217 п. 28: подарки до 4 000 ₽ в год; США: 2 000 USD выплат в год с 2026',
    en: 'Russian Tax Code, art. 217 p. 28: gifts up to 4,000 roubles a year; US: payments of 2,000 USD a year from 2026',
    year: 2026,
    trust: 'law',
  },
  adMark: {
    ru: 'Закон 38-ФЗ и разъяснение ФАС (реклама — неопределённому кругу лиц); FTC 16 CFR 255',
    en: 'Russian law 38-FZ and the FAS guide (an ad addresses an indefinite circle); FTC 16 CFR 255',
    year: 2023,
    trust: 'law',
  },
  publicOffer: {
    ru: 'НК РФ, ст. 217 п. 68: льгота для баллов — только у программ с публичной офертой',
    en: 'Russian Tax Code, art. 217 p. 68: the exemption of points is for programmes with a public offer',
    year: 2026,
    trust: 'law',
  },
  hiddenTerms: {
    ru: 'отзыв о Cartera: исключения спрятаны',
    en: 'a review of Cartera: the exclusions are hidden',
    year: null,
    trust: 'complaint',
  },
  grace: {
    ru: 'обычай: срок отсрочки есть у Voucherify и Talon.One',
    en: 'practice: Voucherify and Talon.One have a grace period',
    year: null,
    trust: 'practice',
  },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof SOURCES;

/** What a source says about the case at hand. */
export function evidence(id: SourceId, text: LocalizedText): Evidence {
  const { ru, en, year, trust } = SOURCES[id];
  return { text, source: { ru, en }, year, trust };
}
