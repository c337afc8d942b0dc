/** Deliveries on their way; a claim moves `next_attempt_at` to the end of its lease (lease-runner.ts). */
import type pg from 'pg';
import type { MessageId, TenantId, WebhookId } from '../domain/ids.ts';
import type { LeaseClaim } from '../lease-runner.ts';
import { FAILING_LIMIT_MS } from './retry-schedule.ts';

export interface ClaimedDelivery {
  readonly webhookId: WebhookId;
  readonly messageId: MessageId;
  readonly url: string;
  /** The present secret, and the one before while it is still valid. */
  readonly secrets: readonly Buffer[];
  readonly sequence: bigint | null;
  readonly type: string;
  /** As the decision left it. */
  readonly data: string;
  readonly createdAt: Date;
  readonly step: number;
}

export interface Claim extends LeaseClaim {
  /** Attempts under way, by endpoint. */
  readonly busy: ReadonlyMap<string, number>;
}

/** At once for an endpoint that answers, and for one that fails: a bad endpoint must not take the places of the others. */
const SLOTS = 8;
const SLOTS_FAILING = 1;
/** The rest with the next claim, after whoever has had less: a long queue must not take the places of the others either. */
const SLOTS_A_CLAIM = 4;

const CLAIM = `
with swept as (
  update webhook_delivery d set status = 'dead', lease = null, last_error = 'endpoint-disabled'
  from webhook w
  where w.tenant_id = $1 and w.status = 'disabled' and d.tenant_id = $1 and d.webhook_id = w.webhook_id
    and d.status = 'pending' and (d.lease is null or d.next_attempt_at <= $2)
), picked as materialized (
  select w.webhook_id, w.url, w.secret, case when w.previous_secret_until > $2 then w.previous_secret end as previous_secret, due.message_id
  from (
    select w.webhook_id, w.url, w.secret, w.previous_secret, w.previous_secret_until,
      case when w.failing_since is null then ${SLOTS} else ${SLOTS_FAILING} end - coalesce(busy.used, 0) as free
    from webhook w left join unnest($5::uuid[], $6::integer[]) as busy(webhook_id, used) on busy.webhook_id = w.webhook_id
    where w.tenant_id = $1 and w.status = 'active' and (w.quiet_until is null or w.quiet_until <= $2)
    order by free desc, random()
  ) w cross join lateral (
    select d.message_id from webhook_delivery d
    where d.tenant_id = $1 and d.webhook_id = w.webhook_id and d.status = 'pending' and d.next_attempt_at <= $2
    order by d.next_attempt_at, d.message_id
    limit greatest(0, least(w.free, ${SLOTS_A_CLAIM}))
    for update of d skip locked
  ) due
  limit $7
)
update webhook_delivery d set next_attempt_at = $3, lease = $4
from picked p join webhook_message m on m.tenant_id = $1 and m.message_id = p.message_id
where d.tenant_id = $1 and d.webhook_id = p.webhook_id and d.message_id = p.message_id
returning d.webhook_id, d.message_id, d.step, p.url, p.secret, p.previous_secret, m.sequence, m.type, m.data, m.created_at`;

interface ClaimedRow {
  readonly webhook_id: WebhookId;
  readonly message_id: MessageId;
  readonly step: number;
  readonly url: string;
  readonly secret: Buffer;
  readonly previous_secret: Buffer | null;
  readonly sequence: bigint | null;
  readonly type: string;
  readonly data: string;
  readonly created_at: Date;
}

/** Takes what is due, oldest first, at most so much that no endpoint has more attempts under way than its places. */
export async function claimDeliveries(pool: pg.Pool, claim: Claim): Promise<readonly ClaimedDelivery[]> {
  const { tenantId, now, leaseEndsAt, lease, busy, limit } = claim;
  const { rows } = await pool.query<ClaimedRow>({
    name: 'webhooks-claim',
    text: CLAIM,
    values: [tenantId, now, leaseEndsAt, lease, [...busy.keys()], [...busy.values()], limit],
  });
  return rows.map((row) => ({
    webhookId: row.webhook_id,
    messageId: row.message_id,
    url: row.url,
    secrets: row.previous_secret === null ? [row.secret] : [row.secret, row.previous_secret],
    sequence: row.sequence,
    type: row.type,
    data: row.data,
    createdAt: row.created_at,
    step: row.step,
  }));
}

/** The businesses that anybody ever listened to. */
export async function listListenedTenants(pool: pg.Pool): Promise<readonly TenantId[]> {
  const { rows } = await pool.query<{ tenant_id: TenantId }>('select tenant_id from tenant where webhook_revision > 0 order by tenant_id');
  return rows.map((row) => row.tenant_id);
}

/** Heartbeat: attempts under way keep their leases. */
export async function extendLeases(pool: pg.Pool, tenantId: TenantId, leases: readonly string[], until: Date): Promise<void> {
  await pool.query(
    `update webhook_delivery set next_attempt_at = $3 where tenant_id = $1 and status = 'pending' and lease = any($2::uuid[])`,
    [tenantId, leases, until],
  );
}

/** What was broken off by a stop is due again at once. */
export async function releaseLeases(pool: pg.Pool, tenantId: TenantId, leases: readonly string[], now: Date): Promise<void> {
  await pool.query(
    `update webhook_delivery set next_attempt_at = $3, lease = null where tenant_id = $1 and status = 'pending' and lease = any($2::uuid[])`,
    [tenantId, leases, now],
  );
}

export interface Attempt {
  readonly tenantId: TenantId;
  readonly webhookId: WebhookId;
  readonly messageId: MessageId;
  readonly lease: string;
  readonly startedAt: Date;
  readonly durationMs: number;
  /** Null: there was no answer. */
  readonly status: number | null;
}

const LOGGED = `logged as (
  insert into webhook_attempt (tenant_id, webhook_id, message_id, number, attempted_at, duration_ms, status, error)
  select $1, $2, $3, attempts, $5, $6, $7, last_error from marked
)`;

/** The delivery is done; one success heals its endpoint. Does nothing when the lease was taken over. */
export async function markDelivered(pool: pg.Pool, attempt: Attempt, now: Date): Promise<void> {
  await pool.query({
    name: 'webhooks-delivered',
    text: `
with marked as (
  update webhook_delivery set status = 'delivered', attempts = attempts + 1, delivered_at = $8, last_status = $7, last_error = null, lease = null
  where tenant_id = $1 and webhook_id = $2 and message_id = $3 and lease = $4 and status = 'pending'
  returning attempts, last_error
), ${LOGGED}
update webhook set failing_since = null, quiet_until = null, last_error = null
where tenant_id = $1 and webhook_id = $2 and failing_since is not null and exists (select from marked)`,
    values: [...attemptValues(attempt), now],
  });
}

export interface Failure {
  readonly error: string;
  /** Null: it was the last attempt. */
  readonly nextAttemptAt: Date | null;
  readonly quietUntil: Date | null;
  /** The other side said that it is gone for good. */
  readonly isGone: boolean;
}

/** Plans the next attempt or gives up; switches off an endpoint that is gone or has failed for five days. */
export async function markFailed(pool: pg.Pool, attempt: Attempt, failure: Failure): Promise<void> {
  await pool.query({
    name: 'webhooks-failed',
    text: `
with marked as (
  update webhook_delivery set status = case when $9::timestamptz is null then 'dead' else 'pending' end, step = step + 1, attempts = attempts + 1,
    next_attempt_at = coalesce($9, next_attempt_at), last_status = $7, last_error = $8, lease = null
  where tenant_id = $1 and webhook_id = $2 and message_id = $3 and lease = $4 and status = 'pending'
  returning attempts, last_error
), ${LOGGED}
update webhook set failing_since = coalesce(failing_since, $5), quiet_until = $10, last_error = $8,
  status = case when status = 'active' and ($11 or failing_since <= $12) then 'disabled' else status end,
  disabled_at = case when status = 'active' and ($11 or failing_since <= $12) then $5 else disabled_at end,
  disabled_reason = case when status = 'active' and $11 then 'gone' when status = 'active' and failing_since <= $12 then 'failing' else disabled_reason end
where tenant_id = $1 and webhook_id = $2 and exists (select from marked)`,
    values: [
      ...attemptValues(attempt),
      failure.error,
      failure.nextAttemptAt,
      failure.quietUntil,
      failure.isGone,
      new Date(attempt.startedAt.getTime() - FAILING_LIMIT_MS),
    ],
  });
}

function attemptValues({ tenantId, webhookId, messageId, lease, startedAt, durationMs, status }: Attempt): readonly unknown[] {
  return [tenantId, webhookId, messageId, lease, startedAt, durationMs, status];
}

/** The shop's own ids of customers, as they are now: an erased customer has none. */
export async function findExternalIds(
  pool: pg.Pool,
  tenantId: TenantId,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (customerIds.length === 0) return new Map();
  const { rows } = await pool.query<{ customer_id: string; external_id: string }>({
    name: 'webhooks-external-ids',
    text: 'select customer_id, external_id from person where tenant_id = $1 and customer_id = any($2::uuid[]) and external_id is not null',
    values: [tenantId, customerIds],
  });
  return new Map(rows.map((row) => [row.customer_id, row.external_id]));
}
