/** Checks of the window and of who is taken to have brought a friend. */

import type { Check } from './advice.ts';
import { atDocument, type CheckDefinition, type LintContext } from './check.ts';
import { DAYS, EN, RU } from './numbers-in-words.ts';
import { evidence } from './sources.ts';

const SHOPS_WINDOW_DAYS = 30;
const LONG_WINDOW_DAYS = 365;

export const attributionChecks = {
  'window-shorter-than-cycle': { severity: 'warning', find: findShortWindow },
  'window-very-long': { severity: 'note', find: findLongWindow },
  'lock-before-order': { severity: 'note', find: findEarlyLock },
  'last-touch-in-public': { severity: 'warning', find: findPublicLastTouch },
} as const satisfies Partial<Record<Check, CheckDefinition>>;

function rewardsReferrals({ grants }: LintContext): boolean {
  return grants.some(({ grant }) => grant.to !== 'buyer');
}

function findShortWindow(context: LintContext) {
  const { windowDays } = context.document.attribution;
  const cycle = context.figures?.medianDaysBetweenOrders ?? null;
  const needed = cycle ?? SHOPS_WINDOW_DAYS;
  if (!rewardsReferrals(context) || windowDays >= needed) return [];
  return [
    {
      where: atDocument('/attribution/windowDays'),
      reason: {
        ru: `Приглашение действует ${RU.count(windowDays, DAYS.ru)}, а покупают раз в ${RU.count(needed, DAYS.ru)}: друг не успеет решиться, и рекомендация не засчитается.`,
        en: `An invitation lasts ${EN.count(windowDays, DAYS.en)}, and people buy every ${EN.count(needed, DAYS.en)}: the friend has no time to decide, and the recommendation will not count.`,
      },
      evidence:
        cycle === null
          ? evidence('window', {
              ru: `Обычное окно магазина — ${RU.count(SHOPS_WINDOW_DAYS, DAYS.ru)}.`,
              en: `A shop’s usual window is ${EN.count(SHOPS_WINDOW_DAYS, DAYS.en)}.`,
            })
          : evidence('own-orders', {
              ru: `Между заказами одного клиента обычно ${RU.count(cycle, DAYS.ru)}.`,
              en: `There are usually ${EN.count(cycle, DAYS.en)} between a customer’s orders.`,
            }),
      cost: null,
      suggestion: {
        ru: `Поставьте не меньше ${RU.count(needed, DAYS.ru)}.`,
        en: `Set at least ${EN.count(needed, DAYS.en)}.`,
        patch: { path: '/attribution/windowDays', value: needed },
      },
    },
  ];
}

function findLongWindow(context: LintContext) {
  const { windowDays } = context.document.attribution;
  if (!rewardsReferrals(context) || windowDays <= LONG_WINDOW_DAYS) return [];
  return [
    {
      where: atDocument('/attribution/windowDays'),
      reason: {
        ru: `Приглашение действует ${RU.count(windowDays, DAYS.ru)}: награда придёт и за тех, кто пришёл бы сам.`,
        en: `An invitation lasts ${EN.count(windowDays, DAYS.en)}: the reward is paid for those, too, who would have come anyway.`,
      },
      evidence: evidence('kumar', {
        ru: 'Часть приглашённых пришла бы и без приглашения.',
        en: 'Some of the referred would have come without a referral.',
      }),
      cost: null,
      suggestion: {
        ru: 'Обычно хватает 60 дней.',
        en: '60 days are usually enough.',
        patch: { path: '/attribution/windowDays', value: 60 },
      },
    },
  ];
}

function findEarlyLock(context: LintContext) {
  const { lockAt, windowDays } = context.document.attribution;
  if (!rewardsReferrals(context) || lockAt !== 'signUp') return [];
  return [
    {
      where: atDocument('/attribution/lockAt'),
      reason: {
        ru: `Рекомендатель закрепляется при регистрации: код, введённый позже при первой покупке, в эти ${RU.count(windowDays, DAYS.ru)} уже не поможет.`,
        en: `The referrer is fixed at sign-up: a code typed later, at the first purchase, no longer helps within these ${EN.count(windowDays, DAYS.en)}.`,
      },
      evidence: evidence('window', {
        ru: '«Моё приглашение не засчитали» — самая частая жалоба на такие программы.',
        en: '“My referral was not counted” is the commonest complaint about such programmes.',
      }),
      cost: null,
      suggestion: {
        ru: 'Закрепляйте при первой оплате.',
        en: 'Fix it at the first payment.',
        patch: { path: '/attribution/lockAt', value: 'firstPaidOrder' },
      },
    },
  ];
}

function findPublicLastTouch(context: LintContext) {
  const { document } = context;
  if (!rewardsReferrals(context) || document.sharing !== 'public' || document.attribution.touch !== 'last') return [];
  return [
    {
      where: atDocument('/attribution/touch'),
      reason: {
        ru: `Ссылки публичны, а побеждает последнее касание из ${RU.count(document.attribution.windowDays, DAYS.ru)}: купонный сайт перехватит того, кого привёл клиент.`,
        en: `Links are public and the last touch of ${EN.count(document.attribution.windowDays, DAYS.en)} wins: a coupon site takes over whom a customer has brought.`,
      },
      evidence: evidence('leakedCodes', {
        ru: 'Коды уходят на купонные сайты, расширения браузеров подставляют их сами.',
        en: 'Codes leak to coupon sites, and browser extensions apply them by themselves.',
      }),
      cost: null,
      suggestion: {
        ru: 'Считайте первое касание.',
        en: 'Count the first touch.',
        patch: { path: '/attribution/touch', value: 'first' },
      },
    },
  ];
}
