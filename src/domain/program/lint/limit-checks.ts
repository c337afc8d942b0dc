/** Checks of caps, budgets and holds. */

import { percentFloor } from '../../money/money.ts';
import { isReferralRule } from '../document.ts';
import { hasOrder } from '../trigger.ts';
import type { Check } from './advice.ts';
import { atDocument, atRule, type CheckDefinition, type LintContext, ruleNames } from './check.ts';
import { DAYS, EN, ORDERS, RU } from './numbers-in-words.ts';
import { costOnTypicalOrder, estimatedCost } from './order-costs.ts';
import { isMoney } from './price-checks.ts';
import { evidence } from './sources.ts';

/** What the buyer may return goods within, by law, in the EU; Russia has 7. */
const RETURN_DAYS = 14;

export const limitChecks = {
  'no-referrer-cap': { severity: 'warning', find: findOpenReferrers },
  'no-budget': { severity: 'warning', find: findMissingBudget },
  'no-hold': { severity: 'warning', find: findMissingHolds },
  'hold-shorter-than-returns': { severity: 'warning', find: findShortHolds },
  'hold-waits-for-delivery': { severity: 'warning', find: findHoldsWithoutDelivery },
  'all-reviewed-by-hand': { severity: 'note', find: findReviewOfAll },
  'debts-forgiven': { severity: 'warning', find: findForgivenDebts },
} as const satisfies Partial<Record<Check, CheckDefinition>>;

function findOpenReferrers(context: LintContext) {
  return context.rules.flatMap((placed) => {
    const legs = context.grants.filter((leg) => leg.rule === placed.rule && leg.grant.to === 'referrer' && isMoney(leg));
    if (legs.length === 0 || placed.rule.caps.perReferrer !== null) return [];
    const { document, figures } = context;
    const one = legs.reduce<bigint>((sum, leg) => sum + (costOnTypicalOrder(context, leg) ?? 0n), 0n);
    const hundred = one * 100n;
    const sum =
      figures === null || one === 0n
        ? { ru: 'Сумма не ограничена ничем.', en: 'Nothing limits the sum.' }
        : {
            ru: `Сто приглашений на средний заказ — ${RU.money(hundred, document.currency)} одному человеку.`,
            en: `A hundred referrals at the mean order are ${EN.money(hundred, document.currency)} to one person.`,
          };
    return [
      {
        where: atRule(placed, '/caps'),
        reason: {
          ru: `Один рекомендатель может получить по правилу ${placed.inWords.ru} сколько угодно. ${sum.ru}`,
          en: `One referrer may earn without end by rule ${placed.inWords.en}. ${sum.en}`,
        },
        evidence: evidence('caps', {
          ru: 'Накрутку и утечку кода останавливает предел на человека.',
          en: 'A limit for each person stops farming and a leaked code.',
        }),
        cost: estimatedCost(context, legs),
        suggestion: {
          ru: 'Поставьте предел на одного человека, например 20 наград в год.',
          en: 'Set a limit for one person, for example 20 rewards a year.',
          patch: { path: `${placed.path}/caps/perReferrer`, value: { count: 20, per: 'year' } },
        },
      },
    ];
  });
}

function findMissingBudget(context: LintContext) {
  if (context.document.budget !== null) return [];
  const open = context.rules.filter(({ rule }) => rule.caps.budget === null);
  const legs = context.grants.filter((leg) => isMoney(leg) && open.some(({ rule }) => rule === leg.rule));
  const [first] = legs;
  if (first === undefined) return [];
  const names = ruleNames(legs);
  return [
    {
      where: atDocument('/budget'),
      reason: {
        ru: `Предела расходов нет ни у программы, ни у правил, которые дают деньги (${names.ru}). Расход ограничен только числом заказов.`,
        en: `Neither the programme nor what gives money in it (${names.en}) has a budget. Only the number of orders limits what is spent.`,
      },
      evidence: evidence('convention', {
        ru: 'Бюджет останавливает новые награды сам, когда программа тратит больше, чем задумано; начисленное он не отнимает.',
        en: 'A budget stops new rewards by itself when the programme spends more than meant; it takes nothing back.',
      }),
      cost: estimatedCost(
        context,
        legs.filter(({ rule }) => rule === first.rule),
      ),
      suggestion: {
        ru: 'Поставьте предел расходов на всю программу: сумму, которую не жалко потерять.',
        en: 'Set a limit on the whole programme: a sum you can afford to lose.',
      },
    },
  ];
}

function findMissingHolds(context: LintContext) {
  const { figures } = context;
  return context.grants.flatMap((leg) => {
    const { grant, rule } = leg;
    const isSpendable = grant.benefit.kind === 'credit' || grant.benefit.kind === 'commission' || grant.benefit.kind === 'points';
    if (!isSpendable || grant.hold !== null || !hasOrder(rule.on)) return [];
    const cost = estimatedCost(context, [leg]);
    const refunds = figures === null ? null : figures.refundRateBasisPoints;
    const lost = cost === null || refunds === null ? null : { ...cost, amountMinor: percentFloor(cost.amountMinor, refunds) };
    return [
      {
        where: atRule(leg, '/hold'),
        reason: {
          ru: `Награда правила ${leg.inWords.ru} выдаётся сразу: её успеют потратить до возврата заказа.`,
          en: `The reward of rule ${leg.inWords.en} is given at once: it can be spent before the order is returned.`,
        },
        evidence:
          refunds === null
            ? evidence('keptAfterRefund', {
                ru: 'Награда, оставшаяся после возврата, — старая жалоба на такие программы.',
                en: 'A reward that stays after a refund is an old complaint about such programmes.',
              })
            : evidence('own-orders', {
                ru: `С возвратами — ${RU.percent(refunds)} ваших заказов.`,
                en: `${EN.percent(refunds)} of your orders have a refund.`,
              }),
        cost: lost === null || lost.amountMinor === 0n ? null : lost,
        suggestion: {
          ru: `Держите ${RU.count(RETURN_DAYS, DAYS.ru)} от доставки.`,
          en: `Hold it for ${EN.count(RETURN_DAYS, DAYS.en)} from delivery.`,
          patch: { path: `${leg.path}/hold`, value: { days: RETURN_DAYS, from: 'delivery', orFromPaymentDays: 21 } },
        },
      },
    ];
  });
}

function findShortHolds(context: LintContext) {
  return context.grants.flatMap((leg) => {
    const { hold } = leg.grant;
    if (hold === null || hold.days === null || hold.days >= RETURN_DAYS || !hasOrder(leg.rule.on)) return [];
    return [
      {
        where: atRule(leg, '/hold/days'),
        reason: {
          ru: `Удержание правила ${leg.inWords.ru} — ${RU.count(hold.days, DAYS.ru)}, а заказ можно вернуть ещё ${RU.count(RETURN_DAYS - hold.days, DAYS.ru)}.`,
          en: `The hold of rule ${leg.inWords.en} is ${EN.count(hold.days, DAYS.en)}, and the order can be returned for ${EN.count(RETURN_DAYS - hold.days, DAYS.en)} more.`,
        },
        evidence: evidence('returnRight', {
          ru: `Право вернуть покупку действует до ${RU.count(RETURN_DAYS, DAYS.ru)}.`,
          en: `The right to return a purchase lasts up to ${EN.count(RETURN_DAYS, DAYS.en)}.`,
        }),
        cost: null,
        suggestion: {
          ru: 'Удлините удержание до срока возврата.',
          en: 'Make the hold as long as the time of return.',
          patch: { path: `${leg.path}/hold/days`, value: RETURN_DAYS },
        },
      },
    ];
  });
}

function findHoldsWithoutDelivery(context: LintContext) {
  const { figures } = context;
  return context.grants.flatMap((leg) => {
    const { hold } = leg.grant;
    if (hold === null || hold.days === null || hold.from !== 'delivery' || hold.orFromPaymentDays !== null) return [];
    if (figures !== null && figures.deliveredOrders > 0) return [];
    return [
      {
        where: atRule(leg, '/hold/orFromPaymentDays'),
        reason: {
          ru: `Удержание правила ${leg.inWords.ru} кончается только через ${RU.count(hold.days, DAYS.ru)} после доставки: без события о доставке — никогда.`,
          en: `The hold of rule ${leg.inWords.en} ends ${EN.count(hold.days, DAYS.en)} after delivery only: without an event of delivery, never.`,
        },
        evidence:
          figures === null
            ? evidence('arithmetic', { ru: 'Событий о доставке пока нет.', en: 'No deliveries are known yet.' })
            : evidence('own-orders', {
                ru: `Доставлено: 0 из ${RU.number(figures.orders)} ваших заказов.`,
                en: `0 of your ${EN.count(figures.orders, ORDERS.en)} are marked as delivered.`,
              }),
        cost: null,
        suggestion: {
          ru: 'Укажите, через сколько дней от оплаты отдать награду, если о доставке неизвестно, или сообщайте о доставке.',
          en: 'Say how many days after payment it is given if delivery is not known, or tell of deliveries.',
          patch: { path: `${leg.path}/hold/orFromPaymentDays`, value: hold.days + 7 },
        },
      },
    ];
  });
}

function findReviewOfAll(context: LintContext) {
  const { figures } = context;
  return context.grants.flatMap((leg) => {
    if (!leg.grant.hold?.reasons.includes('review')) return [];
    const orders = figures === null ? null : isReferralRule(leg.rule) ? figures.firstOrdersPerMonth : figures.ordersPerMonth;
    const work =
      orders === null
        ? { ru: 'Каждую смотрит человек.', en: 'A person looks at each.' }
        : { ru: `До ${RU.number(orders)} решений в месяц.`, en: `Up to ${EN.number(orders)} decisions a month.` };
    return [
      {
        where: atRule(leg, '/hold/reasons'),
        reason: {
          ru: `Каждую награду правила ${leg.inWords.ru} подтверждает человек; непросмотренная ждёт и сама не выдаётся.`,
          en: `A person confirms each reward of rule ${leg.inWords.en}; one nobody looked at waits and is not given by itself.`,
        },
        evidence: evidence('missedReview', work),
        cost: null,
        suggestion: {
          ru: 'Оставьте проверку только дорогим наградам; остальным хватит срока удержания.',
          en: 'Keep the review for dear rewards; a hold by date is enough for the rest.',
        },
      },
    ];
  });
}

function findForgivenDebts(context: LintContext) {
  const { document } = context;
  const open = context.grants.filter(
    (leg) => isMoney(leg) && leg.grant.benefit.kind !== 'coupon' && leg.grant.hold === null && hasOrder(leg.rule.on),
  );
  const [first] = open;
  if (document.shortfall !== 'clamp' || first === undefined) return [];
  return [
    {
      where: atDocument('/shortfall'),
      reason: {
        ru: `Потраченное до возврата прощается, а награда правила ${first.inWords.ru} выдаётся сразу: купить, потратить и вернуть — бесплатно.`,
        en: `What was spent before a refund is forgiven, and the reward of rule ${first.inWords.en} is given at once: to buy, spend and return is free.`,
      },
      evidence: evidence('keptAfterRefund', {
        ru: 'Покупка с возвратом ради награды — известный способ обмана.',
        en: 'Buying and returning for the reward is a known abuse.',
      }),
      cost: estimatedCost(context, [first]),
      suggestion: {
        ru: 'Поставьте удержание или запоминайте долг.',
        en: 'Set a hold, or keep the debt.',
        patch: { path: '/shortfall', value: 'debt' },
      },
    },
  ];
}
