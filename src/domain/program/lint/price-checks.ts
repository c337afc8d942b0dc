/** Checks of discounts and sizes (requirement 0-01). */

import { isReferralRule } from '../document.ts';
import { benefitCost, type PlacedGrant } from '../give-away.ts';
import { hasOrder } from '../trigger.ts';
import type { Check } from './advice.ts';
import { atDocument, atRule, type CheckDefinition, type LintContext } from './check.ts';
import { EN, RU } from './numbers-in-words.ts';
import { estimatedCost, minimumOf, narrows, onOneOrder, roundOrder, shareOf } from './order-costs.ts';
import { evidence } from './sources.ts';

/** Below half a percent of an order a reward is taken for a symbol. */
const NOTICE_BASIS_POINTS = 50n;

export const priceChecks = {
  'flat-discount-for-all': { severity: 'warning', find: findFlatDiscounts },
  'no-minimum-order': { severity: 'warning', find: findMissingMinimums },
  'fixed-above-minimum': { severity: 'warning', find: findFixedAboveMinimum },
  'percent-without-max': { severity: 'note', find: findOpenPercents },
  'reward-below-notice': { severity: 'warning', find: findSymbolicRewards },
  'only-price-rewards': { severity: 'note', find: findPriceAlone },
} as const satisfies Partial<Record<Check, CheckDefinition>>;

/** Money off a price, or money to spend: what a tier's seat or a consultation is not. */
export function isMoney({ grant }: PlacedGrant): boolean {
  return (
    grant.benefit.kind === 'coupon' ||
    grant.benefit.kind === 'credit' ||
    grant.benefit.kind === 'commission' ||
    grant.benefit.kind === 'points'
  );
}

/** The rate of a benefit that is a share of the order, basis points; points at their price. Null for fixed sums. */
function rateOf({ grant: { benefit } }: PlacedGrant, context: LintContext): bigint | null {
  if (benefit.kind === 'coupon') return benefit.discount.how === 'percent' ? benefit.discount.basisPoints : null;
  if (benefit.kind !== 'credit' && benefit.kind !== 'commission' && benefit.kind !== 'points') return null;
  if (benefit.how === 'percent') return benefit.basisPoints;
  const value = context.document.points?.value ?? null;
  return benefit.how === 'per' && value !== null ? (benefit.points * value.amountMinor * 10_000n) / benefit.perMinor : null;
}

function findFlatDiscounts(context: LintContext) {
  return context.grants.flatMap((leg) => {
    const { rule, grant } = leg;
    const rate = rateOf(leg, context);
    if (rate === null || grant.to === 'referrer' || !hasOrder(rule.on) || leg.tierId !== null || rule.if.some(narrows)) return [];
    const who = grant.to === 'friend' ? { ru: 'каждому другу', en: 'every friend' } : { ru: 'каждому покупателю', en: 'every buyer' };
    return [
      {
        where: atRule(leg, '/benefit'),
        reason: {
          ru: `Правило ${leg.inWords.ru} даёт ${RU.percent(rate)} ${who.ru} при любом заказе: это скидка для всех, а не награда за что-то.`,
          en: `Rule ${leg.inWords.en} gives ${EN.percent(rate)} to ${who.en} on any order: a discount for all, not a reward for something.`,
        },
        evidence: evidence('jinHuang', {
          ru: 'Деньги могут снижать число рекомендаций по сравнению с неденежной наградой, сильнее всего у слабых брендов.',
          en: 'Money can lower the number of recommendations compared with rewards in kind, most of all for weak brands.',
        }),
        cost: estimatedCost(context, [leg]),
        suggestion: {
          ru: 'Задайте минимальный заказ или товары, или дайте вместо скидки доступ, услугу или уровень.',
          en: 'Set a minimum order or goods, or give access, a service or a tier instead of a discount.',
        },
      },
    ];
  });
}

function findMissingMinimums(context: LintContext) {
  return context.rules.flatMap((placed) => {
    const legs = context.grants.filter((leg) => leg.rule === placed.rule && isMoney(leg));
    if (legs.length === 0 || !hasOrder(placed.rule.on) || minimumOf(placed.rule) !== null || !isReferralRule(placed.rule)) return [];
    const { figures, document } = context;
    const half = figures === null ? null : figures.medianOrderMinor;
    return [
      {
        where: atRule(placed, '/if'),
        reason: {
          ru: `У правила ${placed.inWords.ru} нет минимального заказа: награда приходит и за самый дешёвый.`,
          en: `Rule ${placed.inWords.en} has no minimum order: the cheapest one earns the reward too.`,
        },
        evidence: evidence('smallOrders', {
          ru: 'Покупка на мелочь ради награды — обычный способ обмана; минимальный заказ его закрывает.',
          en: 'Buying a trifle for the reward is a common abuse; a minimum order closes it.',
        }),
        cost: estimatedCost(context, legs),
        suggestion: {
          ru:
            half === null
              ? 'Добавьте условие paid с минимальной суммой.'
              : `Добавьте условие paid: половина ваших заказов не меньше ${RU.money(half, document.currency)}.`,
          en:
            half === null
              ? 'Add a condition paid with a minimum.'
              : `Add a condition paid: half of your orders are ${EN.money(half, document.currency)} or more.`,
          ...(half === null
            ? {}
            : {
                patch: {
                  path: `${placed.path}/if/-`,
                  value: { paid: { atLeast: { amountMinor: half.toString(), currency: document.currency } } },
                },
              }),
        },
      },
    ];
  });
}

function findFixedAboveMinimum(context: LintContext) {
  const { document } = context;
  const { currency } = document;
  return context.rules.flatMap((placed) => {
    const minimum = minimumOf(placed.rule);
    if (minimum === null || !hasOrder(placed.rule.on)) return [];
    const legs = context.grants.filter((leg) => leg.rule === placed.rule);
    const given = legs.reduce<bigint>((sum, { grant }) => sum + (benefitCost(grant.benefit, document, minimum) ?? 0n), 0n);
    if (given < minimum) return [];
    return [
      {
        where: atRule(placed, '/grant'),
        reason: {
          ru: `С заказа на минимальные ${RU.money(minimum, currency)} правило ${placed.inWords.ru} отдаёт ${RU.money(given, currency)}: не меньше, чем получено.`,
          en: `On an order of the minimum, ${EN.money(minimum, currency)}, rule ${placed.inWords.en} gives ${EN.money(given, currency)}: no less than was paid.`,
        },
        evidence: evidence('arithmetic', {
          ru: `${RU.money(given, currency)} награды против ${RU.money(minimum, currency)} заказа.`,
          en: `${EN.money(given, currency)} of reward against ${EN.money(minimum, currency)} of order.`,
        }),
        cost: onOneOrder(currency, given, minimum),
        suggestion: { ru: 'Поднимите минимум или уменьшите сумму.', en: 'Raise the minimum or lower the sum.' },
      },
    ];
  });
}

function findOpenPercents(context: LintContext) {
  const { document, figures } = context;
  const { currency } = document;
  return context.grants.flatMap((leg) => {
    const rate = rateOf(leg, context);
    if (rate === null || isLimited(leg)) return [];
    const order = figures?.largestOrderMinor ?? roundOrder(currency) * 100n;
    const given = benefitCost(leg.grant.benefit, document, order) ?? 0n;
    const who =
      figures === null ? { ru: 'заказа на', en: 'an order of' } : { ru: 'вашего самого большого заказа на', en: 'your largest order, of' };
    return [
      {
        where: atRule(leg, '/benefit'),
        reason: {
          ru: `${RU.percent(rate)} без предела: с ${who.ru} ${RU.money(order, currency)} правило ${leg.inWords.ru} отдаёт ${RU.money(given, currency)}.`,
          en: `${EN.percent(rate)} without a limit: on ${who.en} ${EN.money(order, currency)}, rule ${leg.inWords.en} gives ${EN.money(given, currency)}.`,
        },
        evidence: evidence(figures === null ? 'arithmetic' : 'own-orders', {
          ru: `${RU.percent(rate)} от ${RU.money(order, currency)}.`,
          en: `${EN.percent(rate)} of ${EN.money(order, currency)}.`,
        }),
        cost: onOneOrder(currency, given, order),
        suggestion: { ru: 'Задайте max.', en: 'Set max.' },
      },
    ];
  });
}

function isLimited({ grant: { benefit } }: PlacedGrant): boolean {
  if (benefit.kind === 'coupon') return benefit.discount.how !== 'percent' || benefit.discount.maxMinor !== null;
  if (!('how' in benefit)) return true;
  if (benefit.how === 'per') return benefit.maxPoints !== null;
  return benefit.how !== 'percent' || benefit.maxMinor !== null;
}

function findSymbolicRewards(context: LintContext) {
  const { document, figures } = context;
  const { currency } = document;
  return context.grants.flatMap((leg) => {
    if (!isMoney(leg) || !hasOrder(leg.rule.on)) return [];
    const order = figures?.medianOrderMinor ?? minimumOf(leg.rule);
    const rate = rateOf(leg, context);
    const given = order === null ? null : benefitCost(leg.grant.benefit, document, order);
    const share = rate ?? (given === null || order === null ? null : shareOf(given, order));
    if (share === null || share >= NOTICE_BASIS_POINTS) return [];
    const sum = given === null ? null : { ru: RU.money(given, currency), en: EN.money(given, currency) };
    return [
      {
        where: atRule(leg, '/benefit'),
        reason: {
          ru: `Награда правила ${leg.inWords.ru} — ${RU.percent(share)} заказа${sum === null ? '' : ` (${sum.ru})`}: её не заметят.`,
          en: `The reward of rule ${leg.inWords.en} is ${EN.percent(share)} of the order${sum === null ? '' : ` (${sum.en})`}: nobody will notice it.`,
        },
        evidence: evidence('cashbackReview', {
          ru: `Порог заметности здесь — ${RU.percent(NOTICE_BASIS_POINTS)}.`,
          en: `The threshold of notice used here is ${EN.percent(NOTICE_BASIS_POINTS)}.`,
        }),
        cost: null,
        suggestion: { ru: 'Дайте больше и реже, или что-то неденежное.', en: 'Give more and less often, or something other than money.' },
      },
    ];
  });
}

function findPriceAlone({ grants }: LintContext) {
  const referral = grants.filter((leg) => leg.grant.to !== 'buyer');
  if (referral.length === 0 || !grants.every(isMoney)) return [];
  return [
    {
      where: atDocument('/rules'),
      reason: {
        ru: `Все награды программы (их ${RU.number(grants.length)}) — деньги или скидки.`,
        en: `All ${EN.number(grants.length)} rewards of the programme are money or discounts.`,
      },
      evidence: evidence('jinHuang', {
        ru: 'Неденежная награда у слабых брендов давала больше рекомендаций; деньги работают, когда награждены обе стороны или сумма велика.',
        en: 'For weak brands rewards in kind brought more recommendations; money works when both sides are rewarded or the sum is large.',
      }),
      cost: null,
      suggestion: { ru: 'Добавьте хотя бы одну награду не деньгами.', en: 'Add at least one reward that is not money.' },
    },
  ];
}
