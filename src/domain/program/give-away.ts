/** What a programme gives away on one order, at worst (requirements 1-05, 3-22; reliability.md F10). All amounts are minor units. */

import { floorDiv, percentFloor } from '../money/money.ts';
import { assertNever } from '../result.ts';
import {
  type Benefit,
  type CouponBenefit,
  type CouponDiscount,
  type Grant,
  isReferralRule,
  type ProgramDocument,
  type Rule,
  type Steps,
  type ValueBenefit,
} from './document.ts';
import { dearestMinor, perkCostMinor } from './perk.ts';
import { stepsTotal } from './steps.ts';
import { hasOrder } from './trigger.ts';

const WHOLE = 10_000n;

/** A rule with its place: of the programme, or of one tier. */
export interface PlacedRule {
  readonly rule: Rule;
  /** JSON pointer. */
  readonly path: string;
  readonly tierId: string | null;
  /** Its number as the editor shows it, with the tier whose it is: what comes after the word “rule”. An owner never meets its id. */
  readonly inWords: { readonly ru: string; readonly en: string };
}

/** All rules of a programme, those of its tiers too. */
export function placedRules(document: ProgramDocument): readonly PlacedRule[] {
  const own = document.rules.map((rule, index) => {
    const number = String(index + 1);
    return { rule, path: `/rules/${index}`, tierId: null, inWords: { ru: number, en: number } };
  });
  const ofTiers = document.tiers.flatMap((tier, place) =>
    tier.rules.map((rule, index) => {
      const inWords = { ru: `${index + 1} уровня «${tier.name.ru}»`, en: `${index + 1} of tier “${tier.name.en}”` };
      return { rule, path: `/tiers/${place}/rules/${index}`, tierId: tier.id, inWords };
    }),
  );
  return [...own, ...ofTiers];
}

/**
 * What one benefit costs on an order whose goods cost `orderMinor`; null where the document does not say (points that cannot be
 * spent, free delivery without a limit).
 */
export function benefitCost(benefit: Benefit, document: ProgramDocument, orderMinor: bigint): bigint | null {
  switch (benefit.kind) {
    case 'credit':
    case 'commission':
    case 'points':
      return valueCost(benefit, document, orderMinor);
    case 'coupon':
      return discountCost(benefit.discount, orderMinor);
    case 'gift':
      return benefit.costMinor;
    case 'perk':
      return perkCostMinor(document, benefit.perk);
    case 'choice':
      return dearestMinor(document, benefit.of);
    case 'donation':
      return benefit.how === 'fixed' ? benefit.amountMinor : atMost(percentFloor(orderMinor, benefit.basisPoints), benefit.maxMinor);
    default:
      return assertNever(benefit);
  }
}

function valueCost(benefit: ValueBenefit, document: ProgramDocument, orderMinor: bigint): bigint | null {
  const amount = amountOf(benefit, orderMinor);
  if (benefit.kind !== 'points') return amount;
  const value = document.points?.value ?? null;
  return value === null ? null : amount * value.amountMinor;
}

/** Minor units, or points. */
function amountOf(benefit: ValueBenefit, orderMinor: bigint): bigint {
  switch (benefit.how) {
    case 'fixed':
      return benefit.kind === 'points' ? benefit.points : benefit.amountMinor;
    case 'percent':
      return atMost(percentFloor(orderMinor, benefit.basisPoints), benefit.maxMinor);
    case 'per':
      return atMost(floorDiv(orderMinor * benefit.points, benefit.perMinor), benefit.maxPoints);
    case 'steps':
      return dearestAverage(benefit.steps);
    default:
      return assertNever(benefit);
  }
}

/** What a referral costs on average where the steps are dearest; the one that crosses a step may cost more at once. Rounded up. */
function dearestAverage(steps: Steps): bigint {
  const averages = steps.table.map(({ from, amount }) => {
    const average = -floorDiv(-stepsTotal(steps, from), BigInt(from));
    return steps.mode === 'marginal' && amount > average ? amount : average;
  });
  return averages.reduce((most, next) => (next > most ? next : most), 0n);
}

function discountCost(discount: CouponDiscount, orderMinor: bigint): bigint | null {
  switch (discount.how) {
    case 'percent':
      return atMost(percentFloor(orderMinor, discount.basisPoints), discount.maxMinor);
    case 'amount':
      return atMost(discount.amountMinor, orderMinor);
    case 'freeDelivery':
      return discount.maxMinor;
    default:
      return assertNever(discount);
  }
}

/** One part of what an order gives away. */
export interface GiveAwayPart {
  readonly path: string;
  readonly ruleId: string;
  readonly tierId: string | null;
  readonly to: Grant['to'];
  readonly amountMinor: bigint;
}

export interface GiveAway {
  /** Goods of the order before any coupon. */
  readonly orderMinor: bigint;
  /** Which order of the customer: 1 is a newcomer's first. */
  readonly orderNumber: number;
  readonly amountMinor: bigint;
  /** Of `orderMinor`, rounded down. */
  readonly basisPoints: bigint;
  readonly parts: readonly GiveAwayPart[];
  /** Places of benefits whose cost the document does not say: the sum is a lower bound then. */
  readonly unknown: readonly string[];
}

/**
 * The most that one order can cause over all rules that may hold together on it: a first order or a repeated one, with coupons of
 * the same order stacked as far as they may, and each rewarded side in the tier that costs most. Caps and budgets are not counted:
 * they end a loss, they do not make an order profitable.
 */
export function worstGiveAway(document: ProgramDocument, orderMinor: bigint): GiveAway {
  return orderNumbers(document)
    .map((orderNumber) => giveAwayOf(document, { orderMinor, orderNumber }))
    .reduce((worst, next) => (next.amountMinor > worst.amountMinor ? next : worst));
}

/** The first order and every number at which a rule begins or ends to hold. */
function orderNumbers(document: ProgramDocument): readonly number[] {
  const numbers = new Set([1, 2]);
  for (const { rule } of placedRules(document)) {
    for (const condition of rule.if) {
      if (condition.kind === 'orderNumber') for (const n of [condition.is, condition.atLeast]) if (n !== null) numbers.add(n);
      if (condition.kind === 'paidOrders' || condition.kind === 'deliveredOrders') numbers.add(condition.atLeast);
    }
  }
  return [...numbers].filter((n) => n >= 1).sort((a, b) => a - b);
}

interface OrderCase {
  readonly orderMinor: bigint;
  readonly orderNumber: number;
}

function giveAwayOf(document: ProgramDocument, order: OrderCase): GiveAway {
  const holding = placedRules(document).filter(({ rule }) => hasOrder(rule.on) && mayHold(rule, order));
  const rules = [true, false].flatMap((isReferral) =>
    dearestSide(
      document,
      order,
      holding.filter(({ rule }) => isReferralRule(rule) === isReferral),
    ),
  );
  const { parts, unknown } = partsOf(document, order, rules);
  const amountMinor = parts.reduce((sum, part) => sum + part.amountMinor, 0n);
  const basisPoints = order.orderMinor === 0n ? 0n : floorDiv(amountMinor * WHOLE, order.orderMinor);
  return { ...order, amountMinor, basisPoints, parts, unknown };
}

/** A referrer and a buyer stand in one tier each, or in none: the rules of the one that costs most. */
function dearestSide(document: ProgramDocument, order: OrderCase, rules: readonly PlacedRule[]): readonly PlacedRule[] {
  const common = rules.filter(({ tierId }) => tierId === null);
  const sets = document.tiers.map((tier) => [
    ...common.filter(({ rule }) => !tier.replaces.includes(rule.id)),
    ...rules.filter(({ tierId }) => tierId === tier.id),
  ]);
  const sumOf = (set: readonly PlacedRule[]): bigint =>
    partsOf(document, order, set).parts.reduce((sum, part) => sum + part.amountMinor, 0n);
  return sets.reduce((worst, next) => (sumOf(next) > sumOf(worst) ? next : worst), common);
}

/** Whether the rule can hold on such an order; what the order's goods and channel decide is taken as holding. */
function mayHold(rule: Rule, order: OrderCase): boolean {
  return rule.if.every((condition) => {
    switch (condition.kind) {
      case 'newCustomer':
        return condition.is === (order.orderNumber === 1);
      case 'orderNumber':
        return (condition.is ?? order.orderNumber) === order.orderNumber && order.orderNumber >= (condition.atLeast ?? 1);
      case 'paidOrders':
      case 'deliveredOrders':
        return order.orderNumber >= condition.atLeast;
      case 'paid':
        return order.orderMinor >= condition.atLeastMinor;
      default:
        return true;
    }
  });
}

function partsOf(document: ProgramDocument, order: OrderCase, rules: readonly PlacedRule[]) {
  const all = rules.flatMap(placedGrants);
  const discounts = all.filter(({ grant }) => isOnThisOrder(grant.benefit));
  const rest = all.filter(({ grant }) => !isOnThisOrder(grant.benefit));
  const parts: GiveAwayPart[] = [];
  const unknown: string[] = [];
  let left = order.orderMinor;
  const add = (placed: PlacedGrant, cost: bigint | null): void => {
    const { path, rule, tierId, grant } = placed;
    if (cost === null) unknown.push(`${path}/benefit`);
    else parts.push({ path, ruleId: rule.id, tierId, to: grant.to, amountMinor: cost });
  };
  // Discounts on the order itself come off first: everything else is a share of what is left.
  for (const placed of usableTogether(discounts, document, order.orderMinor)) {
    const cost = benefitCost(placed.grant.benefit, document, order.orderMinor);
    const taken = cost === null ? null : atMost(cost, left);
    add(placed, taken);
    left -= taken ?? 0n;
  }
  for (const placed of rest) add(placed, benefitCost(placed.grant.benefit, document, left));
  return { parts, unknown };
}

/** A grant with its place. */
export interface PlacedGrant extends PlacedRule {
  readonly grant: Grant;
}

/** The legs of a rule; `path` is the leg's. */
export function placedGrants(placed: PlacedRule): readonly PlacedGrant[] {
  return placed.rule.grant.map((grant, index) => ({ ...placed, grant, path: `${placed.path}/grant/${index}` }));
}

/** One coupon an order, the dearest, beside those that stack (contract.md 6.16). */
function usableTogether(discounts: readonly PlacedGrant[], document: ProgramDocument, orderMinor: bigint): readonly PlacedGrant[] {
  const costOf = ({ grant }: PlacedGrant): bigint => benefitCost(grant.benefit, document, orderMinor) ?? 0n;
  const [dearest] = discounts.filter(({ grant }) => !isStackable(grant.benefit)).toSorted((a, b) => (costOf(b) > costOf(a) ? 1 : -1));
  return discounts.filter((placed) => isStackable(placed.grant.benefit) || placed === dearest);
}

function isOnThisOrder(benefit: Benefit): benefit is CouponBenefit {
  return benefit.kind === 'coupon' && benefit.use === 'thisOrder';
}

function isStackable(benefit: Benefit): boolean {
  return benefit.kind === 'coupon' && benefit.stackable;
}

function atMost(amount: bigint, max: bigint | null): bigint {
  return max !== null && amount > max ? max : amount;
}
