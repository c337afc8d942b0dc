/** Checks of what meets on one order, and of orders the programme never meets. */

import { type Grant, isReferralRule, type ProgramDocument, type Rule } from '../document.ts';
import { placedRules, worstGiveAway } from '../give-away.ts';
import { hasOrder } from '../trigger.ts';
import type { Check } from './advice.ts';
import { atDocument, atRule, type CheckDefinition, type LintContext } from './check.ts';
import { typicalOrder } from './margin-checks.ts';
import { EN, ORDERS, RU } from './numbers-in-words.ts';
import { isForNewcomers, minimumOf, onOneOrder, shareOf } from './order-costs.ts';
import { evidence } from './sources.ts';

export const overlapChecks = {
  'programmes-overlap': { severity: 'warning', find: findOverlappingPrograms },
  'rules-overlap': { severity: 'note', find: findOverlappingRules },
  'orders-in-another-currency': { severity: 'warning', find: findForeignOrders },
  'minimum-above-orders': { severity: 'warning', find: findHighMinimums },
} as const satisfies Partial<Record<Check, CheckDefinition>>;

function findOverlappingPrograms(context: LintContext) {
  const { document } = context;
  const { currency } = document;
  const order = typicalOrder(context);
  return context.others.flatMap((other) => {
    const shared = sharedSides(document, other.document);
    if (shared.length === 0) return [];
    const own = worstGiveAway(document, order);
    const theirs = worstGiveAway(other.document, order);
    const sum = own.amountMinor + theirs.amountMinor;
    return [
      {
        where: atDocument('/rules'),
        reason: {
          ru: `За один и тот же заказ платит и программа «${other.name.ru}» (${shared.join(', ')}): вместе до ${RU.money(sum, currency)} с заказа на ${RU.money(order, currency)}.`,
          en: `The programme “${other.name.en}” pays for the same order (${shared.join(', ')}): together up to ${EN.money(sum, currency)} on an order of ${EN.money(order, currency)}.`,
        },
        evidence: evidence('arithmetic', {
          ru: `${RU.money(own.amountMinor, currency)} здесь и ${RU.money(theirs.amountMinor, currency)} там; каждая программа решает сама.`,
          en: `${EN.money(own.amountMinor, currency)} here and ${EN.money(theirs.amountMinor, currency)} there; each programme decides on its own.`,
        }),
        cost: sum === 0n ? null : onOneOrder(currency, sum, order),
        suggestion: {
          ru: 'Завершите одну из программ или разделите их по каналам и товарам.',
          en: 'End one of the programmes, or divide channels and goods between them.',
        },
      },
    ];
  });
}

/** Who is rewarded for orders by both. */
function sharedSides(a: ProgramDocument, b: ProgramDocument): readonly string[] {
  const sidesOf = (document: ProgramDocument): ReadonlySet<string> =>
    new Set(
      placedRules(document)
        .filter(({ rule }) => hasOrder(rule.on))
        .flatMap(({ rule }) => rule.grant.map((grant) => grant.to)),
    );
  const theirs = sidesOf(b);
  return [...sidesOf(a)].filter((side) => theirs.has(side));
}

const WHOSE: Readonly<Record<Grant['to'], { readonly ru: string; readonly en: string }>> = {
  referrer: { ru: 'рекомендателю', en: 'the referrer' },
  friend: { ru: 'другу', en: 'the friend' },
  buyer: { ru: 'покупателю', en: 'the buyer' },
};

function findOverlappingRules({ rules }: LintContext) {
  const own = rules.filter(({ tierId }) => tierId === null);
  return own.flatMap((placed, index) =>
    own.slice(index + 1).flatMap((otherPlaced) => {
      const { rule } = placed;
      const { rule: other } = otherPlaced;
      const both = rule.grant.find((grant) => other.grant.some((each) => each.to === grant.to && each.benefit.kind === grant.benefit.kind));
      if (rule.on !== other.on || both === undefined || isReferralRule(rule) !== isReferralRule(other) || exclude(rule, other)) return [];
      return [
        {
          where: atRule(otherPlaced),
          reason: {
            ru: `Правила ${placed.inWords.ru} и ${otherPlaced.inWords.ru} могут сработать на одном событии, и награду того же вида получит дважды один человек.`,
            en: `Rules ${placed.inWords.en} and ${otherPlaced.inWords.en} may both hold on one event, and one person gets the same kind of reward twice.`,
          },
          evidence: evidence('arithmetic', {
            ru: `Обе награды — ${WHOSE[both.to].ru}; условия друг друга не исключают.`,
            en: `Both rewards are for ${WHOSE[both.to].en}; their conditions do not exclude each other.`,
          }),
          cost: null,
          suggestion: {
            ru: 'Если так и задумано, оставьте; иначе разведите их условием о номере заказа или о новом покупателе.',
            en: 'Keep it if it is meant; else part them by the number of the order or by who is new.',
          },
        },
      ];
    }),
  );
}

/** As far as the number of the order tells. */
function exclude(a: Rule, b: Rule): boolean {
  const [from, to] = numbersOf(a);
  const [otherFrom, otherTo] = numbersOf(b);
  return from > otherTo || otherFrom > to || apart(a, b);
}

function numbersOf(rule: Rule): readonly [number, number] {
  let from = 1;
  let to = Number.MAX_SAFE_INTEGER;
  for (const condition of rule.if) {
    if (condition.kind === 'newCustomer' && condition.is) to = Math.min(to, 1);
    if (condition.kind === 'newCustomer' && !condition.is) from = Math.max(from, 2);
    if (condition.kind === 'orderNumber') {
      from = Math.max(from, condition.is ?? condition.atLeast ?? 1);
      if (condition.is !== null) to = Math.min(to, condition.is);
    }
  }
  return [from, to];
}

function apart(a: Rule, b: Rule): boolean {
  return (['sku', 'category', 'channel'] as const).some((kind) => {
    const mine = a.if.find((condition) => condition.kind === kind);
    const theirs = b.if.find((condition) => condition.kind === kind);
    if (mine === undefined || theirs === undefined || !('in' in mine) || !('in' in theirs)) return false;
    return !mine.in.some((value) => theirs.in.includes(value));
  });
}

function findForeignOrders({ document, shop, rules }: LintContext) {
  if (shop === null || shop.currency === document.currency || !rules.some(({ rule }) => hasOrder(rule.on))) return [];
  return [
    {
      where: atDocument('/currency'),
      reason: {
        ru: `Программа считает в ${document.currency}, а заказы магазина — в ${shop.currency}: ${RU.count(shop.orders, ORDERS.ru)} не получили бы ничего.`,
        en: `The programme counts in ${document.currency} and the shop’s orders are in ${shop.currency}: ${EN.count(shop.orders, ORDERS.en)} would have earned nothing.`,
      },
      evidence: evidence('own-orders', {
        ru: `В ${shop.currency} — ${RU.count(shop.orders, ORDERS.ru)}, в других валютах — ${RU.number(shop.otherCurrencyOrders)}.`,
        en: `${EN.count(shop.orders, ORDERS.en)} in ${shop.currency}, ${EN.number(shop.otherCurrencyOrders)} in other currencies.`,
      }),
      cost: null,
      suggestion: {
        ru: `Поставьте валюту ${shop.currency} и пересчитайте суммы.`,
        en: `Set the currency to ${shop.currency} and count the amounts anew.`,
      },
    },
  ];
}

function findHighMinimums({ rules, figures, document }: LintContext) {
  if (figures === null || figures.orders === 0) return [];
  return rules.flatMap((placed) => {
    const minimum = minimumOf(placed.rule);
    if (minimum === null) return [];
    const below = figures.ordersBelow.get(minimum.toString());
    const share = below === undefined ? 0n : shareOf(below, figures.orders);
    if (below === undefined || share <= 5000n) return [];
    const whose = isForNewcomers(placed.rule) ? { ru: ' (считая все заказы)', en: ' (of all orders)' } : { ru: '', en: '' };
    return [
      {
        where: atRule(placed, '/if'),
        reason: {
          ru: `Минимум правила ${placed.inWords.ru} — ${RU.money(minimum, document.currency)}, а ${RU.percent(share)} заказов меньше: большинство ничего не получит.`,
          en: `The minimum of rule ${placed.inWords.en} is ${EN.money(minimum, document.currency)}, and ${EN.percent(share)} of orders are smaller: most will earn nothing.`,
        },
        evidence: evidence('own-orders', {
          ru: `Ниже минимума ${RU.number(below)} из ${RU.number(figures.orders)} ваших заказов${whose.ru}.`,
          en: `${EN.number(below)} of your ${EN.count(figures.orders, ORDERS.en)} are below the minimum${whose.en}.`,
        }),
        cost: null,
        suggestion: {
          ru: `Средний по порядку заказ — ${RU.money(figures.medianOrderMinor, document.currency)}: минимум около него коснётся половины.`,
          en: `The median order is ${EN.money(figures.medianOrderMinor, document.currency)}: a minimum near it leaves out half.`,
        },
      },
    ];
  });
}
