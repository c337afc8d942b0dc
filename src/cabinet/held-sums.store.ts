import { sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import { toUnit } from '../database/unit-column.ts';
import { zoneInSql } from '../database/zone-name.ts';
import { type CustomerId, idFromUuid, type RewardId } from '../domain/ids.ts';
import type { Unit } from '../domain/ledger/unit.ts';
import type { HoldReason } from '../domain/program/document.ts';

/** What waits for the same day and the same reasons. */
export interface HeldSum {
  /** Of the first of them. */
  readonly id: RewardId;
  readonly unit: Unit;
  readonly amount: bigint;
  /** When the local day begins; null = no date is known yet. */
  readonly untilDay: Date | null;
  readonly reasons: readonly HoldReason[];
}

const MAX_SUMS = 1_000;

/** Held credit, commission and points of one customer by unit, day of the zone and reasons: all of them, soonest first. */
export async function sumHeld(
  db: Db,
  caller: Pick<Caller, 'tenantId'>,
  { customerId, timeZone }: { readonly customerId: CustomerId; readonly timeZone: string },
): Promise<readonly HeldSum[]> {
  const { rows } = await sql<{
    readonly id: string;
    readonly unit: string;
    readonly amount: bigint;
    readonly untilDay: Date | null;
    readonly reasons: readonly string[];
  }>`
    select min(reward_id::text) as id, unit, sum(amount)::bigint as amount, hold_reasons as reasons,
      date_trunc('day', held_until at time zone ${zoneInSql(timeZone)}) at time zone ${zoneInSql(timeZone)} as "untilDay"
    from reward
    where tenant_id = ${caller.tenantId} and customer_id = ${customerId} and status = 'held'
      and kind in ('credit', 'commission', 'points') and unit is not null
    group by unit, "untilDay", hold_reasons
    order by "untilDay" nulls last, id
    limit ${MAX_SUMS}`.execute(db);
  return rows.map(({ id, unit, amount, untilDay, reasons }) => ({
    id: idFromUuid<RewardId>(id),
    unit: toUnit(unit),
    amount,
    untilDay,
    // Row boundary: the column's only writer stores hold reasons.
    reasons: reasons as readonly HoldReason[],
  }));
}
