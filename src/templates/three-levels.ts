import type { GrantWire, TierWire } from '../contract/program-document-schema.ts';
import { evidence } from '../domain/program/lint/sources.ts';
import { commissionReasons, commissionRule } from './commission-rule.ts';
import {
  attributionReasons,
  budgetReason,
  debtReason,
  enrolmentReason,
  firstOrderReasons,
  firstOrderRule,
  holdReason,
  offerStyleReason,
  privateReason,
  RETURN_HOLD,
  SAMPLE_NAME,
  YEARLY_CAP,
} from './shared-reasons.ts';
import { amountOf, moneyOf, rateWithin, type ShopSizes, type Sized } from './shop-sizes.ts';
import type { Proposal, Template } from './template.ts';
import { perkReasons, threeLevelsPerks } from './three-levels-perks.ts';
import { tierReasons } from './three-levels-reasons.ts';

/** No low score: 0 to 6 are the unhappy ones of the usual scale of recommendation. */
const SATISFIED = 7;

/** What a member of no tier, or only trusted, brings friends by. */
const FIRST_STEPS = ['friend-first-order', 'first-friend'];

/** The seed's ladder (0-11 to 0-22): trusted, active referrers, business partners, and ambassadors as a fourth rung. */
export const threeLevels: Template = {
  id: 'three-levels',
  goals: ['wordOfMouth', 'loyalty'],
  name: { ru: 'Три уровня', en: 'Three levels' },
  forWhom: {
    ru: 'Бизнес, у которого есть довольные постоянные клиенты: одним — внимание, другим — рост, третьим — партнёрство.',
    en: 'A business with satisfied regular customers: attention for some, growth for others, partnership for the third.',
  },
  notWhen: [
    {
      ru: 'Постоянных клиентов пока десятки: до третьего уровня не дойдёт никто.',
      en: 'There are only dozens of regular customers: nobody will reach the third level.',
    },
    {
      ru: 'Привилегии некому исполнять: обещанный и не проведённый вебинар хуже скидки.',
      en: 'There is nobody to deliver the perks: a webinar promised and not held is worse than a discount.',
    },
    {
      ru: 'Качество хромает: лестница громче расскажет и об этом.',
      en: 'Quality is shaky: the ladder will spread that louder, too.',
    },
  ],
  propose,
};

interface Sizes {
  readonly bonus: Sized<bigint>;
  readonly sample: Sized<bigint>;
  readonly service: Sized<bigint>;
  readonly partner: Sized<bigint>;
  readonly ambassador: Sized<bigint>;
}

function propose(sizes: ShopSizes): Proposal {
  const of: Sizes = {
    bonus: amountOf(sizes, rateWithin(sizes, { wanted: 500n, partOfMargin: 800n })),
    sample: amountOf(sizes, rateWithin(sizes, { wanted: 300n, partOfMargin: 500n })),
    service: amountOf(sizes, rateWithin(sizes, { wanted: 1000n, partOfMargin: 1500n })),
    partner: rateWithin(sizes, { wanted: 500n, partOfMargin: 2000n }),
    ambassador: rateWithin(sizes, { wanted: 1000n, partOfMargin: 3300n }),
  };
  const gift: GrantWire = {
    to: 'friend',
    benefit: { kind: 'gift', sku: SAMPLE_NAME[sizes.locale], cost: moneyOf(sizes, of.sample.value) },
  };
  return {
    document: {
      name: { ru: 'Три уровня', en: 'Three levels' },
      currency: sizes.currency,
      enrolment: { mode: 'automatic', if: [{ deliveredOrders: { atLeast: 1 } }] },
      attribution: { windowDays: sizes.windowDays.value, touch: 'first', lockAt: 'firstPaidOrder' },
      sharing: 'private',
      offerStyle: 'gift',
      shortfall: 'debt',
      budget: moneyOf(sizes, sizes.order.value * 100n),
      perks: [...threeLevelsPerks(sizes, of.service)],
      rules: [
        // First, as its hold is the referral's: a friend brings a tier when their money is safe (0-16), not with the sample.
        {
          ...firstOrderRule('first-friend', sizes),
          if: [...(firstOrderRule('first-friend', sizes).if ?? []), { referralNumber: { is: 1 } }],
          grant: [{ to: 'referrer', benefit: { kind: 'perk', perk: 'webinar' }, hold: RETURN_HOLD }],
        },
        {
          ...firstOrderRule('friend-first-order', sizes),
          grant: [gift],
        },
      ],
      tiers: [trusted(), active(sizes, of, gift), partner(sizes, of, gift), ambassador(sizes, of, gift)],
    },
    reasons: [
      enrolmentReason('/enrolment'),
      ...attributionReasons(sizes.windowDays.because),
      privateReason(),
      offerStyleReason('gift', {
        ru: 'Вебинар — для своих, а пробник — другу: с него и начинается приглашение.',
        en: 'The webinar is for members and the sample for the friend: the invitation begins with it.',
      }),
      debtReason(),
      budgetReason('/budget'),
      ...perkReasons(of.service),
      ...firstOrderReasons('/rules/0', sizes),
      {
        path: '/rules/0',
        because: evidence('jinHuang', {
          ru: 'За первого друга — место на вебинаре, а не деньги; второе место тому же человеку ни к чему.',
          en: 'For the first friend a place at the webinar and not money; a second place is of no use to the same person.',
        }),
      },
      holdReason('/rules/0/grant/0/hold'),
      ...firstOrderReasons('/rules/1', sizes),
      { path: '/rules/1/grant/0', because: of.sample.because },
      ...tierReasons(sizes, { bonus: of.bonus.because, sample: of.sample.because }),
      ...commissionReasons('/tiers/2/rules/0', sizes, of.partner.because),
      ...commissionReasons('/tiers/3/rules/0', sizes, of.ambassador.because),
    ],
  };
}

function trusted(): TierWire {
  return {
    id: 'trusted',
    name: { ru: 'Доверенный', en: 'Trusted' },
    badge: { ru: 'Свой человек', en: 'One of us' },
    greeting: { ru: 'Рады видеть вас снова.', en: 'Good to see you again.' },
    thankYou: {
      ru: 'Спасибо, что возвращаетесь. Теперь вы узнаёте всё первыми.',
      en: 'Thank you for coming back. From now on you hear everything first.',
    },
    entry: { if: [{ paidOrders: { atLeast: 2 } }, { score: { atLeast: SATISFIED } }, { noOpenComplaint: true }] },
    perks: ['webinar', 'early-sale', 'news'],
  };
}

function active(sizes: ShopSizes, { bonus }: Sizes, gift: GrantWire): TierWire {
  const step = (from: number, times: bigint) => ({ from, amount: moneyOf(sizes, bonus.value * times) });
  return {
    id: 'active',
    name: { ru: 'Активный рекомендатель', en: 'Active referrer' },
    badge: { ru: 'Рекомендует', en: 'Recommends' },
    thankYou: {
      ru: 'Спасибо за друга. Чем больше приведёте, тем лучше.',
      en: 'Thank you for your friend. The more you bring, the better.',
    },
    entry: { if: [{ qualifiedReferrals: { atLeast: 1 } }] },
    perks: ['webinar', 'early-sale', 'news'],
    replaces: FIRST_STEPS,
    rules: [
      {
        ...firstOrderRule('active-friend', sizes),
        grant: [
          {
            to: 'referrer',
            benefit: { kind: 'credit', steps: { mode: 'marginal', per: 'life', table: [step(1, 1n), step(3, 2n), step(5, 3n)] } },
            hold: RETURN_HOLD,
            expiresAfterDays: sizes.lifeDays.value,
          },
          gift,
        ],
        caps: { perReferrer: YEARLY_CAP },
      },
      {
        ...firstOrderRule('third-friend', sizes),
        if: [...(firstOrderRule('third-friend', sizes).if ?? []), { referralNumber: { is: 3 } }],
        grant: [
          {
            to: 'referrer',
            benefit: { kind: 'choice', of: ['consultation', 'service', 'product-council'], default: 'consultation', withinDays: 30 },
            hold: RETURN_HOLD,
          },
        ],
      },
    ],
  };
}

function partner(sizes: ShopSizes, { partner: share }: Sizes, gift: GrantWire): TierWire {
  return {
    id: 'partner',
    name: { ru: 'Бизнес-партнёр', en: 'Business partner' },
    badge: { ru: 'Партнёр', en: 'Partner' },
    thankYou: {
      ru: 'Вы привели больше пяти друзей. Теперь это партнёрство.',
      en: 'You have brought more than five friends. This is a partnership now.',
    },
    // "More than five" is six (0-20).
    entry: { if: [{ qualifiedReferrals: { atLeast: 6 } }], acceptance: 'partnerTerms' },
    graceDays: 30,
    perks: ['webinar', 'early-sale', 'news', 'closed-event'],
    replaces: FIRST_STEPS,
    rules: [commissionRule('partner-share', sizes, share), { ...firstOrderRule('partner-friend', sizes), grant: [gift] }],
  };
}

function ambassador(sizes: ShopSizes, { ambassador: share }: Sizes, gift: GrantWire): TierWire {
  return {
    id: 'ambassador',
    name: { ru: 'Амбассадор бренда', en: 'Brand ambassador' },
    badge: { ru: 'Амбассадор', en: 'Ambassador' },
    thankYou: { ru: 'Десять друзей. Вы — лицо нашего дела.', en: 'Ten friends. You are the face of what we do.' },
    entry: { if: [{ qualifiedReferrals: { atLeast: 10 } }], acceptance: 'partnerTerms' },
    graceDays: 30,
    perks: ['webinar', 'early-sale', 'news', 'closed-event'],
    replaces: FIRST_STEPS,
    rules: [commissionRule('ambassador-share', sizes, share), { ...firstOrderRule('ambassador-friend', sizes), grant: [gift] }],
  };
}
