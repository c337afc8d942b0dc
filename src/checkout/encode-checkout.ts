import type { CheckoutQuestion } from '../contract/checkout.endpoints.ts';
import { benefitToWire, refusalToWire } from '../contract/event-answer.ts';
import { moneyToWire, timeToWire } from '../contract/resource-encoding.ts';
import type { BenefitResult } from '../domain/decision.ts';
import { wireId } from '../domain/ids.ts';
import type { WantedCredit } from './available-credit.ts';
import type { CheckoutCheck } from './check-checkout.ts';

/** The check's answer; amounts in the order's currency. */
export function checkoutToWire(
  question: CheckoutQuestion,
  check: CheckoutCheck,
  more: { readonly credit: WantedCredit | null; readonly reservedUntil: Date | null },
) {
  const { currency } = question.order.total;
  const money = (amountMinor: bigint) => moneyToWire(amountMinor, currency);
  const { outcome } = check;
  return {
    total: money(check.toPayMinor + check.creditMinor),
    toPay: money(check.toPayMinor),
    discount: money(check.goodsDiscountMinor),
    deliveryDiscount: money(check.deliveryDiscountMinor),
    lines: question.order.lines.map((line, index) => {
      const discount = check.lineDiscountsMinor[index] ?? 0n;
      return { discount: money(discount), total: money(line.total.amountMinor - discount) };
    }),
    // One on hold is not to be packed now: it is given when its hold ends, and would be given twice.
    gifts: outcome.rewards.flatMap(({ benefit, ruleId, beneficiary, status }) =>
      benefit.kind === 'gift' && beneficiary !== 'referrer' && status !== 'held' ? [{ sku: benefit.sku, ruleId }] : [],
    ),
    coupons: check.coupons.map(({ coupon, discountMinor }) => ({ code: coupon.code, discount: money(discountMinor) })),
    credit: more.credit === null ? null : creditToWire(more.credit, check.creditMinor, currency),
    benefits: outcome.rewards.map(({ programId, ruleId, beneficiary, benefit }) => ({
      programId: wireId('prg', programId),
      ruleId,
      beneficiary,
      benefit: benefitToWire(announced(benefit)),
    })),
    refusals: outcome.refusals.map(refusalToWire),
    reservedUntil: timeToWire(more.reservedUntil),
  };
}

/** What is only announced has no name yet: the code or token that this decision drew will never exist. */
function announced(benefit: BenefitResult): BenefitResult {
  switch (benefit.kind) {
    case 'coupon':
      return { ...benefit, code: null };
    case 'perk':
    case 'choice':
      return { ...benefit, grantId: null, token: null };
    default:
      return benefit;
  }
}

/** `used` and `available` say what the balance pays; points are told beside it. */
function creditToWire({ programId, stepMinor, available }: WantedCredit, usedMinor: bigint, currency: string) {
  const paid = { used: moneyToWire(usedMinor, currency), available: moneyToWire(available * stepMinor, currency) };
  if (programId === null) return paid;
  const points = (count: bigint) => ({ points: count.toString(), programId: wireId('prg', programId) });
  return { ...paid, points: { used: points(usedMinor / stepMinor), available: points(available) } };
}
