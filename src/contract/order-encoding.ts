import type { z } from 'zod';
import type { Order } from '../domain/facts/entities.ts';
import { type RewardId, wireId } from '../domain/ids.ts';
import { idToWire, moneyToWire, timeToWire } from './resource-encoding.ts';
import type { orderResource } from './resources.ts';

export type ShownOrder = Omit<Order, 'parked' | 'reservationIds' | 'previousOrderAt'> & { readonly rewardIds: readonly RewardId[] };

type WireOrder = z.input<typeof orderResource>;

export function orderToWire(order: ShownOrder): WireOrder {
  const { data } = order;
  const money = (amountMinor: bigint | undefined) =>
    data === null || amountMinor === undefined ? null : moneyToWire(amountMinor, data.currency);
  return {
    id: order.id,
    customerId: idToWire('cus', order.customerId),
    origin: order.origin,
    status: orderStatus(order),
    total: money(data?.totalMinor),
    delivery: money(data?.deliveryMinor),
    tax: money(data?.taxMinor),
    paid: money(paidMinor(order)),
    credit: money(order.creditMinor),
    refunded: money(refundedMinor(order)),
    channel: data?.channel ?? null,
    lines: (data?.lines ?? []).map((line) => ({
      sku: line.sku,
      category: line.category,
      quantity: line.quantity,
      total: moneyToWire(line.totalMinor, data?.currency ?? ''),
      cost: money(line.costMinor ?? undefined),
    })),
    number: order.number,
    isNewCustomer: order.isNewCustomer,
    isLate: order.isLate,
    placedAt: timeToWire(order.placedAt),
    firstPaymentAt: timeToWire(order.firstPaymentAt),
    paidAt: timeToWire(order.paidAt),
    deliveredAt: timeToWire(order.deliveredAt),
    cancelledAt: timeToWire(order.cancelledAt),
    payments: order.payments.map(({ id, amountMinor, occurredAt }) => ({
      id,
      amount: moneyToWire(amountMinor, data?.currency ?? ''),
      occurredAt: occurredAt.toISOString(),
    })),
    refunds: order.refunds.map(({ id, amountMinor, cut, occurredAt }) => ({
      id,
      amount: moneyToWire(amountMinor, data?.currency ?? ''),
      cut,
      occurredAt: occurredAt.toISOString(),
    })),
    rewardIds: order.rewardIds.map((id) => wireId('rwd', id)),
  };
}

/** Payments plus what balances paid (contract.md 6.9). */
function paidMinor(order: ShownOrder): bigint {
  return order.payments.reduce((sum, payment) => sum + payment.amountMinor, order.creditMinor);
}

function refundedMinor(order: ShownOrder): bigint {
  return order.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0n);
}

function orderStatus(order: ShownOrder): WireOrder['status'] {
  if (order.data === null) return 'unknown';
  const refunded = refundedMinor(order);
  if (refunded > 0n && refunded >= paidMinor(order)) return 'refunded';
  if (order.cancelledAt !== null) return 'cancelled';
  if (refunded > 0n) return 'partlyRefunded';
  if (order.paidAt !== null) return 'paid';
  return paidMinor(order) > 0n ? 'partlyPaid' : 'placed';
}
