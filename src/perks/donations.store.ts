import { sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import { zoneInSql } from '../database/zone-name.ts';
import type { ProgramId } from '../domain/ids.ts';

export interface DonationMonth {
  readonly month: string;
  readonly recipient: string;
  readonly unit: string;
  readonly given: bigint;
  readonly takenBack: bigint;
}

const MONTHS_MAX = 2_400;

/** Movements of the ledger's account of what was given away, by local month and recipient. */
export async function listDonationMonths(
  db: Db,
  caller: Caller,
  of: { readonly programId: ProgramId; readonly timeZone: string },
): Promise<readonly DonationMonth[]> {
  const { rows } = await sql<DonationMonth>`
    select to_char(e.occurred_at at time zone ${zoneInSql(of.timeZone)}, 'YYYY-MM') as month, r.terms::jsonb #>> '{benefit,recipient}' as recipient, t.unit,
      coalesce(sum(t.amount) filter (where t.credit_kind = 'donated'), 0)::bigint as given,
      coalesce(sum(t.amount) filter (where t.debit_kind = 'donated'), 0)::bigint as "takenBack"
    from reward r
      join transfer t on t.tenant_id = r.tenant_id and t.reward_id = r.reward_id and 'donated' in (t.credit_kind, t.debit_kind)
      join event e on e.tenant_id = t.tenant_id and e.sequence = t.sequence
    where r.tenant_id = ${caller.tenantId} and r.program_id = ${of.programId} and r.kind = 'donation'
    group by 1, 2, 3 order by 1, 2, 3 limit ${MONTHS_MAX}`.execute(db);
  return rows;
}

export interface DonationTotal {
  readonly recipient: string;
  readonly unit: string;
  readonly net: bigint;
  readonly pledged: bigint;
  readonly passedOn: bigint;
}

/** What stands now: given away, promised while held, and passed on to the recipient by the shop's word, also where the order has been refunded since. */
export async function listDonationTotals(db: Db, caller: Caller, programId: ProgramId): Promise<readonly DonationTotal[]> {
  const { rows } = await sql<DonationTotal>`
    select terms::jsonb #>> '{benefit,recipient}' as recipient, unit,
      coalesce(sum(amount) filter (where status in ('issued', 'delivered') or is_loss), 0)::bigint as net,
      coalesce(sum(amount) filter (where status = 'held'), 0)::bigint as pledged,
      coalesce(sum(amount) filter (where status = 'delivered' or is_loss), 0)::bigint as "passedOn"
    from reward where tenant_id = ${caller.tenantId} and program_id = ${programId} and kind = 'donation'
    group by 1, 2 order by 1, 2 limit ${MONTHS_MAX}`.execute(db);
  return rows;
}
