/** Checks of what is left of an order (requirements 1-05, 2-03, 3-20; reliability.md F10). */

import { percentFloor } from '../../money/money.ts';
import { isReferralRule } from '../document.ts';
import { benefitCost, worstGiveAway } from '../give-away.ts';
import { hasOrder } from '../trigger.ts';
import type { Check } from './advice.ts';
import { atDocument, atRule, type CheckDefinition, type KnownMargin, type LintContext } from './check.ts';
import { EN, ORDERS, RU } from './numbers-in-words.ts';
import { minimumOf, onOneOrder, roundOrder } from './order-costs.ts';
import { isMoney } from './price-checks.ts';
import { evidence } from './sources.ts';

/** Used while no margin is known: nothing better than custom stands behind it. */
const STACK_BASIS_POINTS = 3000n;

export const marginChecks = {
  'reward-above-margin': { severity: 'error', canOverride: true, find: findRewardAboveMargin },
  'margin-unknown': { severity: 'warning', find: findUnknownMargin },
  'stack-above-share': { severity: 'warning', find: findDeepStack },
  'reward-below-handling': { severity: 'warning', find: findDearHandling },
  'tax-inside-percent': { severity: 'note', find: findTaxedPercents },
} as const satisfies Partial<Record<Check, CheckDefinition>>;

/** The order a worst case is counted on: the shop's own median, else the smallest minimum, else a round sum. */
export function typicalOrder({ document, figures, rules }: LintContext): bigint {
  if (figures !== null) return figures.medianOrderMinor;
  const minimums = rules.flatMap(({ rule }) => minimumOf(rule) ?? []);
  return minimums.length === 0 ? roundOrder(document.currency) : minimums.reduce((most, next) => (next > most ? next : most));
}

/** An error only where the owner typed the margin: what lines say may be a part of the goods. */
function findRewardAboveMargin(context: LintContext) {
  return context.margin === null || context.margin.from === 'lines' ? [] : aboveMargin(context, context.margin);
}

function aboveMargin(context: LintContext, margin: KnownMargin) {
  const { document } = context;
  const { currency } = document;
  const order = typicalOrder(context);
  const worst = worstGiveAway(document, order);
  const left = percentFloor(order, margin.basisPoints);
  if (worst.amountMinor <= left) return [];
  const rules = [...new Set(worst.parts.map((part) => part.ruleId))];
  return [
    {
      where: atDocument(worst.parts.length === 1 ? (worst.parts[0]?.path ?? '/rules') : '/rules'),
      reason: {
        ru: `С заказа на ${RU.money(order, currency)} программа отдаёт до ${RU.money(worst.amountMinor, currency)} (${RU.percent(worst.basisPoints)}), а маржа — ${RU.money(left, currency)} (${RU.percent(margin.basisPoints)}). Правила: ${rules.join(', ')}.`,
        en: `On an order of ${EN.money(order, currency)} the programme gives up to ${EN.money(worst.amountMinor, currency)} (${EN.percent(worst.basisPoints)}), and the margin is ${EN.money(left, currency)} (${EN.percent(margin.basisPoints)}). Rules: ${rules.join(', ')}.`,
      },
      evidence: evidence('arithmetic', marginSource(margin, context)),
      cost: onOneOrder(currency, worst.amountMinor - left, order),
      suggestion: {
        ru: 'Уменьшите награду или поднимите минимальный заказ. Если это осознанная плата за покупателя, напишите причину.',
        en: 'Lower the reward or raise the minimum order. If it is a price paid for a customer on purpose, type the reason.',
      },
    },
  ];
}

function marginSource(margin: KnownMargin, { shop }: LintContext) {
  if (margin.from === 'lines') {
    const orders = shop?.margin?.orders ?? 0;
    return {
      ru: `Маржа посчитана по строкам с известной себестоимостью: ${RU.count(orders, ORDERS.ru)}.`,
      en: `The margin is that of lines whose cost is known: ${EN.count(orders, ORDERS.en)}.`,
    };
  }
  return margin.from === 'document'
    ? {
        ru: `Маржа ${RU.percent(margin.basisPoints)} записана в программе.`,
        en: `The margin of ${EN.percent(margin.basisPoints)} stands in the programme.`,
      }
    : { ru: `Маржу ${RU.percent(margin.basisPoints)} указали вы.`, en: `You typed the margin of ${EN.percent(margin.basisPoints)}.` };
}

function findUnknownMargin(context: LintContext) {
  if (context.margin !== null || !context.grants.some(isMoney)) return [];
  const order = typicalOrder(context);
  const { currency } = context.document;
  const worst = worstGiveAway(context.document, order);
  if (worst.amountMinor === 0n) return [];
  return [
    {
      where: atDocument('/rules'),
      reason: {
        ru: `Программа отдаёт до ${RU.percent(worst.basisPoints)} заказа, а маржа неизвестна: нельзя сказать, прибыльны ли такие заказы.`,
        en: `The programme gives up to ${EN.percent(worst.basisPoints)} of an order and the margin is unknown: nobody can say whether such orders pay.`,
      },
      evidence: evidence('arithmetic', {
        ru: `${RU.money(worst.amountMinor, currency)} с заказа на ${RU.money(order, currency)}.`,
        en: `${EN.money(worst.amountMinor, currency)} on an order of ${EN.money(order, currency)}.`,
      }),
      cost: onOneOrder(currency, worst.amountMinor, order),
      suggestion: {
        ru: 'Укажите маржу: в консоли — вкладка «Пределы» программы, по API — PATCH /v1/tenant {"margin": {"basisPoints": 3000}}. Или присылайте cost в строках заказов.',
        en: 'Type the margin: in the console on the tab Limits of the programme, by the API with PATCH /v1/tenant {"margin": {"basisPoints": 3000}}. Or send cost in the lines of orders.',
      },
    },
  ];
}

function findDeepStack(context: LintContext) {
  const { document, margin } = context;
  const { currency } = document;
  // A typed margin that is passed is an error already, with the same arithmetic.
  if (margin !== null && margin.from !== 'lines') return [];
  const limit = margin?.basisPoints ?? STACK_BASIS_POINTS;
  const order = typicalOrder(context);
  const worst = worstGiveAway(document, order);
  if (worst.basisPoints <= limit) return [];
  const parts = (words: Pick<typeof RU, 'money' | 'percent'>): string =>
    worst.parts.map((part) => `${part.ruleId} ${words.money(part.amountMinor, currency)}`).join(' + ');
  return [
    {
      where: atDocument('/rules'),
      reason: {
        ru: `Вместе на одном заказе награды и скидки доходят до ${RU.percent(worst.basisPoints)}; предел здесь — ${RU.percent(limit)}.`,
        en: `Together on one order, rewards and discounts reach ${EN.percent(worst.basisPoints)}; the limit here is ${EN.percent(limit)}.`,
      },
      evidence: evidence(margin === null ? 'convention' : 'own-orders', {
        ru: `${parts(RU)} = ${RU.money(worst.amountMinor, currency)} с заказа на ${RU.money(order, currency)}.${margin === null ? '' : ` ${marginSource(margin, context).ru}`}`,
        en: `${parts(EN)} = ${EN.money(worst.amountMinor, currency)} on an order of ${EN.money(order, currency)}.${margin === null ? '' : ` ${marginSource(margin, context).en}`}`,
      }),
      cost: onOneOrder(currency, worst.amountMinor, order),
      suggestion: {
        ru: 'Сделайте правила взаимоисключающими (новый и постоянный покупатель) или уменьшите одно из них.',
        en: 'Make the rules exclude each other (new and returning customers) or lower one of them.',
      },
    },
  ];
}

function findDearHandling(context: LintContext) {
  const { document, owner } = context;
  const { currency } = document;
  const handling = owner.handlingCost;
  if (handling === null || handling.currency !== currency || handling.amountMinor === 0n) return [];
  const order = typicalOrder(context);
  return context.grants.flatMap((leg) => {
    const given = benefitCost(leg.grant.benefit, document, order);
    if (given === null || given >= handling.amountMinor) return [];
    const together = handling.amountMinor / (given === 0n ? 1n : given) + 1n;
    return [
      {
        where: atRule(leg, '/benefit'),
        reason: {
          ru: `Награда правила ${leg.inWords.ru} — ${RU.money(given, currency)}, а её оформление стоит ${RU.money(handling.amountMinor, currency)}.`,
          en: `The reward of rule ${leg.inWords.en} is ${EN.money(given, currency)}, and handling it costs ${EN.money(handling.amountMinor, currency)}.`,
        },
        evidence: evidence('arithmetic', {
          ru: `Стоимость оформления ${RU.money(handling.amountMinor, currency)} указали вы.`,
          en: `You typed the handling cost of ${EN.money(handling.amountMinor, currency)}.`,
        }),
        cost: onOneOrder(currency, handling.amountMinor - given, order),
        suggestion: {
          ru: `Оформляйте пачкой, например раз в квартал: от ${RU.number(together)} таких наград сразу выдача окупается. Или дайте реже и больше.`,
          en: `Handle them in batches, say once a quarter: from ${EN.number(together)} such rewards at once it pays. Or give less often and more.`,
        },
      },
    ];
  });
}

function findTaxedPercents({ document, grants }: LintContext) {
  if (document.percentOf.tax === 'excluded') return [];
  const shares = grants.filter(
    ({ grant: { benefit }, rule }) =>
      hasOrder(rule.on) &&
      isReferralRule(rule) &&
      (benefit.kind === 'credit' || benefit.kind === 'commission') &&
      benefit.how === 'percent',
  );
  const [first] = shares;
  if (first === undefined || first.grant.benefit.kind === 'coupon') return [];
  return [
    {
      where: atDocument('/percentOf/tax'),
      reason: {
        ru: `Проценты (правил: ${RU.number(shares.length)}) считаются и с налога, который магазин отдаёт государству.`,
        en: `Percentages (in ${EN.count(shares.length, ['reward', 'rewards'])}) count the tax too, which the shop passes on to the state.`,
      },
      evidence: evidence('arithmetic', {
        ru: 'При НДС 20 % внутри цены налог — шестая часть заказа, и с неё тоже платится награда.',
        en: 'With a VAT of 20% inside the price, a sixth of the order is tax, and the reward is paid on it too.',
      }),
      cost: null,
      suggestion: {
        ru: 'Считайте проценты без налога, если присылаете tax.',
        en: 'Count percentages without tax if you send tax.',
        patch: { path: '/percentOf', value: { tax: 'excluded' } },
      },
    },
  ];
}
