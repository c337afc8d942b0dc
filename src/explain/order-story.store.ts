import { sql } from 'kysely';
import { eventAnswer } from '../contract/event-answer-schema.ts';
import type { Db } from '../database/schema.ts';
import type { DecisionOutcome, Evaluation } from '../domain/decision.ts';
import type { TenantId } from '../domain/ids.ts';
import { decodeLog } from '../intake/log-codec.ts';
import type { LogBody } from '../intake/log-entry.ts';
import type { OrderStory, StoryEvent, StoryReward, StoryTransfer } from './order-story.ts';
import { readNamed } from './story-names.store.ts';

const EVENTS_MAX = 500;

/** The order's own events and the acts that moved what it led to, in stored order; null when the tenant knows no such order. */
export async function findOrderStory(db: Db, tenantId: TenantId, orderId: string): Promise<OrderStory | null> {
  const rewards = await readRewards(db, tenantId, orderId);
  const events = await readEvents(
    db,
    tenantId,
    orderId,
    rewards.map(({ rewardId }) => rewardId),
  );
  if (events.length === 0) return null;
  return { orderId, events, rewards, ...(await readNamed(db, tenantId, { events, rewards })) };
}

export interface EventRow {
  readonly sequence: bigint;
  readonly type: string;
  readonly occurredAt: Date;
  readonly customerId: string | null;
  readonly body: string;
  readonly decision: string;
  readonly answer: string;
}

async function readEvents(db: Db, tenantId: string, orderId: string, rewardIds: readonly string[]): Promise<readonly StoryEvent[]> {
  const { rows } =
    await sql<EventRow>`select sequence, type, occurred_at as "occurredAt", customer_id as "customerId", body, decision, answer
     from event
     where tenant_id = ${tenantId} and (order_id = ${orderId} or sequence in (select sequence from transfer where tenant_id = ${tenantId} and reward_id = any(${rewardIds}::uuid[])))
     order by sequence
     limit ${sql.lit(EVENTS_MAX)}`.execute(db);
  const own = new Set(rewardIds);
  return withTransfers(
    db,
    tenantId,
    rows,
    (body, { rewardId }) => ('orderId' in body && body.orderId === orderId) || (rewardId !== null && own.has(rewardId)),
  );
}

/** These events with all that each of them moved. */
export async function withTransfers(
  db: Db,
  tenantId: string,
  rows: readonly EventRow[],
  isOwn: (body: LogBody['body'], transfer: StoryTransfer) => boolean,
): Promise<readonly StoryEvent[]> {
  const transfers = await readTransfers(
    db,
    tenantId,
    rows.map(({ sequence }) => sequence),
  );
  return rows.map((row) => {
    // Row boundary: both columns are written by the intake alone, which encodes exactly this.
    const { body, touches } = decodeLog(row.body) as LogBody;
    const { notes, evaluations } = decodeLog(row.decision) as Pick<DecisionOutcome, 'notes' | 'evaluations'>;
    const moved = transfers.filter((transfer) => transfer.sequence === row.sequence && isOwn(body, transfer));
    return {
      ...row,
      answer: eventAnswer.parse(JSON.parse(row.answer)),
      notes,
      versions: versionsOf(evaluations),
      namesReferrer: touches.length > 0,
      said: said(body),
      transfers: moved,
    };
  });
}

function versionsOf(evaluations: readonly Evaluation[]): StoryEvent['versions'] {
  const versions = new Map<string, Map<string, number>>();
  for (const { programId, ruleId, versionNumber } of evaluations)
    versions.set(programId, (versions.get(programId) ?? new Map<string, number>()).set(ruleId, versionNumber));
  return versions;
}

function said(body: LogBody['body']): StoryEvent['said'] {
  const nothing = { currency: null, totalMinor: null, amountMinor: null, refundedMinor: null, id: null };
  switch (body.type) {
    case 'order.paid': {
      const { currency, totalMinor } = body.order;
      return { ...nothing, currency, totalMinor, amountMinor: body.payment?.amountMinor ?? null, id: body.payment?.id ?? null };
    }
    case 'order.placed':
      return { ...nothing, currency: body.order.currency, totalMinor: body.order.totalMinor };
    case 'order.imported':
      return { ...nothing, currency: body.order.currency, totalMinor: body.order.totalMinor, refundedMinor: body.refundedMinor };
    case 'order.refunded':
      return { ...nothing, currency: body.currency, amountMinor: body.amountMinor, id: body.refundId };
    default:
      return nothing;
  }
}

async function readTransfers(
  db: Db,
  tenantId: string,
  sequences: readonly bigint[],
): Promise<readonly (StoryTransfer & { readonly sequence: bigint })[]> {
  const { rows } = await sql<
    StoryTransfer & { readonly sequence: bigint }
  >`select sequence, reason, debit_kind as "from", credit_kind as "to", coalesce(debit_customer_id, credit_customer_id) as "customerId", unit, amount,
       reward_id as "rewardId", reversal_key as "reversalKey"
     from transfer where tenant_id = ${tenantId} and sequence = any(${sequences}::bigint[]) order by sequence, ordinal`.execute(db);
  return rows;
}

type RewardRow = Omit<StoryReward, 'lot' | 'coupon'> & {
  readonly lot: {
    readonly remaining: string;
    readonly reserved: string;
    readonly expired: string;
    readonly expiresAt: string | null;
  } | null;
  readonly coupon: {
    readonly code: string;
    readonly status: NonNullable<StoryReward['coupon']>['status'];
    readonly validUntil: string | null;
  } | null;
};

async function readRewards(db: Db, tenantId: string, orderId: string): Promise<readonly StoryReward[]> {
  const { rows } =
    await sql<RewardRow>`select r.reward_id as "rewardId", r.program_id as "programId", r.rule_id as "ruleId", v.number as "versionNumber", r.customer_id as "customerId", r.kind, r.unit, r.amount,
       r.original_amount as "originalAmount", r.status, r.held_until as "heldUntil", r.is_loss as "isLoss",
       case when l.lot_id is not null then json_build_object('remaining', l.remaining::text, 'reserved', l.reserved::text, 'expired', l.expired::text, 'expiresAt', l.expires_at) end as lot,
       case when c.coupon_id is not null then json_build_object('code', c.code, 'status', c.status, 'validUntil', c.valid_until) end as coupon
     from reward r
     left join program_version v on v.tenant_id = r.tenant_id and v.version_id = r.version_id
     left join lot l on l.tenant_id = r.tenant_id and l.lot_id = r.lot_id
     left join coupon c on c.tenant_id = r.tenant_id and c.coupon_id = r.coupon_id
     where r.tenant_id = ${tenantId} and r.order_id = ${orderId}
     order by r.reward_id
     limit ${sql.lit(EVENTS_MAX)}`.execute(db);
  return rows.map(({ lot, coupon, ...reward }) => ({
    ...reward,
    lot:
      lot === null
        ? null
        : {
            remaining: BigInt(lot.remaining),
            reserved: BigInt(lot.reserved),
            expired: BigInt(lot.expired),
            expiresAt: instant(lot.expiresAt),
          },
    coupon: coupon === null ? null : { ...coupon, validUntil: instant(coupon.validUntil) },
  }));
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
