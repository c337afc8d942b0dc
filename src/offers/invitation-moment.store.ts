import { sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import { listOwnIds } from '../customers/customers.store.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId } from '../domain/ids.ts';

/** What says whether now is the moment to ask a member for an invitation; what was told of before they were merged is theirs. */
export interface InvitationMoment {
  readonly lastDeliveredAt: Date | null;
  readonly openComplaints: number;
  readonly lastComplaintClosedAt: Date | null;
  /** 0 to 10; null = never told. */
  readonly lastScore: number | null;
}

export async function findInvitationMoment(
  db: Db,
  caller: Pick<Caller, 'tenantId'>,
  customerId: CustomerId,
): Promise<InvitationMoment | null> {
  const { rows } = await sql<InvitationMoment>`
    select coalesce(cardinality(c.open_complaints), 0) as "openComplaints",
      (select f.score from feedback f where f.tenant_id = c.tenant_id and f.customer_id = c.customer_id order by f.sequence desc limit 1) as "lastScore",
      (select max(o.delivered_at) from shop_order o where o.tenant_id = c.tenant_id and o.customer_id = c.customer_id) as "lastDeliveredAt",
      (select max(e.occurred_at) from event e
       where e.tenant_id = c.tenant_id and e.customer_id = any(${await listOwnIds(db, caller.tenantId, customerId)}::uuid[]) and e.type = 'complaint.closed') as "lastComplaintClosedAt"
    from customer c
    where c.tenant_id = ${caller.tenantId} and c.customer_id = ${customerId} and c.erased_at is null`.execute(db);
  return rows[0] ?? null;
}
