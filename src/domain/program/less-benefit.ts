/** Whether a benefit is less than the one it stands in for. What cannot be compared counts as less: the member is asked. */

import { assertNever } from '../result.ts';
import type { Benefit, ChoiceBenefit, CouponBenefit, CouponDiscount, DonationBenefit, Steps, ValueBenefit } from './document.ts';
import { stepsTotal } from './steps.ts';

/** Whether a limit was lowered; null = no limit. */
export function isLowered<T extends bigint | number>(before: T | null, now: T | null): boolean {
  return now !== null && (before === null || now < before);
}

export function isLess(before: Benefit, now: Benefit): boolean {
  switch (before.kind) {
    case 'credit':
    case 'commission':
    case 'points':
      return now.kind !== before.kind || isLessValue(before, now);
    case 'coupon':
      return now.kind !== 'coupon' || isLessCoupon(before, now);
    case 'gift':
      return now.kind !== 'gift' || now.sku !== before.sku;
    case 'perk':
      return now.kind !== 'perk' || now.perk !== before.perk;
    case 'choice':
      return now.kind !== 'choice' || isLessChoice(before, now);
    case 'donation':
      return now.kind !== 'donation' || isLessDonation(before, now);
    default:
      return assertNever(before);
  }
}

function isLessValue(before: ValueBenefit, now: ValueBenefit): boolean {
  if (before.how === 'steps' || now.how === 'steps')
    return before.how !== 'steps' || now.how !== 'steps' || isLessSteps(before.steps, now.steps);
  if (before.how === 'fixed' || now.how === 'fixed') {
    return before.how !== 'fixed' || now.how !== 'fixed' || fixedAmount(now) < fixedAmount(before);
  }
  if (before.of === 'base' && now.of === 'matchingLines') return true;
  if (before.how === 'percent' && now.how === 'percent')
    return now.basisPoints < before.basisPoints || isLowered(before.maxMinor, now.maxMinor);
  if (before.how === 'per' && now.how === 'per') {
    return now.points * before.perMinor < before.points * now.perMinor || isLowered(before.maxPoints, now.maxPoints);
  }
  return true;
}

function fixedAmount(benefit: Extract<ValueBenefit, { how: 'fixed' }>): bigint {
  return benefit.kind === 'points' ? benefit.points : benefit.amountMinor;
}

/** Less at any count of friends up to one beyond both tables, where both have settled. */
function isLessSteps(before: Steps, now: Steps): boolean {
  if (before.per !== now.per) return true;
  const last = Math.max(...[...before.table, ...now.table].map(({ from }) => from)) + 1;
  return Array.from({ length: last }, (_item, index) => index + 1).some((count) => stepsTotal(now, count) < stepsTotal(before, count));
}

function isLessCoupon(before: CouponBenefit, now: CouponBenefit): boolean {
  return (
    now.use !== before.use ||
    isLowered(before.validDays, now.validDays) ||
    (before.stackable && !now.stackable) ||
    isLessDiscount(before.discount, now.discount)
  );
}

function isLessDiscount(before: CouponDiscount, now: CouponDiscount): boolean {
  switch (before.how) {
    case 'percent':
      return now.how !== 'percent' || now.basisPoints < before.basisPoints || isLowered(before.maxMinor, now.maxMinor);
    case 'amount':
      return now.how !== 'amount' || now.amountMinor < before.amountMinor;
    case 'freeDelivery':
      return now.how !== 'freeDelivery' || isLowered(before.maxMinor, now.maxMinor);
    default:
      return assertNever(before);
  }
}

function isLessChoice(before: ChoiceBenefit, now: ChoiceBenefit): boolean {
  return before.of.some((perk) => !now.of.includes(perk)) || now.withinDays < before.withinDays || now.default !== before.default;
}

function isLessDonation(before: DonationBenefit, now: DonationBenefit): boolean {
  if (before.recipient !== now.recipient) return true;
  if (before.how === 'fixed' || now.how === 'fixed') {
    return before.how !== 'fixed' || now.how !== 'fixed' || now.amountMinor < before.amountMinor;
  }
  return (
    now.basisPoints < before.basisPoints || isLowered(before.maxMinor, now.maxMinor) || (before.of === 'base' && now.of === 'matchingLines')
  );
}
