import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import { toUnit } from '../database/unit-column.ts';
import type { Balance, Lot } from '../domain/facts/balance-entities.ts';
import { type CustomerId, idFromUuid, type LotId } from '../domain/ids.ts';

/** The spendable lots shown with a customer; more than this are counted in the balance all the same. */
export const MAX_LOTS = 500;

export interface CustomerBalance extends Omit<Balance, 'customerId'> {
  readonly lots: readonly Pick<Lot, 'id' | 'remaining' | 'expiresAt'>[];
}

/**
 * A customer's balances as of `now`: what a lot past its time still holds is not available, whether or not the job that
 * expires it has run (contract.md 6.11). Lots come in the order they are spent: soonest expiry first.
 */
export async function listBalances(db: Db, caller: Caller, customerId: CustomerId, now: Date): Promise<readonly CustomerBalance[]> {
  const balances = await db
    .selectFrom('balance')
    .select(['unit', 'available', 'held', 'reserved', 'debt'])
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', '=', customerId)
    .orderBy('unit')
    .limit(200)
    .execute();
  const pastDue = await sumPastDue(db, caller, customerId, now);
  const lots = await db
    .selectFrom('lot')
    .select(['lot_id', 'unit', 'remaining', 'expires_at'])
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', '=', customerId)
    .where('remaining', '>', 0n)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .orderBy('expires_at', (order) => order.asc().nullsLast())
    .orderBy('lot_id')
    .limit(MAX_LOTS)
    .execute();
  return balances.map((row) => ({
    unit: toUnit(row.unit),
    available: row.available - (pastDue.get(row.unit) ?? 0n),
    held: row.held,
    reserved: row.reserved,
    debt: row.debt,
    lots: lots
      .filter((lot) => lot.unit === row.unit)
      .map((lot) => ({ id: idFromUuid<LotId>(lot.lot_id), remaining: lot.remaining, expiresAt: lot.expires_at })),
  }));
}

async function sumPastDue(db: Db, caller: Caller, customerId: CustomerId, now: Date): Promise<ReadonlyMap<string, bigint>> {
  const rows = await db
    .selectFrom('lot')
    .select((eb) => ['unit', eb.cast<bigint>(eb.fn.sum('remaining'), 'bigint').as('remaining')])
    .where('tenant_id', '=', caller.tenantId)
    .where('customer_id', '=', customerId)
    .where('remaining', '>', 0n)
    .where('expires_at', '<=', now)
    .groupBy('unit')
    .execute();
  return new Map(rows.map((row) => [row.unit, row.remaining]));
}
