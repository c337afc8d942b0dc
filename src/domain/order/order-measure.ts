/** What one order adds to a member's turnover, margin or count, by the document that asks. */
import type { OrderLine } from '../facts/entities.ts';
import type { MeasuredOrder, OrderMeasure, OrderWorth } from '../facts/order-tally.ts';
import { allocate, floorDiv } from '../money/money.ts';
import type { ProgramDocument } from '../program/document.ts';
import type { TierCondition, TypedMargin } from '../program/tier-condition.ts';
import { orderBase, refundedBase } from '../reward/base.ts';
import { isCounted, paidMinor, refundedMinor } from './order-facts.ts';

/** What of a document decides what an order is worth. */
type MeasuringDocument = Pick<ProgramDocument, 'currency' | 'percentOf' | 'margin'>;

type MeasuredKind = Extract<TierCondition['kind'], 'paidOrders' | 'spend' | 'margin'>;

const KNOWN = new WeakMap<MeasuringDocument, Map<MeasuredKind, OrderMeasure>>();

/** The same for documents that would find every order to be worth the same. */
export function measureOf(kind: MeasuredKind, document: MeasuringDocument): OrderMeasure {
  const known = KNOWN.get(document) ?? new Map<MeasuredKind, OrderMeasure>();
  const measure = known.get(kind) ?? makeMeasure(kind, document);
  KNOWN.set(document, known.set(kind, measure));
  return measure;
}

/** What the conditions of a document's tiers sum up over orders. Counts for life are on the customer's record. */
export function measuresOf(conditions: readonly TierCondition[], document: MeasuringDocument): readonly OrderMeasure[] {
  return conditions.flatMap((condition) => {
    if (condition.kind === 'spend' || condition.kind === 'margin') return [measureOf(condition.kind, document)];
    return condition.kind === 'paidOrders' && condition.withinDays !== null ? [measureOf(condition.kind, document)] : [];
  });
}

function makeMeasure(kind: MeasuredKind, document: MeasuringDocument): OrderMeasure {
  const { currency, percentOf, margin } = document;
  const key =
    kind === 'paidOrders' ? [kind] : kind === 'spend' ? [kind, currency, percentOf.tax] : [kind, currency, percentOf.tax, keyOf(margin)];
  return {
    key: key.join(' '),
    needsLines: kind === 'margin',
    worthOf: (order) => (isCounted(order) ? worthOf(kind, order, document) : null),
  };
}

function keyOf(margin: TypedMargin | null): string {
  if (margin === null) return '-';
  return JSON.stringify([String(margin.basisPoints), margin.categories.map((each) => [each.category, String(each.basisPoints)])]);
}

function worthOf(kind: MeasuredKind, order: MeasuredOrder, document: MeasuringDocument): OrderWorth {
  if (kind === 'paidOrders') return { amount: 1n, from: 'unknown' };
  return kind === 'margin' ? marginOf(order, document) : { amount: spendOf(order, document), from: 'unknown' };
}

/** The reward base less its refunded share, minor units; nothing for an order in another currency. */
function spendOf(order: MeasuredOrder, document: MeasuringDocument): bigint {
  if (order.data?.currency !== document.currency) return 0n;
  return refundedBase(orderBase(order, document), paidMinor(order), refundedMinor(order));
}

/** What an order earned, less the refunded share: lines with a cost by their cost, the rest by the typed share; nothing where nothing is known. */
function marginOf(order: MeasuredOrder, document: MeasuringDocument): OrderWorth {
  const { data } = order;
  if (data === null || data.currency !== document.currency) return { amount: 0n, from: 'unknown' };
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
  if (known === 0 && typed === 0) return { amount: 0n, from: 'unknown' };
  const from = typed === 0 ? (known === parts.length ? 'cost' : 'mixed') : known === 0 ? 'typed' : 'mixed';
  return { amount: refundedShare(sum, paidMinor(order), refundedMinor(order)), from };
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
