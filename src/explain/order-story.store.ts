import { sql } from 'kysely';
import { eventAnswer } from '../contract/event-answer-schema.ts';
import type { Db } from '../database/schema.ts';
import type { Note } from '../domain/decision.ts';
import { type TenantId, wireId } from '../domain/ids.ts';
import { completeDocument, type StoredDocument } from '../domain/program/complete-document.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import { decodeLog } from '../intake/log-codec.ts';
import type { LogBody } from '../intake/log-entry.ts';
import type { OrderStory, StoryEvent, StoryReward, StoryTransfer } from './order-story.ts';
import { uuidOf } from './telling.ts';

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
  const people = await readPeople(db, tenantId, idsOf(events, rewards));
  return { orderId, events, rewards, people, programs: await readPrograms(db, tenantId) };
}

export async function readPrograms(db: Db, tenantId: string): Promise<OrderStory['programs']> {
  const { rows } = await sql<{ readonly id: string; readonly parsed: string }>`
    select distinct on (program_id) program_id as id, parsed
    from program_version where tenant_id = ${tenantId} and status = 'published' order by program_id, number desc`.execute(db);
  return new Map(
    rows.map(({ id, parsed }) => {
      // Row boundary: a published version's only writer is the intake, which encodes a parsed document.
      const { name, timeZone, tiers } = completeDocument(decodeLog(parsed) as StoredDocument);
      return [id, { name, timeZone, tiers: new Map(tiers.map((tier) => [tier.id, tier.name])) }] as const;
    }),
  );
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
    const { body } = decodeLog(row.body) as LogBody;
    const { notes } = decodeLog(row.decision) as { readonly notes: readonly Note[] };
    const moved = transfers.filter((transfer) => transfer.sequence === row.sequence && isOwn(body, transfer));
    return { ...row, answer: eventAnswer.parse(JSON.parse(row.answer)), notes, said: said(body), transfers: moved };
  });
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
    await sql<RewardRow>`select r.reward_id as "rewardId", r.program_id as "programId", r.rule_id as "ruleId", r.customer_id as "customerId", r.kind, r.unit, r.amount,
       r.original_amount as "originalAmount", r.status, r.held_until as "heldUntil", r.is_loss as "isLoss",
       case when l.lot_id is not null then json_build_object('remaining', l.remaining::text, 'reserved', l.reserved::text, 'expired', l.expired::text, 'expiresAt', l.expires_at) end as lot,
       case when c.coupon_id is not null then json_build_object('code', c.code, 'status', c.status, 'validUntil', c.valid_until) end as coupon
     from reward r
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

/** Ids in answers are wire ids: the story looks people up by both. */
export function idsOf(events: readonly StoryEvent[], rewards: readonly StoryReward[]): readonly string[] {
  const ids = new Set<string>();
  const add = (id: string | null): void => {
    if (id !== null) ids.add(id.startsWith('cus_') ? uuidOf(id) : id);
  };
  for (const event of events) {
    add(event.customerId);
    for (const { referrerId, losers } of event.answer.attributions)
      for (const id of [referrerId, ...losers.map((loser) => loser.referrerId)]) add(id);
    for (const { customerId } of event.transfers) add(customerId);
    for (const { customerId } of event.answer.tierChanges ?? []) add(customerId);
    for (const { kind, customerId } of event.notes) if (kind === 'tier-will-drop') add(String(customerId));
  }
  for (const { customerId } of rewards) add(customerId);
  return [...ids];
}

export async function readPeople(db: Db, tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, LocalizedText>> {
  const { rows } = await sql<{
    readonly id: string;
    readonly name: string | null;
    readonly externalId: string | null;
    readonly email: string | null;
    readonly isErased: boolean;
  }>`select c.customer_id as id, p.name, p.external_id as "externalId", p.email, c.erased_at is not null as "isErased"
     from customer c left join person p on p.tenant_id = c.tenant_id and p.customer_id = c.customer_id
     where c.tenant_id = ${tenantId} and c.customer_id = any(${ids}::uuid[])`.execute(db);
  return new Map(
    rows.map(({ id, name, externalId, email, isErased }) => {
      if (isErased) return [id, { ru: 'удалённый клиент', en: 'an erased customer' }];
      const known = [name, externalId].filter((part) => part !== null);
      const text = known.length === 2 ? `${known[0]} (${known[1]})` : (known[0] ?? email ?? wireId('cus', id));
      return [id, { ru: text, en: text }];
    }),
  );
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
