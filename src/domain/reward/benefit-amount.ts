import type { Order } from '../facts/entities.ts';
import { floorDiv, percentFloor } from '../money/money.ts';
import type { CouponDiscount, DonationBenefit, ProgramDocument, Rule, ValueBenefit } from '../program/document.ts';
import { matchingBase, orderBase } from './base.ts';

/** What a value benefit is worth on this order, before accrual: rounded down once, then capped by `max` (contract.md 6.7). */
export function valueAmount(benefit: ValueBenefit | DonationBenefit, rule: Rule, order: Order | null, document: ProgramDocument): bigint {
  if (benefit.how === 'fixed') return benefit.kind === 'points' ? benefit.points : benefit.amountMinor;
  // What a referral adds follows from its number, which fire-rule.ts knows.
  if (benefit.how === 'steps' || order === null) return 0n;
  const whole = orderBase(order, document);
  const base = benefit.of === 'matchingLines' ? matchingBase(order, rule, whole) : whole;
  if (benefit.kind === 'points') return atMost(floorDiv(base * benefit.points, benefit.perMinor), benefit.maxPoints);
  return atMost(percentFloor(base, benefit.basisPoints), benefit.maxMinor);
}

/** The discount on goods before the coupon, without delivery (contract.md 6.16). */
export function couponDiscountMinor(discount: CouponDiscount, goodsMinor: bigint, deliveryMinor: bigint): bigint {
  switch (discount.how) {
    case 'percent':
      return atMost(percentFloor(goodsMinor, discount.basisPoints), discount.maxMinor);
    case 'amount':
      return atMost(discount.amountMinor, goodsMinor);
    case 'freeDelivery':
      return atMost(deliveryMinor, discount.maxMinor);
  }
}

/**
 * The discount a paid order already carries: its total is after the coupon, so goods before it are found backwards.
 * Rounded down; free delivery leaves no trace in the total and is recorded at 0 unless capped amounts say otherwise.
 */
export function appliedDiscountMinor(discount: CouponDiscount, goodsAfterMinor: bigint): bigint {
  switch (discount.how) {
    case 'percent': {
      if (discount.basisPoints >= 10_000n) return discount.maxMinor ?? 0n;
      const before = floorDiv(goodsAfterMinor * 10_000n, 10_000n - discount.basisPoints);
      return atMost(before - goodsAfterMinor, discount.maxMinor);
    }
    case 'amount':
      return discount.amountMinor;
    case 'freeDelivery':
      return 0n;
  }
}

function atMost(amount: bigint, max: bigint | null): bigint {
  return max !== null && amount > max ? max : amount;
}
