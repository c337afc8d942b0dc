import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import { toUnit } from '../database/unit-column.ts';
import type { Reservation } from '../domain/facts/balance-entities.ts';
import { type CustomerId, idFromUuid, type ReservationId } from '../domain/ids.ts';

export type ShownReservation = Omit<Reservation, 'allocations' | 'returned'>;

export async function findReservation(db: Db, caller: Caller, id: ReservationId): Promise<ShownReservation | null> {
  const row = await db
    .selectFrom('reservation')
    .select(['customer_id', 'unit', 'amount', 'value_minor', 'currency', 'status', 'expires_at', 'order_id'])
    .where('tenant_id', '=', caller.tenantId)
    .where('reservation_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id,
    customerId: idFromUuid<CustomerId>(row.customer_id),
    unit: toUnit(row.unit),
    amount: row.amount,
    valueMinor: row.value_minor,
    currency: row.currency,
    status: row.status,
    expiresAt: row.expires_at,
    orderId: row.order_id,
  };
}

const MAX_OF_CUSTOMER = 10_000;

/** All of a customer's, oldest first. */
export async function listReservationsOf(db: Db, caller: Caller, customerId: CustomerId): Promise<readonly ShownReservation[]> {
  const rows = await db
    .selectFrom('reservation')
    .select(['reservation_id', 'unit', 'amount', 'value_minor', 'currency', 'status', 'expires_at', 'order_id'])
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', '=', customerId)
    .orderBy('reservation_id')
    .limit(MAX_OF_CUSTOMER)
    .execute();
  return rows.map((row) => ({
    id: idFromUuid<ReservationId>(row.reservation_id),
    customerId,
    unit: toUnit(row.unit),
    amount: row.amount,
    valueMinor: row.value_minor,
    currency: row.currency,
    status: row.status,
    expiresAt: row.expires_at,
    orderId: row.order_id,
  }));
}
