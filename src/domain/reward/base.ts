import type { Order, OrderData, OrderLine } from '../facts/entities.ts';
import { allocate, floorDiv } from '../money/money.ts';
import type { ProgramDocument, Rule } from '../program/document.ts';

/** Base = total − delivery − what reservations paid, never below 0; tax counts unless the programme excludes it (contract.md 6.7). Minor units. */
export function orderBase(
  order: Pick<Order, 'creditMinor'> & { readonly data: Omit<OrderData, 'channel'> | null },
  document: Pick<ProgramDocument, 'percentOf'>,
): bigint {
  if (order.data === null) return 0n;
  const { totalMinor, deliveryMinor, taxMinor } = order.data;
  const tax = document.percentOf.tax === 'excluded' ? taxMinor : 0n;
  const base = totalMinor - deliveryMinor - tax - order.creditMinor;
  return base > 0n ? base : 0n;
}

/** The base as a refund leaves it: in proportion, as every other consequence of a refund. */
export function refundedBase(base: bigint, paid: bigint, refunded: bigint): bigint {
  return paid === 0n ? base : floorDiv(base * (paid - refunded), paid);
}

/** Whether the base no longer meets the rule's minimum: the only kind of condition a refund tests again (contract.md 6.9). */
export function isBelowMinimum(rule: Rule, base: bigint): boolean {
  return rule.if.some((condition) => condition.kind === 'paid' && base < condition.atLeastMinor);
}

/** The part of the base that the rule's sku and category conditions name; the base is split over lines by largest remainder. */
export function matchingBase(order: Order, rule: Rule, base: bigint): bigint {
  if (order.data === null || order.data.lines.length === 0) return 0n;
  const parts = allocate(
    base,
    order.data.lines.map((line) => line.totalMinor),
  );
  return order.data.lines.reduce((sum, line, index) => (isMatchingLine(line, rule) ? sum + (parts[index] ?? 0n) : sum), 0n);
}

function isMatchingLine(line: OrderLine, rule: Rule): boolean {
  return rule.if.every((condition) => {
    if (condition.kind === 'sku') return line.sku !== null && condition.in.includes(line.sku);
    if (condition.kind === 'category') return line.category !== null && condition.in.includes(line.category);
    return true;
  });
}
