import { sql } from 'kysely';
import type { Db } from '../database/schema.ts';
import { toUnit } from '../database/unit-column.ts';
import type { Unit } from '../domain/ledger/unit.ts';
import type { ProgramName } from './programs.store.ts';

export interface ProgramNumbers {
  readonly members: bigint;
  readonly friendsOnTheWay: bigint;
  readonly heldRewards: bigint;
  readonly held: readonly { readonly unit: Unit; readonly amount: bigint }[];
}

interface CountRow {
  readonly members: bigint;
  readonly on_the_way: bigint;
}

interface HeldRow {
  readonly unit: string | null;
  readonly rewards: bigint;
  readonly amount: bigint;
}

export async function readProgramNumbers(db: Db, { tenantId, programId }: ProgramName): Promise<ProgramNumbers> {
  const [counts, held] = await Promise.all([
    sql<CountRow>`
      select
        (select count(*) from membership
          where tenant_id = ${tenantId} and program_id = ${programId} and status = 'active') as members,
        (select count(*) from referral
          where tenant_id = ${tenantId} and program_id = ${programId} and status in ('started', 'joined')) as on_the_way`.execute(db),
    sql<HeldRow>`
      select unit, count(*) as rewards, coalesce(sum(amount), 0)::bigint as amount
      from reward
      where tenant_id = ${tenantId} and program_id = ${programId} and status in ('held', 'approved')
      group by 1
      order by 1`.execute(db),
  ]);
  const [row] = counts.rows;
  return {
    members: row?.members ?? 0n,
    friendsOnTheWay: row?.on_the_way ?? 0n,
    heldRewards: held.rows.reduce((sum, { rewards }) => sum + rewards, 0n),
    held: held.rows.flatMap(({ unit, amount }) => (unit === null || amount === 0n ? [] : [{ unit: toUnit(unit), amount }])),
  };
}

export interface TrialOrder {
  readonly id: string;
  readonly totalMinor: bigint;
  readonly currency: string;
  readonly paidAt: Date;
  readonly number: number | null;
  readonly isNewCustomer: boolean | null;
}

/** Newest events looked at; an order older than these is no recent one. */
const NEWEST_EVENTS = 5_000;

/** By the log, whose key is in order of time: the orders themselves have no such key. */
export async function listTrialOrders(db: Db, tenantId: string): Promise<readonly TrialOrder[]> {
  const { rows } = await sql<{
    readonly order_id: string;
    readonly total_minor: bigint;
    readonly currency: string;
    readonly first_payment_at: Date;
    readonly number: number | null;
    readonly is_new_customer: boolean | null;
  }>`
    with newest as (
      select sequence, order_id from event where tenant_id = ${tenantId} order by sequence desc limit ${NEWEST_EVENTS}
    ), ids as (
      select order_id, max(sequence) as sequence from newest where order_id is not null group by order_id
    )
    select shop_order.order_id, shop_order.total_minor, shop_order.currency, shop_order.first_payment_at, shop_order.number, shop_order.is_new_customer
    from ids join shop_order on shop_order.tenant_id = ${tenantId} and shop_order.order_id = ids.order_id
    where shop_order.first_payment_at is not null and shop_order.total_minor is not null and shop_order.customer_id is not null
    order by shop_order.first_payment_at desc, shop_order.order_id
    limit 20`.execute(db);
  return rows.map((row) => ({
    id: row.order_id,
    totalMinor: row.total_minor,
    currency: row.currency,
    paidAt: row.first_payment_at,
    number: row.number,
    isNewCustomer: row.is_new_customer,
  }));
}
