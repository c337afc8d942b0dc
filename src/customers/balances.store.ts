import type { ExpressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Caller } from '../contract/caller.ts';
import { builtOnce } from '../database/built-once.ts';
import type { Database, Db } from '../database/schema.ts';
import { toUnit } from '../database/unit-column.ts';
import type { Balance, Lot } from '../domain/facts/balance-entities.ts';
import { type CustomerId, idFromUuid, type LotId, type TenantId } from '../domain/ids.ts';

/** The spendable lots shown with a customer; more than this are counted in the balance all the same. */
const MAX_LOTS = 500;
const MAX_UNITS = 200;

export interface CustomerBalance extends Omit<Balance, 'customerId'> {
  readonly lots: readonly Pick<Lot, 'id' | 'remaining' | 'expiresAt'>[];
}

/**
 * A customer's balances as of `now`: what a lot past its time still holds is not available, whether or not the job that
 * expires it has run (contract.md 6.11). Lots come in the order they are spent: soonest expiry first. One statement: a balance of after
 * that job less lots of before it would be below zero, and a checkout would ask for the difference.
 */
export async function listBalances(db: Db, caller: Caller, customerId: CustomerId, now: Date): Promise<readonly CustomerBalance[]> {
  const [row] = await balancesOfCustomer(db, { tenantId: caller.tenantId, customerId, now });
  return row === undefined ? [] : balancesFromRow(row);
}

export interface BalancesOf {
  readonly tenantId: TenantId;
  readonly now: Date;
}

const balancesOfCustomer = builtOnce((db, asked: BalancesOf & { readonly customerId: CustomerId }) =>
  db
    .selectFrom('customer')
    .select((eb) => [balancesOf(eb, asked).as('balances'), pastDueOf(eb, asked).as('past_due'), lotsOf(eb, asked).as('lots')])
    .where('customer.tenant_id', '=', asked.tenantId)
    .where('customer.customer_id', '=', asked.customerId),
);

/** Of a statement about customers. */
type Builder = ExpressionBuilder<Database, 'customer'>;

/** Amounts travel as text inside JSON, which has no integers of their size. */
interface BalancesRow {
  readonly balances: readonly {
    readonly unit: string;
    readonly available: string;
    readonly held: string;
    readonly reserved: string;
    readonly debt: string;
  }[];
  readonly past_due: readonly { readonly unit: string; readonly remaining: string | null }[];
  readonly lots: readonly {
    readonly lot_id: string;
    readonly unit: string;
    readonly remaining: string;
    readonly expires_at: Date | string | null;
  }[];
}

export function balancesFromRow(row: BalancesRow): readonly CustomerBalance[] {
  return row.balances.map((balance) => {
    const pastDue = row.past_due.find(({ unit }) => unit === balance.unit);
    return {
      unit: toUnit(balance.unit),
      available: BigInt(balance.available) - BigInt(pastDue?.remaining ?? '0'),
      held: BigInt(balance.held),
      reserved: BigInt(balance.reserved),
      debt: BigInt(balance.debt),
      lots: row.lots
        .filter(({ unit }) => unit === balance.unit)
        .map((lot) => ({
          id: idFromUuid<LotId>(lot.lot_id),
          remaining: BigInt(lot.remaining),
          expiresAt: lot.expires_at === null ? null : new Date(lot.expires_at),
        })),
    };
  });
}

export function balancesOf(eb: Builder, asked: BalancesOf) {
  return jsonArrayFrom(
    eb
      .selectFrom('balance')
      .select((of) => [
        'balance.unit',
        of.cast<string>('balance.available', 'text').as('available'),
        of.cast<string>('balance.held', 'text').as('held'),
        of.cast<string>('balance.reserved', 'text').as('reserved'),
        of.cast<string>('balance.debt', 'text').as('debt'),
      ])
      .where('balance.tenant_id', '=', asked.tenantId)
      .whereRef('balance.customer_id', '=', 'customer.customer_id')
      .orderBy('balance.unit')
      .limit(MAX_UNITS),
  );
}

/** Sums the lots past their time of every unit, by the index of the customer. */
export function pastDueOf(eb: Builder, asked: BalancesOf) {
  return jsonArrayFrom(
    eb
      .selectFrom('lot')
      .select((of) => [
        'lot.unit',
        of.cast<string | null>(of.fn.sum('lot.remaining').filterWhere('lot.expires_at', '<=', asked.now), 'text').as('remaining'),
      ])
      .where('lot.tenant_id', '=', asked.tenantId)
      .whereRef('lot.customer_id', '=', 'customer.customer_id')
      .where('lot.remaining', '>', 0n)
      .groupBy('lot.unit'),
  );
}

export function lotsOf(eb: Builder, asked: BalancesOf) {
  return jsonArrayFrom(
    eb
      .selectFrom('lot')
      .select((of) => ['lot.lot_id', 'lot.unit', of.cast<string>('lot.remaining', 'text').as('remaining'), 'lot.expires_at'])
      .where('lot.tenant_id', '=', asked.tenantId)
      .whereRef('lot.customer_id', '=', 'customer.customer_id')
      .where('lot.remaining', '>', 0n)
      .where((of) => of.or([of('lot.expires_at', 'is', null), of('lot.expires_at', '>', asked.now)]))
      .orderBy('lot.expires_at', (order) => order.asc().nullsLast())
      .orderBy('lot.lot_id')
      .limit(MAX_LOTS),
  );
}
