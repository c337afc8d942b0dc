import type { Order, OrderData } from '../facts/entities.ts';
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
export function paidMinor(order: Order): bigint {
  return order.payments.reduce((sum, payment) => sum + payment.amountMinor, 0n) + order.creditMinor;
}

/** F of contract.md 6.9: what was refunded of it, the part paid by credit included. */
export function refundedMinor(order: Order): bigint {
  return order.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0n);
}

/** Whether two senders speak of the same order: the data that makes a repetition a duplicate (contract.md 3). */
export function isSameOrder(order: Order, customerIds: readonly CustomerId[], data: OrderData): boolean {
  if (order.data === null || order.customerId === null) return true;
  return customerIds.includes(order.customerId) && order.data.totalMinor === data.totalMinor && order.data.currency === data.currency;
}
