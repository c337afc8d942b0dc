/** Reasons several templates have in common. */

import type { HoldWire, RuleWire } from '../contract/program-document-schema.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import { evidence } from '../domain/program/lint/sources.ts';
import { moneyOf, type ShopSizes } from './shop-sizes.ts';
import type { Reason } from './template.ts';

/** The name under which a free sample stands in orders; a shop puts its own in. */
export const SAMPLE_NAME = { ru: 'Пробник', en: 'Sample' } as const;

/** 14 days from delivery, or 21 from payment where nobody records deliveries. */
export const RETURN_HOLD: HoldWire = { days: 14, from: 'delivery', orFromPaymentDays: 21 };

export function holdReason(path: string): Reason {
  return {
    path,
    because: evidence('returnRight', {
      ru: 'Награда ждёт, пока заказ можно вернуть; где доставку не отмечают, неделя добавлена на дорогу.',
      en: 'The reward waits while the order can be returned; where deliveries are not recorded a week is added for the way.',
    }),
  };
}

/** Twenty rewards a year for each referrer. */
export const YEARLY_CAP: NonNullable<RuleWire['caps']>['perReferrer'] = { count: 20, per: 'year' };

export function capReason(path: string): Reason {
  return {
    path,
    because: evidence('caps', {
      ru: '20 наград в год: друзей у людей меньше, а накрутка и утёкший код остановятся.',
      en: '20 rewards a year: people have fewer friends to bring, while farming and a leaked code stop there.',
    }),
  };
}

export function budgetReason(path: string): Reason {
  return {
    path,
    because: evidence('convention', {
      ru: 'Сто наград обычного размера: ошибка в правилах не обойдётся дороже. Поставьте сумму, которую не жалко потерять.',
      en: 'A hundred rewards of the usual size: a mistake in the rules cannot cost more. Set a sum you can afford to lose.',
    }),
  };
}

function newcomersReason(path: string): Reason {
  return {
    path,
    because: evidence('kumar', {
      ru: 'Считается только первый заказ нового покупателя: часть остальных купила бы и так.',
      en: 'Only a new customer’s first order counts: some of the others would have bought anyway.',
    }),
  };
}

export function enrolmentReason(path: string): Reason {
  return {
    path,
    because: evidence('convention', {
      ru: 'Просим рекомендовать того, кому заказ уже доставлен: доверие сначала, просьба потом.',
      en: 'Whoever has received an order is asked to recommend: trust first, the request afterwards.',
    }),
  };
}

export function attributionReasons(windowDays: Reason['because']): readonly Reason[] {
  return [
    { path: '/attribution/windowDays', because: windowDays },
    {
      path: '/attribution/touch',
      because: evidence('convention', {
        ru: 'Засчитываем того, кто рассказал первым; код на кассе всё равно сильнее ссылки.',
        en: 'Whoever told first counts; a code at the checkout is stronger than a link in any case.',
      }),
    },
    {
      path: '/attribution/lockAt',
      because: evidence('convention', {
        ru: 'Кто привёл, решается один раз, с первой оплатой, и сам не меняется.',
        en: 'Who brought the friend is settled once, with the first payment, and does not change by itself.',
      }),
    },
  ];
}

export function privateReason(): Reason {
  return {
    path: '/sharing',
    because: evidence('adMark', {
      ru: 'Личное приглашение — не реклама; публичный пост за награду — реклама с обязательной пометкой.',
      en: 'An invitation in private is no advertisement; a public post for a reward is one and has to be marked.',
    }),
  };
}

/** Why the offer is told as a gift, or as a reward (0-23). */
export function offerStyleReason(style: 'gift' | 'reward', text: LocalizedText): Reason {
  return { path: '/offerStyle', because: evidence(style === 'gift' ? 'gershon' : 'convention', text) };
}

export function debtReason(): Reason {
  return {
    path: '/shortfall',
    because: evidence('keptAfterRefund', {
      ru: 'Потраченное до возврата становится долгом и закрывается следующей наградой.',
      en: 'What was spent before a refund becomes a debt that the next reward pays.',
    }),
  };
}

/** The beginning of a rule for a new customer's first order of at least the proposed minimum. */
export function firstOrderRule(id: string, sizes: ShopSizes): Pick<RuleWire, 'id' | 'on' | 'if'> {
  return {
    id,
    on: 'order.paid',
    if: [{ newCustomer: true }, { orderNumber: { is: 1 } }, { paid: { atLeast: moneyOf(sizes, sizes.minimumOrder.value) } }],
  };
}

export function firstOrderReasons(path: string, sizes: ShopSizes): readonly Reason[] {
  return [
    {
      path: `${path}/on`,
      because: evidence('convention', {
        ru: 'Засчитывается оплата, а не регистрация: награда приходит вместе с деньгами за заказ.',
        en: 'A payment counts and not a sign-up: the reward comes with the money of an order.',
      }),
    },
    newcomersReason(`${path}/if/0`),
    newcomersReason(`${path}/if/1`),
    { path: `${path}/if/2`, because: sizes.minimumOrder.because },
  ];
}
