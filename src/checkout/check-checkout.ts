/**
 * What an order about to be placed would get now (contract.md 4, 6.16): a dry run of its payment, so that the check and the order
 * cannot disagree. Discounts lower the amount the rules look at, so it is decided again until the discounts stand.
 */
import type { OpenDatabase } from '../database/open-database.ts';
import type { DecisionOutcome } from '../domain/decision.ts';
import type { Decision } from '../domain/engine.ts';
import type { Coupon, OrderData } from '../domain/facts/entities.ts';
import { allocate } from '../domain/money/money.ts';
import type { CouponDiscount } from '../domain/program/document.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { couponDiscountMinor } from '../domain/reward/benefit-amount.ts';
import { dryDecide } from '../intake/dry-run.ts';
import type { BatchDeps } from '../intake/process-batches.ts';
import type { Submission, SubmissionProblem } from '../intake/submission.ts';

const PASSES_MAX = 4;

export interface CheckoutBasket {
  /** An `order.paid` of the basket before any discount of ours; `order.totalMinor` includes delivery. */
  readonly submission: Submission;
  /** Credit the customer wants to spend, minor units of the order's currency. */
  readonly creditMinor: bigint;
  /** The least it can be spent by: what one point pays, or 1. */
  readonly creditStepMinor: bigint;
}

export interface CheckoutCheck {
  /** Discount of each basket line, in line order; together `goodsDiscountMinor`. */
  readonly lineDiscountsMinor: readonly bigint[];
  readonly goodsDiscountMinor: bigint;
  readonly deliveryDiscountMinor: bigint;
  /** What is left to pay after discounts and credit. */
  readonly toPayMinor: bigint;
  readonly creditMinor: bigint;
  readonly coupons: readonly { readonly coupon: Coupon; readonly discountMinor: bigint }[];
  /** The order's consequences if it is placed so: rewards announced, refusals with what is missing. */
  readonly outcome: DecisionOutcome;
}

interface Discounts {
  readonly goodsMinor: bigint;
  readonly deliveryMinor: bigint;
  /** What each coupon takes of what those before it have left: with the rules' own discounts they add up to the two sums. */
  readonly coupons: CheckoutCheck['coupons'];
}

const NONE: Discounts = { goodsMinor: 0n, deliveryMinor: 0n, coupons: [] };

export async function checkCheckout(
  pool: OpenDatabase['pool'],
  deps: BatchDeps,
  basket: CheckoutBasket,
): Promise<Result<CheckoutCheck, SubmissionProblem>> {
  const { body } = basket.submission;
  if (body.type !== 'order.paid') throw new Error('a basket is checked as the payment it would be');
  let discounts = NONE;
  for (let pass = 1; ; pass += 1) {
    const order = discounted(body.order, discounts);
    const creditMinor = spentCredit(basket, order.totalMinor);
    const [decision] = await dryDecide(pool, deps, [{ ...basket.submission, body: { ...body, order } }], {
      programVersionId: null,
      creditMinor,
    });
    if (decision === undefined) throw new Error('one decision for one submission');
    if (!decision.ok) return err(decision.error);
    const found = discountsOf(decision.value, body.order, body.orderId);
    if (pass === PASSES_MAX || isSame(found, discounts)) return ok(checkOf(decision.value, body.order, { discounts: found, basket }));
    discounts = found;
  }
}

/** The order as it would be placed: its total is after all discounts, before balance credit (contract.md 3). */
function discounted(order: OrderData, discounts: Discounts): OrderData {
  const lines = order.lines.map((line) => line.totalMinor);
  const reductions = lines.length === 0 ? [] : allocate(discounts.goodsMinor, lines);
  return {
    ...order,
    totalMinor: order.totalMinor - discounts.goodsMinor - discounts.deliveryMinor,
    deliveryMinor: order.deliveryMinor - discounts.deliveryMinor,
    lines: order.lines.map((line, index) => ({ ...line, totalMinor: line.totalMinor - (reductions[index] ?? 0n) })),
  };
}

/** No more than is owed; a point is never spent in part: what it would pay beyond the rest stays with the customer. */
function spentCredit({ creditMinor, creditStepMinor }: CheckoutBasket, restMinor: bigint): bigint {
  return creditMinor < restMinor ? creditMinor : restMinor - (restMinor % creditStepMinor);
}

function discountsOf(decision: Decision, before: OrderData, orderId: string): Discounts {
  const goods = before.totalMinor - before.deliveryMinor;
  let goodsMinor = 0n;
  let deliveryMinor = 0n;
  const take = (discount: CouponDiscount): bigint => {
    const amount = couponDiscountMinor(discount, goods - goodsMinor, before.deliveryMinor - deliveryMinor);
    if (discount.how === 'freeDelivery') deliveryMinor += amount;
    else goodsMinor += amount;
    return amount;
  };
  const coupons = usedCoupons(decision, orderId).map((coupon) => ({ coupon, discountMinor: take(coupon.discount) }));
  for (const discount of thisOrderDiscounts(decision)) take(discount);
  return { goodsMinor, deliveryMinor, coupons };
}

function thisOrderDiscounts(decision: Decision): readonly CouponDiscount[] {
  return decision.outcome.rewards.flatMap(({ benefit }) =>
    benefit.kind === 'coupon' && benefit.use === 'thisOrder' ? [benefit.discount] : [],
  );
}

function usedCoupons(decision: Decision, orderId: string): readonly Coupon[] {
  return decision.workspace.coupons.by('usedOrder', orderId).filter((coupon) => coupon.status === 'redeemed');
}

function checkOf(
  decision: Decision,
  before: OrderData,
  { discounts, basket }: { discounts: Discounts; basket: CheckoutBasket },
): CheckoutCheck {
  const rest = before.totalMinor - discounts.goodsMinor - discounts.deliveryMinor;
  const credit = spentCredit(basket, rest);
  const weights = before.lines.map((line) => line.totalMinor);
  return {
    lineDiscountsMinor: weights.length === 0 ? [] : allocate(discounts.goodsMinor, weights),
    goodsDiscountMinor: discounts.goodsMinor,
    deliveryDiscountMinor: discounts.deliveryMinor,
    toPayMinor: rest - credit,
    creditMinor: credit,
    coupons: discounts.coupons,
    outcome: decision.outcome,
  };
}

function isSame(a: Discounts, b: Discounts): boolean {
  return a.goodsMinor === b.goodsMinor && a.deliveryMinor === b.deliveryMinor;
}
