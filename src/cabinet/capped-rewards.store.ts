import { sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import { zoneInSql } from '../database/zone-name.ts';
import type { CustomerId, ProgramId } from '../domain/ids.ts';
import type { CapPeriod } from '../domain/program/document.ts';

export interface CappedOf {
  readonly customerId: CustomerId;
  readonly programId: ProgramId;
  readonly ruleId: string;
  readonly per: CapPeriod;
  readonly timeZone: string;
  readonly now: Date;
}

/** A referrer's rewards of one rule that take room under its cap in the period that runs now. */
export async function countCapped(db: Db, caller: Pick<Caller, 'tenantId'>, of: CappedOf): Promise<number> {
  const { customerId, programId, ruleId, per, now } = of;
  const zone = zoneInSql(of.timeZone);
  const { rows } = await sql<{ readonly used: number }>`
    select count(*)::integer as used from reward
    where tenant_id = ${caller.tenantId} and customer_id = ${customerId} and program_id = ${programId} and rule_id = ${ruleId}
      and beneficiary = 'referrer' and status not in ('denied', 'cancelled', 'reversed')
      and (${per} = 'life' or occurred_at >= date_trunc(nullif(${per}, 'life'), ${now}::timestamptz at time zone ${zone}) at time zone ${zone})`.execute(
    db,
  );
  return rows[0]?.used ?? 0;
}
