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
