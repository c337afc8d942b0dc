import type { Order, OrderData, Payment, Refund } from '../facts/entities.ts';
import type { CustomerId } from '../ids.ts';

export function emptyOrder(id: string, origin: Order['origin']): Order {
  return {
    id,
    customerId: null,
    data: null,
    origin,
    placedAt: null,
    payments: [],
    refunds: [],
    parked: [],
    creditMinor: 0n,
    reservationIds: [],
    firstPaymentAt: null,
    paidAt: null,
    deliveredAt: null,
    cancelledAt: null,
    number: null,
    isNewCustomer: null,
    previousOrderAt: null,
    isLate: false,
  };
}

/** P of contract.md 6.9: payments and captured credit. Minor units. */
export function paidMinor(order: Pick<Order, 'creditMinor'> & { readonly payments: readonly Pick<Payment, 'amountMinor'>[] }): bigint {
  return order.payments.reduce((sum, payment) => sum + payment.amountMinor, 0n) + order.creditMinor;
}

/** F of contract.md 6.9: what was refunded of it, the part paid by credit included. */
export function refundedMinor(order: { readonly refunds: readonly Pick<Refund, 'amountMinor'>[] }): bigint {
  return order.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0n);
}

/** Paid whole, and not refunded whole since: such an order counts, from the instant of its payment. One of amount zero counts for nothing. */
export function isCounted(order: Pick<Order, 'paidAt'> & Parameters<typeof paidMinor>[0] & Parameters<typeof refundedMinor>[0]): boolean {
  if (order.paidAt === null) return false;
  const paid = paidMinor(order);
  return paid > 0n && refundedMinor(order) < paid;
}

/** Whether two senders speak of the same order: the data that makes a repetition a duplicate (contract.md 3). */
export function isSameOrder(order: Order, customerIds: readonly CustomerId[], data: OrderData): boolean {
  if (order.data === null || order.customerId === null) return true;
  return customerIds.includes(order.customerId) && order.data.totalMinor === data.totalMinor && order.data.currency === data.currency;
}
