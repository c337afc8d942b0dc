/** What a leg costs this shop: its own orders times the leg's amount. */

import { floorDiv, minorDigits } from '../../money/money.ts';
import { type Condition, isReferralRule, type Rule } from '../document.ts';
import { benefitCost, type PlacedGrant } from '../give-away.ts';
import { hasOrder } from '../trigger.ts';
import type { Cost } from './advice.ts';
import type { LintContext } from './check.ts';
import { EN, RU } from './numbers-in-words.ts';

const WHOLE = 10_000n;

/** Minor units a leg costs on a typical order of the shop; null when the shop has none or the document does not say. */
export function costOnTypicalOrder({ document, figures }: LintContext, { grant }: PlacedGrant): bigint | null {
  return figures === null ? null : benefitCost(grant.benefit, document, figures.meanOrderMinor);
}

/**
 * What legs cost in a month if the orders stay as they are (legs of referrals: if every such order came by one), else on one order
 * of a round sum; null when the document does not say what they are worth.
 */
export function estimatedCost(context: LintContext, legs: readonly PlacedGrant[]): Cost | null {
  return monthlyCost(context, legs) ?? costOnRoundOrder(context, legs);
}

function monthlyCost(context: LintContext, legs: readonly PlacedGrant[]): Cost | null {
  const { figures, document } = context;
  const [first] = legs;
  if (figures === null || first === undefined || !hasOrder(first.rule.on)) return null;
  const perOrder = legs.reduce<bigint>((sum, leg) => sum + (costOnTypicalOrder(context, leg) ?? 0n), 0n);
  const orders = isForNewcomers(first.rule) ? figures.firstOrdersPerMonth : figures.ordersPerMonth;
  if (perOrder === 0n || orders === 0n) return null;
  const { currency } = document;
  const newcomers = isForNewcomers(first.rule);
  const referred = isReferralRule(first.rule);
  return {
    amountMinor: perOrder * orders,
    currency,
    per: 'month',
    how: {
      ru:
        `${RU.money(perOrder, currency)} со среднего заказа на ${RU.money(figures.meanOrderMinor, currency)} × ` +
        `${RU.number(orders)} ${newcomers ? 'первых заказов в месяц' : 'заказов в месяц'}${referred ? ', если каждый придёт по приглашению' : ''}`,
      en:
        `${EN.money(perOrder, currency)} on the mean order of ${EN.money(figures.meanOrderMinor, currency)} × ` +
        `${EN.number(orders)} ${newcomers ? 'first orders a month' : 'orders a month'}${referred ? ', if each came by a referral' : ''}`,
    },
  };
}

function costOnRoundOrder(context: LintContext, legs: readonly PlacedGrant[]): Cost | null {
  const { document } = context;
  const order = roundOrder(document.currency);
  const amountMinor = legs.reduce<bigint>((sum, { grant }) => sum + (benefitCost(grant.benefit, document, order) ?? 0n), 0n);
  if (amountMinor === 0n) return null;
  return onOneOrder(document.currency, amountMinor, order);
}

/** 1,000 of the currency: what is counted on when the shop has no orders yet. */
export function roundOrder(currency: string): bigint {
  return 1000n * 10n ** BigInt(minorDigits(currency));
}

/** A cost on one order of a known sum. */
export function onOneOrder(currency: string, amountMinor: bigint, orderMinor: bigint): Cost {
  return {
    amountMinor,
    currency,
    per: 'order',
    how: { ru: `с заказа на ${RU.money(orderMinor, currency)}`, en: `on an order of ${EN.money(orderMinor, currency)}` },
  };
}

/** Whether only a customer's first order counts. */
export function isForNewcomers({ if: conditions }: Rule): boolean {
  return conditions.some(
    (condition) => (condition.kind === 'newCustomer' && condition.is) || (condition.kind === 'orderNumber' && condition.is === 1),
  );
}

/** Whether a condition makes the rule hold for some orders or goods only, beyond being somebody's first order. */
export function narrows(condition: Condition): boolean {
  switch (condition.kind) {
    case 'newCustomer':
    case 'referredAsNew':
    case 'currency':
      return false;
    case 'orderNumber':
      return (condition.is ?? condition.atLeast ?? 1) > 1;
    case 'paidOrders':
    case 'deliveredOrders':
      return condition.atLeast > 1;
    default:
      return true;
  }
}

/** The rule's minimum order, minor units; null without one. */
export function minimumOf({ if: conditions }: Rule): bigint | null {
  const minimums = conditions.flatMap((condition) => (condition.kind === 'paid' ? [condition.atLeastMinor] : []));
  return minimums.length === 0 ? null : minimums.reduce((most, next) => (next > most ? next : most));
}

/** Share of `part` in `whole`, basis points, rounded down; 0 of nothing. */
export function shareOf(part: number | bigint, whole: number | bigint): bigint {
  return BigInt(whole) === 0n ? 0n : floorDiv(BigInt(part) * WHOLE, BigInt(whole));
}
