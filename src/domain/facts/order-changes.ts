import type { CustomerId } from '../ids.ts';
import type { Order } from './entities.ts';
import { type CountedOrder, followOrder, type OrderMeasure, type OrderSums } from './order-tally.ts';
import type { SummedList } from './summed-list.ts';
import type { Workspace } from './workspace.ts';

/**
 * Looks at what a buyer's orders add up to as this decision has them by now. What it has changed is put into a sum for as long as it is
 * looked at: a copy of some ten thousand amounts for each order would cost more than all else a decision does.
 */
export function withOrders<T>(ws: Workspace, customerId: CustomerId, look: (orders: OrderSums) => T): T {
  const tally = ws.orderTallies.of(customerId);
  const changes = orderChanges(ws, customerId);
  const changed: { readonly measure: OrderMeasure; readonly list: SummedList<CountedOrder> }[] = [];
  const sumOf = (measure: OrderMeasure): SummedList<CountedOrder> => {
    const known = changed.find(({ measure: { key } }) => key === measure.key);
    if (known !== undefined) return known.list;
    const list = tally.sumOf(measure);
    for (const { before, after } of changes) followOrder(list, measure, { before, after });
    changed.push({ measure, list });
    return list;
  };
  try {
    return look({ sumOf });
  } finally {
    changes.reverse();
    for (const { measure, list } of changed)
      for (const { before, after } of changes) followOrder(list, measure, { before: after, after: before });
  }
}

interface OrderChange {
  readonly before: Order | null;
  readonly after: Order | null;
}

/** What of the buyer's orders the decision so far has changed; an order is no change where it is another's. */
function orderChanges(ws: Workspace, customerId: CustomerId): OrderChange[] {
  const theirs = (order: Order | null): Order | null => (order?.customerId === customerId ? order : null);
  return [...ws.orders.changes()].flatMap((order) => {
    const [before, after] = [theirs(ws.orders.before(order)), theirs(order)];
    return before === null && after === null ? [] : [{ before, after }];
  });
}
