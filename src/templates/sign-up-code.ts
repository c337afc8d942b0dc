import { evidence } from '../domain/program/lint/sources.ts';
import {
  attributionReasons,
  budgetReason,
  debtReason,
  enrolmentReason,
  firstOrderReasons,
  firstOrderRule,
  offerStyleReason,
  privateReason,
  RETURN_HOLD,
} from './shared-reasons.ts';
import { amountOf, moneyOf, rateWithin, type ShopSizes } from './shop-sizes.ts';
import type { Proposal, Reason, Template } from './template.ts';

const COUPON_DAYS = 30;

/** For sign-ups (1-09): the friend is welcomed when they register; the referrer is rewarded when they stay and buy, after a look. */
export const signUpCode: Template = {
  id: 'sign-up-code',
  goals: ['signUps'],
  name: { ru: 'Регистрации по приглашению', en: 'Sign-ups by invitation' },
  forWhom: {
    ru: 'Сервис, где важен сам вход: человек регистрируется раньше, чем покупает.',
    en: 'A service in which coming in matters by itself: people register before they buy.',
  },
  notWhen: [
    {
      ru: 'После регистрации почти никто не покупает: вы оплатите пустые учётные записи.',
      en: 'Hardly anybody buys after signing up: you would pay for empty accounts.',
    },
    {
      ru: 'Телефон или почту при регистрации не проверяют: один человек заведёт их сколько захочет.',
      en: 'Neither phone nor e-mail is verified at sign-up: one person can make as many accounts as they like.',
    },
  ],
  propose,
};

function propose(sizes: ShopSizes): Proposal {
  const welcome = amountOf(sizes, rateWithin(sizes, { wanted: 500n, partOfMargin: 1500n }));
  const hold = { ...RETURN_HOLD, reasons: ['review' as const] };
  return {
    document: {
      name: { ru: 'Заходите вместе', en: 'Come in together' },
      currency: sizes.currency,
      enrolment: { mode: 'automatic', if: [{ paidOrders: { atLeast: 1 } }] },
      attribution: { windowDays: sizes.windowDays.value, touch: 'first', lockAt: 'signUp' },
      sharing: 'private',
      offerStyle: 'gift',
      shortfall: 'debt',
      budget: moneyOf(sizes, welcome.value * 200n),
      rules: [
        {
          id: 'friend-signs-up',
          on: 'member.signed_up',
          if: [{ newCustomer: true }],
          grant: [
            { to: 'friend', benefit: { kind: 'coupon', amount: moneyOf(sizes, welcome.value), use: 'nextOrder', validDays: COUPON_DAYS } },
          ],
        },
        {
          ...firstOrderRule('friend-first-order', sizes),
          grant: [
            {
              to: 'referrer',
              benefit: { kind: 'credit', amount: moneyOf(sizes, welcome.value) },
              hold,
              expiresAfterDays: sizes.lifeDays.value,
            },
          ],
          caps: { perReferrer: { count: 5, per: 'month' } },
        },
      ],
    },
    reasons: [
      enrolmentReason('/enrolment'),
      ...attributionReasons(sizes.windowDays.because),
      privateReason(),
      styleReason(),
      debtReason(),
      budgetReason('/budget'),
      {
        path: '/rules/0/on',
        because: evidence('convention', {
          ru: 'Цель — регистрации, поэтому друга встречают с ней, а не с оплатой.',
          en: 'The goal is sign-ups, so the friend is welcomed with one and not with a payment.',
        }),
      },
      {
        path: '/rules/0/if',
        because: evidence('kumar', {
          ru: 'Только для новых: тот, кто уже покупал, зарегистрировался бы и так.',
          en: 'New ones only: whoever has bought before would have signed up anyway.',
        }),
      },
      { path: '/rules/0/grant/0/benefit/amount', because: welcome.because },
      {
        path: '/rules/0/grant/0/benefit',
        because: evidence('convention', {
          ru: 'Купон на первый заказ, 30 дней: пустая учётная запись ничего не получает деньгами.',
          en: 'A coupon for the first order, 30 days: an empty account gets nothing in money.',
        }),
      },
      ...firstOrderReasons('/rules/1', sizes),
      {
        path: '/rules/1/grant/0/benefit',
        because: evidence('koscot', {
          ru: 'Рекомендателю — не меньше и не больше друга, и только за покупку: плата за саму регистрацию — признак пирамиды.',
          en: 'The referrer gets as much as the friend, and for a purchase only: pay for the sign-up itself is the mark of a pyramid.',
        }),
      },
      {
        path: '/rules/1/grant/0/hold',
        because: evidence('caps', {
          ru: 'Срок возврата и взгляд человека: регистрации подделать легче, чем заказы. Непросмотренное ждёт и само не выдаётся.',
          en: 'The time for returns and a person’s look: sign-ups are easier to fake than orders. What nobody looked at waits and is not given by itself.',
        }),
      },
      { path: '/rules/1/grant/0/expiresAfterDays', because: sizes.lifeDays.because },
      {
        path: '/rules/1/caps',
        because: evidence('caps', {
          ru: 'Пять в месяц: накрутка регистраций останавливается быстро.',
          en: 'Five a month: farming of sign-ups stops soon.',
        }),
      },
    ],
  };
}

function styleReason(): Reason {
  return offerStyleReason('gift', {
    ru: 'Друга просят только зарегистрироваться: приветственная скидка — подарок, который ничего не требует взамен.',
    en: 'The friend is only asked to sign up: the welcome discount is a gift that asks for nothing in return.',
  });
}
