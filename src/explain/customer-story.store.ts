/** What happened with a customer: their own events, of before they were merged too, what moved their balance, and what the friends they brought did. */
import { sql } from 'kysely';
import { listOwnIds } from '../customers/customers.store.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId, TenantId } from '../domain/ids.ts';
import { decodeLog } from '../intake/log-codec.ts';
import type { LogBody } from '../intake/log-entry.ts';
import { type EventRow, withTransfers } from './order-story.store.ts';
import type { OrderStory, StoryEvent } from './order-story.ts';
import { readNamed } from './story-names.store.ts';

export interface CustomerStoryEvent extends StoryEvent {
  readonly storedAt: Date;
  readonly orderId: string | null;
  readonly actor: string | null;
  /** It happened to somebody else: whom they brought, or who brought them. */
  readonly isAboutFriend: boolean;
  readonly body: LogBody['body'];
  /** What was typed with the act, kept apart from the log. */
  readonly reason: string | null;
}

export interface CustomerStory extends Omit<OrderStory, 'orderId' | 'rewards' | 'events'> {
  /** Newest first, at most one more than was asked for. */
  readonly events: readonly CustomerStoryEvent[];
}

export interface StoryPage {
  readonly customerId: CustomerId;
  readonly before: bigint | null;
  readonly limit: number;
}

interface StoryRow extends EventRow {
  readonly storedAt: Date;
  readonly orderId: string | null;
  readonly isAboutFriend: boolean;
  readonly personal: string | null;
}

export async function findCustomerStory(db: Db, tenantId: TenantId, page: StoryPage): Promise<CustomerStory> {
  const rows = await readRows(db, tenantId, page);
  const told = await withTransfers(db, tenantId, rows, () => true);
  const events = told.map((event, index): CustomerStoryEvent => {
    const row = rows[index];
    if (row === undefined) throw new Error('each event is told once');
    // Row boundary: the column's only writer is the intake, which encodes exactly this.
    const { body, actor } = decodeLog(row.body) as LogBody;
    return {
      ...event,
      storedAt: row.storedAt,
      orderId: row.orderId,
      isAboutFriend: row.isAboutFriend,
      actor,
      body,
      reason: reasonOf(row.personal),
    };
  });
  return { events, ...(await readNamed(db, tenantId, { events, rewards: [] })) };
}

/** Each part is a walk down an index from the newest, cut as soon as a page is full. */
async function readRows(db: Db, tenantId: TenantId, { customerId, before, limit }: StoryPage): Promise<readonly StoryRow[]> {
  const end = before ?? 2n ** 62n;
  const many = sql.lit(limit + 1);
  const { rows } = await sql<StoryRow>`
    with self as (
      select unnest(${await listOwnIds(db, tenantId, customerId)}::uuid[]) as id
    ), own as (
      (select part.sequence from self, lateral (
        select sequence from event where tenant_id = ${tenantId} and customer_id = self.id and sequence < ${end}
        order by sequence desc limit ${many}) part)
      union
      (select part.sequence from self, lateral (
        select sequence from transfer where tenant_id = ${tenantId} and debit_customer_id = self.id and sequence < ${end}
        order by sequence desc limit ${many}) part)
      union
      (select part.sequence from self, lateral (
        select sequence from transfer where tenant_id = ${tenantId} and credit_customer_id = self.id and sequence < ${end}
        order by sequence desc limit ${many}) part)
      union
      (select e.sequence from referral r join event e on e.tenant_id = r.tenant_id and e.customer_id = r.friend_id
        where r.tenant_id = ${tenantId} and r.referrer_id = ${customerId} and e.sequence < ${end}
          and e.type in ('order.paid', 'order.refunded', 'order.cancelled', 'referral.registered', 'referral.qualified', 'referral.expired',
            'referral.corrected', 'claim.registered', 'member.signed_up')
        order by e.sequence desc limit ${many})
    )
    select e.sequence, e.type, e.occurred_at as "occurredAt", e.stored_at as "storedAt", e.customer_id as "customerId", e.order_id as "orderId",
      e.customer_id is not null and e.customer_id not in (select id from self) as "isAboutFriend", e.body, e.decision, e.answer, p.data as personal
    from event e left join event_personal p on p.tenant_id = e.tenant_id and p.sequence = e.sequence
    where e.tenant_id = ${tenantId} and e.sequence in (select sequence from own order by sequence desc limit ${many})
    order by e.sequence desc`.execute(db);
  return rows;
}

/** Acts keep `{"reason": …}`; other events keep what the shop sent, which is not told here. */
function reasonOf(personal: string | null): string | null {
  if (personal === null) return null;
  const data: unknown = JSON.parse(personal);
  return typeof data === 'object' && data !== null && 'reason' in data && typeof data.reason === 'string' ? data.reason : null;
}
