/** What a member has done, as tiers count it: pure functions of the facts, none of which knows today's date. */
import type { Customer, Order, OrderLine } from '../facts/entities.ts';
import type { Feedback } from '../facts/standing.ts';
import { allocate, floorDiv } from '../money/money.ts';
import { paidMinor, refundedMinor } from '../order/order-facts.ts';
import type { ProgramDocument } from '../program/document.ts';
import type { TypedMargin } from '../program/tier-condition.ts';
import { orderBase, refundedBase } from '../reward/base.ts';
import { lotExpiry } from '../time/calendar.ts';

/** Everything of one member that a tier may ask for. */
export interface TierHistory {
  readonly customer: Customer;
  readonly joinedAt: Date | null;
  readonly orders: readonly Order[];
  /** When friends brought in this programme came to be qualified with an order: epoch ms, ascending. */
  readonly qualifiedInstants: readonly number[];
  readonly feedback: readonly Feedback[];
}

/** Something that counts from an instant on, and in a window until it slides out. */
export interface Counted {
  readonly value: bigint;
  readonly from: Date;
  /** Null = for life. */
  readonly until: Date | null;
}

/** Where the margin of what was counted comes from: lines' cost, the programme's typed share, some of each, or nowhere. */
export type MarginSource = 'cost' | 'typed' | 'mixed' | 'unknown';

/** In a window of N days a day counts on itself and the N − 1 days after it; it leaves at 00:00 local. */
export function counted(at: Date, value: bigint, window: { readonly withinDays: number | null; readonly timeZone: string }): Counted {
  return { value, from: at, until: window.withinDays === null ? null : lotExpiry(at, window.withinDays - 1, window.timeZone) };
}

/** The sum at an instant. */
export function totalAt(items: readonly Counted[], at: Date): bigint {
  return items.reduce((sum, item) => (isCountedAt(item, at) ? sum + item.value : sum), 0n);
}

export function isCountedAt(item: Counted, at: Date): boolean {
  return item.from <= at && (item.until === null || at < item.until);
}

/** The first instant after `at` at which the sum gets to the wanted one or falls below it; null = time alone changes nothing. */
export function nextFlip(items: readonly Counted[], wanted: bigint, at: Date): Date | null {
  const steps: { readonly at: number; readonly value: bigint }[] = [];
  for (const item of items) {
    if (item.from > at) steps.push({ at: item.from.getTime(), value: item.value });
    if (item.until !== null && item.until > at) steps.push({ at: item.until.getTime(), value: -item.value });
  }
  steps.sort((a, b) => a.at - b.at);
  let sum = totalAt(items, at);
  const isMet = sum >= wanted;
  for (const [index, step] of steps.entries()) {
    sum += step.value;
    const isLastOfInstant = steps[index + 1]?.at !== step.at;
    if (isLastOfInstant && sum >= wanted !== isMet) return new Date(step.at);
  }
  return null;
}

/** Orders paid whole and not refunded whole since, with the instant of payment. */
export function paidOrders(orders: readonly Order[]): readonly { readonly order: Order; readonly paidAt: Date }[] {
  return orders.flatMap((order) => {
    const paid = paidMinor(order);
    const isCounted = order.paidAt !== null && paid > 0n && refundedMinor(order) < paid;
    return isCounted && order.paidAt !== null ? [{ order, paidAt: order.paidAt }] : [];
  });
}

/** The reward base less its refunded share, minor units; null for an order in another currency. */
export function spendOf(order: Order, document: ProgramDocument): bigint | null {
  if (order.data?.currency !== document.currency) return null;
  return refundedBase(orderBase(order, document), paidMinor(order), refundedMinor(order));
}

/** What an order earned, less the refunded share: lines with a cost by their cost, the rest by the typed share; null = nothing is known. */
export function marginOf(order: Order, document: ProgramDocument): { readonly marginMinor: bigint | null; readonly from: MarginSource } {
  const { data } = order;
  if (data === null || data.currency !== document.currency) return { marginMinor: null, from: 'unknown' };
  const base = orderBase(order, document);
  const parts = lineParts(data.lines, base);
  let sum = 0n;
  let known = 0;
  let typed = 0;
  for (const { line, part } of parts) {
    if (line?.costMinor != null) {
      sum += part - line.costMinor;
      known += 1;
    } else if (document.margin !== null) {
      sum += floorDiv(part * shareFor(document.margin, line), 10_000n);
      typed += 1;
    }
  }
  if (known === 0 && typed === 0) return { marginMinor: null, from: 'unknown' };
  const from = typed === 0 ? (known === parts.length ? 'cost' : 'mixed') : known === 0 ? 'typed' : 'mixed';
  return { marginMinor: refundedShare(sum, paidMinor(order), refundedMinor(order)), from };
}

function lineParts(lines: readonly OrderLine[], base: bigint): readonly { readonly line: OrderLine | null; readonly part: bigint }[] {
  if (lines.length === 0) return [{ line: null, part: base }];
  const parts = allocate(
    base,
    lines.map((line) => line.totalMinor),
  );
  return lines.map((line, index) => ({ line, part: parts[index] ?? 0n }));
}

function shareFor(margin: TypedMargin, line: OrderLine | null): bigint {
  const category = line?.category ?? null;
  const own = margin.categories.find((each) => each.category === category);
  return own?.basisPoints ?? margin.basisPoints;
}

/** A loss shrinks with its order as a gain does: rounded away from the owner's favour either way. */
function refundedShare(amount: bigint, paid: bigint, refunded: bigint): bigint {
  return paid === 0n ? amount : floorDiv(amount * (paid - refunded), paid);
}
