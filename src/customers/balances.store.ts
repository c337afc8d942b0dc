import type { Caller } from '../contract/caller.ts';
import { builtOnce } from '../database/built-once.ts';
import type { Db } from '../database/schema.ts';
import { toUnit } from '../database/unit-column.ts';
import type { Balance, Lot } from '../domain/facts/balance-entities.ts';
import { type CustomerId, idFromUuid, type LotId, type TenantId } from '../domain/ids.ts';

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
  const of = { tenantId: caller.tenantId, customerId };
  const [balances, pastDue, lots] = await Promise.all([balancesOf(db, of), pastDueOf(db, { ...of, now }), lotsOf(db, { ...of, now })]);
  const due = new Map(pastDue.map((row) => [row.unit, row.remaining]));
  return balances.map((row) => ({
    unit: toUnit(row.unit),
    available: row.available - (due.get(row.unit) ?? 0n),
    held: row.held,
    reserved: row.reserved,
    debt: row.debt,
    lots: lots
      .filter((lot) => lot.unit === row.unit)
      .map((lot) => ({ id: idFromUuid<LotId>(lot.lot_id), remaining: lot.remaining, expiresAt: lot.expires_at })),
  }));
}

interface Of {
  readonly tenantId: TenantId;
  readonly customerId: CustomerId;
}

const balancesOf = builtOnce((db, of: Of) =>
  db
    .selectFrom('balance')
    .select(['unit', 'available', 'held', 'reserved', 'debt'])
    .where('tenant_id', '=', of.tenantId)
    .where('customer_id', '=', of.customerId)
    .orderBy('unit')
    .limit(200),
);

const pastDueOf = builtOnce((db, of: Of & { readonly now: Date }) =>
  db
    .selectFrom('lot')
    .select((eb) => ['unit', eb.cast<bigint>(eb.fn.sum('remaining'), 'bigint').as('remaining')])
    .where('tenant_id', '=', of.tenantId)
    .where('customer_id', '=', of.customerId)
    .where('remaining', '>', 0n)
    .where('expires_at', '<=', of.now)
    .groupBy('unit'),
);

const lotsOf = builtOnce((db, of: Of & { readonly now: Date }) =>
  db
    .selectFrom('lot')
    .select(['lot_id', 'unit', 'remaining', 'expires_at'])
    .where('tenant_id', '=', of.tenantId)
    .where('customer_id', '=', of.customerId)
    .where('remaining', '>', 0n)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', of.now)]))
    .orderBy('expires_at', (order) => order.asc().nullsLast())
    .orderBy('lot_id')
    .limit(MAX_LOTS),
);
