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
} from './shared-reasons.ts';
import { moneyOf, type ShopSizes } from './shop-sizes.ts';
import type { Proposal, Template } from './template.ts';

const GROUP_PLACES = 50;
const REFUND_DAYS = 14;

/** The seed's course seller (0-15, 1-19): a free extra course for a referral, and a closed group that tries new products first. */
export const courseSeller: Template = {
  id: 'course-seller',
  goals: ['wordOfMouth', 'firstSales'],
  name: { ru: 'Курсы: ещё один курс за друга', en: 'Courses: another course for a friend' },
  forWhom: {
    ru: 'Эксперты и школы: ещё один ученик готового курса ничего не стоит, а ценится как целый курс.',
    en: 'Experts and schools: one more student of a finished course costs nothing and is valued as a whole course.',
  },
  notWhen: [
    {
      ru: 'Курс пока один: дарить нечего, а скидка на единственный продукт обесценит его.',
      en: 'There is only one course yet: there is nothing to give, and a discount on the only product cheapens it.',
    },
    {
      ru: 'До конца доходят немногие: сначала пусть учатся, потом рассказывают.',
      en: 'Few finish the course: let them learn first and tell afterwards.',
    },
  ],
  propose,
};

function propose(sizes: ShopSizes): Proposal {
  const hold = { days: REFUND_DAYS, from: 'payment' } as const;
  return {
    document: {
      name: { ru: 'Учимся вместе', en: 'Learn together' },
      currency: sizes.currency,
      enrolment: { mode: 'automatic', if: [{ paidOrders: { atLeast: 1 } }] },
      attribution: { windowDays: sizes.windowDays.value, touch: 'first', lockAt: 'firstPaidOrder' },
      sharing: 'private',
      offerStyle: 'gift',
      shortfall: 'debt',
      budget: moneyOf(sizes, sizes.order.value * 100n),
      perks: [
        {
          id: 'extra-course',
          name: { ru: 'Дополнительный курс', en: 'An extra course' },
          kind: 'access',
          cost: moneyOf(sizes, 0n),
          revokeOnRefund: true,
        },
        {
          id: 'test-group',
          name: { ru: 'Закрытая группа: пробуем новое первыми', en: 'The closed group that tries new things first' },
          kind: 'seat',
          cost: moneyOf(sizes, 0n),
          capacity: GROUP_PLACES,
          revokeOnRefund: true,
        },
      ],
      rules: [
        {
          ...firstOrderRule('friend-buys-course', sizes),
          grant: [
            { to: 'referrer', benefit: { kind: 'perk', perk: 'extra-course' }, hold },
            { to: 'friend', benefit: { kind: 'perk', perk: 'extra-course' }, hold },
          ],
          caps: { perReferrer: { count: 5, per: 'year' } },
        },
        {
          id: 'second-course',
          on: 'order.paid',
          if: [{ orderNumber: { is: 2 } }],
          grant: [{ to: 'buyer', benefit: { kind: 'perk', perk: 'test-group' } }],
        },
      ],
    },
    reasons: reasonsFor(sizes),
  };
}

function reasonsFor(sizes: ShopSizes): Proposal['reasons'] {
  return [
    enrolmentReason('/enrolment'),
    ...attributionReasons(sizes.windowDays.because),
    privateReason(),
    offerStyleReason('gift', {
      ru: 'Друг получает тот же курс: приглашение — подарок, а не заработок на знакомом.',
      en: 'The friend gets the same course: the invitation is a gift and not an income from somebody one knows.',
    }),
    debtReason(),
    budgetReason('/budget'),
    {
      path: '/perks/0',
      because: evidence('jinHuang', {
        ru: 'Курс вместо денег: неденежные награды у слабых брендов давали больше рекомендаций. Вам он почти ничего не стоит.',
        en: 'A course instead of money: rewards in kind brought more recommendations to weak brands. It costs you next to nothing.',
      }),
    },
    {
      path: '/perks/1',
      because: evidence('convention', {
        ru: '50 мест: в группе ещё можно услышать каждого.',
        en: '50 places: everybody can still be heard in the group.',
      }),
    },
    ...firstOrderReasons('/rules/0', sizes),
    {
      path: '/rules/0/grant',
      because: evidence('gershon', {
        ru: 'Другу — тот же курс, что и рекомендателю: он получает не меньше.',
        en: 'The friend gets the same course as the referrer, and so no less.',
      }),
    },
    {
      path: '/rules/0/grant/0/hold',
      because: evidence('returnRight', {
        ru: 'Доступ открывается, когда деньги за курс друга уже не вернут.',
        en: 'The access opens when the friend’s course can no longer be refunded.',
      }),
    },
    {
      path: '/rules/0/caps',
      because: evidence('convention', {
        ru: 'Пять курсов в год: больше никто не пройдёт.',
        en: 'Five courses a year: nobody takes more.',
      }),
    },
    {
      path: '/rules/1',
      because: evidence('convention', {
        ru: 'Кто купил второй раз, тот доверяет: ему и показывают новое первым.',
        en: 'Whoever buys a second time trusts you: they see new things first.',
      }),
    },
  ];
}
