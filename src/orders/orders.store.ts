import type { Caller } from '../contract/caller.ts';
import type { ShownOrder } from '../contract/order-encoding.ts';
import type { Db } from '../database/schema.ts';
import type { OrderLine } from '../domain/facts/entities.ts';
import { type CustomerId, idFromUuid, type RewardId } from '../domain/ids.ts';
import { decodeLog } from '../intake/log-codec.ts';

/**
 * An order with its payments, refunds and the rewards it caused; null when the tenant knows none of this id. Of one moment: an order known
 * by its refund alone has no currency yet, and the payment that brings it may come between two statements.
 */
export function findOrder(db: Db, caller: Caller, orderId: string): Promise<ShownOrder | null> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => readOrder(tx, caller, orderId));
}

async function readOrder(db: Db, caller: Caller, orderId: string): Promise<ShownOrder | null> {
  const row = await db
    .selectFrom('shop_order')
    .select([
      'customer_id',
      'origin',
      'currency',
      'total_minor',
      'delivery_minor',
      'tax_minor',
      'channel',
      'lines',
      'credit_minor',
      'placed_at',
      'first_payment_at',
      'paid_at',
      'delivered_at',
      'cancelled_at',
      'number',
      'is_new_customer',
      'is_late',
    ])
    .where('tenant_id', '=', caller.tenantId)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const payments = await listPayments(db, caller, orderId);
  const refunds = await listRefunds(db, caller, orderId);
  const rewardIds = await listRewardIds(db, caller, orderId);
  return {
    id: orderId,
    customerId: row.customer_id === null ? null : idFromUuid<CustomerId>(row.customer_id),
    origin: row.origin,
    data:
      row.currency === null || row.total_minor === null
        ? null
        : {
            currency: row.currency,
            totalMinor: row.total_minor,
            deliveryMinor: row.delivery_minor ?? 0n,
            taxMinor: row.tax_minor ?? 0n,
            channel: row.channel,
            lines: linesOf(row.lines),
          },
    placedAt: row.placed_at,
    payments,
    refunds,
    creditMinor: row.credit_minor,
    firstPaymentAt: row.first_payment_at,
    paidAt: row.paid_at,
    deliveredAt: row.delivered_at,
    cancelledAt: row.cancelled_at,
    number: row.number,
    isNewCustomer: row.is_new_customer,
    isLate: row.is_late,
    rewardIds,
  };
}

async function listPayments(db: Db, caller: Caller, orderId: string): Promise<ShownOrder['payments']> {
  const rows = await db
    .selectFrom('payment')
    .select(['payment_id', 'amount_minor', 'occurred_at'])
    .where('tenant_id', '=', caller.tenantId)
    .where('order_id', '=', orderId)
    .orderBy('ordinal')
    .limit(1000)
    .execute();
  return rows.map((row) => ({ id: row.payment_id, amountMinor: row.amount_minor, occurredAt: row.occurred_at }));
}

async function listRefunds(db: Db, caller: Caller, orderId: string): Promise<ShownOrder['refunds']> {
  const rows = await db
    .selectFrom('refund')
    .select(['refund_id', 'requested_minor', 'amount_minor', 'cut', 'occurred_at'])
    .where('tenant_id', '=', caller.tenantId)
    .where('order_id', '=', orderId)
    .orderBy('ordinal')
    .limit(1000)
    .execute();
  return rows.map((row) => ({
    id: row.refund_id,
    requestedMinor: row.requested_minor,
    amountMinor: row.amount_minor,
    cut: row.cut,
    occurredAt: row.occurred_at,
  }));
}

async function listRewardIds(db: Db, caller: Caller, orderId: string): Promise<readonly RewardId[]> {
  const rows = await db
    .selectFrom('reward')
    .select('reward_id')
    .where('tenant_id', '=', caller.tenantId)
    .where('order_id', '=', orderId)
    .orderBy('reward_id')
    .limit(1000)
    .execute();
  return rows.map((row) => idFromUuid<RewardId>(row.reward_id));
}

function linesOf(text: string): readonly OrderLine[] {
  // Row boundary: written by the intake alone, which encodes exactly this.
  return decodeLog(text) as readonly OrderLine[];
}
