import type { CustomerId } from '../ids.ts';
import type { Order } from './entities.ts';
import type { KnownTallies } from './known-tallies.ts';
import { OrderTally } from './order-tally.ts';
import type { Table } from './table.ts';

/** What buyers' orders add up to: those known whole, and of whoever came into being among the facts what the facts say. */
export class OrderTallies {
  readonly #orders: Table<Order>;
  readonly #known: KnownTallies;
  readonly #built = new Map<CustomerId, OrderTally>();

  /** Follows each change of the orders. */
  constructor(orders: Table<Order>, known: KnownTallies) {
    this.#orders = orders;
    this.#known = known;
    orders.onChange = (before, after) => {
      const [was, is] = [before && this.#find(before.customerId), after && this.#find(after.customerId)];
      if (was !== is) was?.follow(before, null);
      is?.follow(was === is ? before : null, after);
    };
  }

  of(customerId: CustomerId): OrderTally {
    const found = this.#find(customerId);
    if (found !== null) return found;
    const tally = new OrderTally(this.#known.measures, () => this.#ordersOf(customerId));
    for (const order of this.#ordersOf(customerId)) tally.follow(null, order);
    this.#built.set(customerId, tally);
    return tally;
  }

  #find(customerId: CustomerId | null): OrderTally | null {
    return customerId === null ? null : (this.#known.findOrders(customerId) ?? this.#built.get(customerId) ?? null);
  }

  *#ordersOf(customerId: CustomerId): Iterable<Order> {
    for (const key of this.#orders.keysBy('customer', customerId)) {
      const order = this.#orders.get(key);
      if (order?.customerId === customerId) yield order;
    }
  }
}
