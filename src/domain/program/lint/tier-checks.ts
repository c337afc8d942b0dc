/** Checks of the ladder: who reaches a tier, what it changes, how it is lost. */

import type { Tier } from '../document.ts';
import type { Check } from './advice.ts';
import { atDocument, atTier, type CheckDefinition, type LintContext } from './check.ts';
import { DAYS, EN, RU } from './numbers-in-words.ts';
import { shareOf } from './order-costs.ts';
import { evidence } from './sources.ts';

/** A tier for fewer than one customer in a hundred is a tier nobody hears of. */
const FEW_BASIS_POINTS = 100n;
const MOST_BASIS_POINTS = 8000n;
const CUSTOMERS_FROM = { ru: ['клиента', 'клиентов', 'клиентов'], en: ['customer', 'customers'] } as const;

export const tierChecks = {
  'tier-out-of-reach': { severity: 'warning', find: findUnreachableTiers },
  'tier-for-everybody': { severity: 'note', find: findCommonTiers },
  'tier-changes-nothing': { severity: 'warning', find: findEmptyTiers },
  'tier-ends-before-next-order': { severity: 'warning', find: findShortTerms },
  'tiers-by-spend-alone': { severity: 'note', find: findSpendLadders },
  'tier-without-grace': { severity: 'note', find: findAbruptLosses },
} as const satisfies Partial<Record<Check, CheckDefinition>>;

function reachOf({ figures }: LintContext, tier: Tier) {
  const reached = figures?.tierReach.get(tier.id);
  return figures === null || reached === undefined || figures.customers === 0
    ? null
    : { reached, customers: figures.customers, share: shareOf(reached, figures.customers) };
}

function findUnreachableTiers(context: LintContext) {
  return context.document.tiers.flatMap((tier, index) => {
    const reach = reachOf(context, tier);
    if (reach === null || reach.share >= FEW_BASIS_POINTS) return [];
    return [
      {
        where: atTier(index, tier.id, '/entry/if'),
        reason: {
          ru: `До уровня «${tier.name.ru}» дошли бы ${RU.number(reach.reached)} из ${RU.count(reach.customers, CUSTOMERS_FROM.ru)}.`,
          en: `${EN.number(reach.reached)} of ${EN.count(reach.customers, CUSTOMERS_FROM.en)} would ever have reached the tier “${tier.name.en}”.`,
        },
        evidence: evidence('own-orders', {
          ru: `Условия входа, по отдельности, за всю историю: ${RU.percent(reach.share)} клиентов, не больше.`,
          en: `The conditions of entry, each by itself, over all history: ${EN.percent(reach.share)} of customers at most.`,
        }),
        cost: null,
        suggestion: {
          ru: 'Понизьте порог или вставьте уровень ниже.',
          en: 'Lower the threshold, or put a tier below it.',
        },
      },
    ];
  });
}

function findCommonTiers(context: LintContext) {
  return context.document.tiers.flatMap((tier, index) => {
    const reach = reachOf(context, tier);
    if (reach === null || reach.share <= MOST_BASIS_POINTS) return [];
    return [
      {
        where: atTier(index, tier.id, '/entry/if'),
        reason: {
          ru: `На уровне «${tier.name.ru}» стояли бы почти все: ${RU.number(reach.reached)} из ${RU.count(reach.customers, CUSTOMERS_FROM.ru)}.`,
          en: `Nearly everybody would stand in the tier “${tier.name.en}”: ${EN.number(reach.reached)} of ${EN.count(reach.customers, CUSTOMERS_FROM.en)}.`,
        },
        evidence: evidence('own-orders', {
          ru: `${RU.percent(reach.share)} клиентов: уровень никого не отличает.`,
          en: `${EN.percent(reach.share)} of customers: the tier sets nobody apart.`,
        }),
        cost: null,
        suggestion: { ru: 'Поднимите порог.', en: 'Raise the threshold.' },
      },
    ];
  });
}

function findEmptyTiers({ document }: LintContext) {
  return document.tiers.flatMap((tier, index) => {
    const early = (document.perks ?? []).some((perk) => tier.id in perk.earlierHours);
    const rewardsEntry = document.rules.some((rule) => rule.on === 'tier.entered');
    if (tier.perks.length > 0 || tier.rules.length > 0 || tier.replaces.length > 0 || early || rewardsEntry) return [];
    return [
      {
        where: atTier(index, tier.id),
        reason: {
          ru: `Уровень «${tier.name.ru}» ничего не меняет: у него нет ни привилегий, ни своих правил.`,
          en: `The tier “${tier.name.en}” changes nothing: it has neither perks nor rules of its own.`,
        },
        evidence: evidence('convention', {
          ru: `Привилегий: 0, правил: 0${tier.badge === null ? '' : `, только значок «${tier.badge.ru}»`}.`,
          en: `0 perks, 0 rules${tier.badge === null ? '' : `, only the badge “${tier.badge.en}”`}.`,
        }),
        cost: null,
        suggestion: { ru: 'Дайте уровню привилегию или уберите его.', en: 'Give the tier a perk, or take it out.' },
      },
    ];
  });
}

function findShortTerms({ document, figures }: LintContext) {
  const cycle = figures?.medianDaysBetweenOrders ?? null;
  if (cycle === null) return [];
  return document.tiers.flatMap((tier, index) => {
    const days = tier.expiry?.kind === 'days' ? tier.expiry.days : tier.expiry?.kind === 'months' ? tier.expiry.months * 30 : null;
    if (days === null || days >= cycle) return [];
    return [
      {
        where: atTier(index, tier.id, '/expiry'),
        reason: {
          ru: `Уровень «${tier.name.ru}» кончается через ${RU.count(days, DAYS.ru)}, а следующий заказ обычно через ${RU.count(cycle, DAYS.ru)}: его теряют, не успев купить.`,
          en: `The tier “${tier.name.en}” ends after ${EN.count(days, DAYS.en)}, and the next order usually comes after ${EN.count(cycle, DAYS.en)}: it is lost before anybody can buy.`,
        },
        evidence: evidence('own-orders', {
          ru: `Между заказами одного клиента обычно ${RU.count(cycle, DAYS.ru)}.`,
          en: `There are usually ${EN.count(cycle, DAYS.en)} between a customer’s orders.`,
        }),
        cost: null,
        suggestion: {
          ru: `Дайте не меньше ${RU.count(cycle * 2, DAYS.ru)}.`,
          en: `Give at least ${EN.count(cycle * 2, DAYS.en)}.`,
          patch: { path: `/tiers/${index}/expiry`, value: { days: cycle * 2 } },
        },
      },
    ];
  });
}

function findSpendLadders({ document }: LintContext) {
  const asked = document.tiers.flatMap(({ entry }) => entry.if.map(({ kind }) => kind));
  const isByMoney = asked.length > 0 && asked.every((kind) => kind === 'spend' || kind === 'margin' || kind === 'noOpenComplaint');
  if (!isByMoney || !asked.some((kind) => kind !== 'noOpenComplaint')) return [];
  return [
    {
      where: atDocument('/tiers'),
      reason: {
        ru: `Все уровни (их ${RU.number(document.tiers.length)}) даются за потраченное: те, кто приводит друзей, не поднимутся.`,
        en: `All ${EN.count(document.tiers.length, ['tier', 'tiers'])} are given for money spent: those who bring friends do not rise.`,
      },
      evidence: evidence('kumar', {
        ru: 'Больше всех тратят и больше всех приводят разные люди.',
        en: 'The biggest spenders are not the best referrers.',
      }),
      cost: null,
      suggestion: { ru: 'Добавьте уровень за засчитанных друзей.', en: 'Add a tier for friends that count.' },
    },
  ];
}

function findAbruptLosses({ document }: LintContext) {
  return document.tiers.flatMap((tier, index) => {
    const canBeLost =
      tier.downgrade !== 'none' &&
      (tier.expiry !== null || tier.entry.if.some((asked) => 'withinDays' in asked && asked.withinDays !== null));
    if (!canBeLost || tier.graceDays > 0) return [];
    return [
      {
        where: atTier(index, tier.id, '/graceDays'),
        reason: {
          ru: `Уровень «${tier.name.ru}» теряется в тот же день, предупреждение — за ${RU.count(tier.warnDays, DAYS.ru)}: отсрочки нет.`,
          en: `The tier “${tier.name.en}” is lost the same day, with a warning ${EN.count(tier.warnDays, DAYS.en)} before: there is no grace.`,
        },
        evidence: evidence('grace', {
          ru: 'Отсрочка даёт время на ещё один заказ.',
          en: 'A grace period leaves time for one more order.',
        }),
        cost: null,
        suggestion: {
          ru: 'Дайте отсрочку, например 14 дней.',
          en: 'Give a grace period, say 14 days.',
          patch: { path: `/tiers/${index}/graceDays`, value: 14 },
        },
      },
    ];
  });
}
