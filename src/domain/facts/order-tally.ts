/**
 * What a customer's orders add up to (ADR 0023). Ladders that ask for turnover, margin or purchases look here: a buyer of twenty thousand orders
 * then costs what one of twenty does. It says nothing a walk over the orders would not say, and is kept true by each change of one.
 */
import { assert } from '../result.ts';
import type { Order, OrderData } from './entities.ts';
import { type Amount, SummedList } from './summed-list.ts';

/** What of an order is measured: a whole one, or as much of it as is read to be summed. */
export type MeasuredOrder = Pick<Order, 'paidAt' | 'creditMinor'> & {
  readonly data: Omit<OrderData, 'channel'> | null;
  readonly payments: readonly { readonly amountMinor: bigint }[];
  readonly refunds: readonly { readonly amountMinor: bigint }[];
};

/** Where the margin of what was counted comes from: lines' cost, the programme's typed share, some of each, or nowhere. */
export type MarginSource = 'cost' | 'typed' | 'mixed' | 'unknown';

export interface OrderWorth {
  /** Minor units, or one for each order. */
  readonly amount: bigint;
  /** Only of margin. */
  readonly from: MarginSource;
}

/** Something that orders add up to. */
export interface OrderMeasure {
  /** Measures of one key find every order to be worth the same. */
  readonly key: string;
  readonly needsLines: boolean;
  /** Null: the order does not count. */
  readonly worthOf: (order: MeasuredOrder) => OrderWorth | null;
}

export type CountedOrder = Amount & OrderWorth;

/** Who can say what orders add up to. */
export interface OrderSums {
  sumOf(measure: OrderMeasure): SummedList<CountedOrder>;
}

/** With its amount and the sum up to it an order takes twice the room of a mark. */
const MARKS_OF_AN_ORDER = 2;

export class OrderTally implements OrderSums {
  readonly #sums = new Map<string, { readonly measure: OrderMeasure; readonly list: SummedList<CountedOrder> }>();
  readonly #all: (() => Iterable<MeasuredOrder>) | null;

  /** `all`: the orders themselves, where they are at hand: whatever else is asked for is then found there. */
  constructor(measures: readonly OrderMeasure[], all: (() => Iterable<MeasuredOrder>) | null = null) {
    this.#all = all;
    for (const measure of measures) this.#sums.set(measure.key, { measure, list: new SummedList() });
  }

  /** How much there is to hold, in marks. */
  get size(): number {
    let size = 0;
    for (const { list } of this.#sums.values()) size += list.size * MARKS_OF_AN_ORDER;
    return size;
  }

  sumOf(measure: OrderMeasure): SummedList<CountedOrder> {
    const known = this.#sums.get(measure.key);
    if (known !== undefined) return known.list;
    assert(this.#all !== null, 'what orders are asked to add up to was read of them');
    const list = new SummedList<CountedOrder>();
    for (const order of this.#all()) followOrder(list, measure, { before: null, after: order });
    this.#sums.set(measure.key, { measure, list });
    return list;
  }

  /** Follows an order from what it was to what it is; null = it was not there, or is no more. */
  follow(before: MeasuredOrder | null, after: MeasuredOrder | null): void {
    for (const { measure, list } of this.#sums.values()) followOrder(list, measure, { before, after });
  }
}

/** The same in one of the sums. */
export function followOrder(
  list: SummedList<CountedOrder>,
  measure: OrderMeasure,
  order: { readonly before: MeasuredOrder | null; readonly after: MeasuredOrder | null },
): void {
  const [before, after] = [countedAs(measure, order.before), countedAs(measure, order.after)];
  if (before !== null && after !== null && isSame(before, after)) return;
  if (before !== null) {
    const isGone = list.remove(before, (other) => isSame(before, other));
    assert(isGone, 'what an order counts as has been tallied');
  }
  if (after !== null) list.add(after);
}

function countedAs(measure: OrderMeasure, order: MeasuredOrder | null): CountedOrder | null {
  const worth = order === null ? null : measure.worthOf(order);
  return worth === null || order?.paidAt == null ? null : { at: order.paidAt.getTime(), ...worth };
}

function isSame(one: CountedOrder, other: CountedOrder): boolean {
  return one.at === other.at && one.amount === other.amount && one.from === other.from;
}
