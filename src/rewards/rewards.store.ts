import { sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import type { ShownReward } from '../contract/resource-encoding.ts';
import type { Db } from '../database/schema.ts';
import type { RewardBenefit, RewardStatus } from '../domain/facts/entities.ts';
import { type AccessGrantId, type CustomerId, idFromUuid, type ProgramId, type RewardId, type VersionId } from '../domain/ids.ts';
import type { HoldReason, ProgramDocument } from '../domain/program/document.ts';
import { decodeLog } from '../intake/log-codec.ts';

export interface RewardFilter {
  readonly status?: RewardStatus | undefined;
  readonly programId?: ProgramId | undefined;
  readonly customerId?: CustomerId | undefined;
  readonly orderId?: string | undefined;
  readonly kinds?: readonly RewardBenefit['kind'][] | undefined;
  /** Held until a person decides, or a gift to hand over. */
  readonly waitsFor?: 'decision' | 'delivery' | undefined;
  /** The oldest first when absent. */
  readonly order?: 'oldest' | 'newest' | undefined;
  readonly after: string | null;
  readonly limit: number;
}

/** What waits for a person, as the partial indexes have it, so that what waits for a date is never walked through. */
export const REWARD_WAITS = {
  decision: sql<boolean>`(reward.status = 'held' and reward.hold_reasons && array['review', 'payer-consent', 'tax-data'])`,
  delivery: sql<boolean>`(reward.status = 'issued' and reward.kind = 'gift')`,
} as const;

/** Rewards in the order they were granted or the other way round, at most `limit` + 1. */
export async function listRewardRows(db: Db, caller: Caller, filter: RewardFilter): Promise<readonly ShownReward[]> {
  let query = selectRewards(db, caller);
  if (filter.status !== undefined) query = query.where('reward.status', '=', filter.status);
  if (filter.programId !== undefined) query = query.where('reward.program_id', '=', filter.programId);
  if (filter.customerId !== undefined) query = query.where('reward.customer_id', '=', filter.customerId);
  if (filter.orderId !== undefined) query = query.where('reward.order_id', '=', filter.orderId);
  if (filter.kinds !== undefined) query = query.where('reward.kind', 'in', [...filter.kinds]);
  if (filter.waitsFor !== undefined) query = query.where(REWARD_WAITS[filter.waitsFor]);
  const isNewest = filter.order === 'newest';
  if (filter.after !== null) query = query.where('reward.reward_id', isNewest ? '<' : '>', filter.after);
  const rows = await query
    .orderBy('reward.reward_id', isNewest ? 'desc' : 'asc')
    .limit(filter.limit + 1)
    .execute();
  return rows.map(rewardFromRow);
}

export async function findRewards(db: Db, caller: Caller, ids: readonly RewardId[]): Promise<ReadonlyMap<RewardId, ShownReward>> {
  const rows = await selectRewards(db, caller)
    .where('reward.reward_id', 'in', [...ids])
    .execute();
  return new Map(rows.map(rewardFromRow).map((reward) => [reward.id, reward]));
}

export async function findReward(db: Db, caller: Pick<Caller, 'tenantId'>, id: RewardId): Promise<ShownReward | null> {
  const row = await selectRewards(db, caller).where('reward.reward_id', '=', id).executeTakeFirst();
  return row === undefined ? null : rewardFromRow(row);
}

function selectRewards(db: Db, caller: Pick<Caller, 'tenantId'>) {
  return db
    .selectFrom('reward')
    .innerJoin('program_version', (join) =>
      join.onRef('program_version.tenant_id', '=', 'reward.tenant_id').onRef('program_version.version_id', '=', 'reward.version_id'),
    )
    .leftJoin('coupon', (join) =>
      join.onRef('coupon.tenant_id', '=', 'reward.tenant_id').onRef('coupon.coupon_id', '=', 'reward.coupon_id'),
    )
    .leftJoin('access_grant', (join) =>
      join.onRef('access_grant.tenant_id', '=', 'reward.tenant_id').onRef('access_grant.reward_id', '=', 'reward.reward_id'),
    )
    .select([
      'reward.reward_id',
      'reward.program_id',
      'reward.version_id',
      'reward.rule_id',
      'reward.beneficiary',
      'reward.customer_id',
      'reward.friend_id',
      'reward.referrer_id',
      'reward.order_id',
      'reward.occurred_at',
      'reward.amount',
      'reward.original_amount',
      'reward.terms',
      'reward.status',
      'reward.held_until',
      'reward.hold_reasons',
      'reward.is_loss',
      'program_version.parsed',
      'coupon.code as coupon_code',
      'access_grant.grant_id as grant_id',
      'access_grant.token as token',
      'access_grant.valid_until as valid_until',
      'access_grant.choose_until as choose_until',
    ])
    .where('reward.tenant_id', '=', caller.tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRewards>['execute']>>[number];

function rewardFromRow(row: Row): ShownReward {
  const benefit = benefitFromRow(row);
  return {
    id: idFromUuid<RewardId>(row.reward_id),
    programId: idFromUuid<ProgramId>(row.program_id),
    versionId: idFromUuid<VersionId>(row.version_id),
    ruleId: row.rule_id,
    beneficiary: shownBeneficiary(row.beneficiary),
    customerId: idFromUuid<CustomerId>(row.customer_id),
    friendId: row.friend_id === null ? null : idFromUuid<CustomerId>(row.friend_id),
    referrerId: row.referrer_id === null ? null : idFromUuid<CustomerId>(row.referrer_id),
    orderId: row.order_id,
    occurredAt: row.occurred_at,
    benefit,
    status: row.status,
    heldUntil: row.held_until,
    holdReasons: row.hold_reasons.map(holdReason),
    isLoss: row.is_loss,
    // Documents are long and lists are not: value rewards carry their unit themselves.
    currency: 'amount' in benefit ? benefit.unit : documentOf(row.parsed).currency,
    couponCode: row.coupon_code,
    access: accessFromRow(row),
  };
}

function accessFromRow(row: Row): ShownReward['access'] {
  if (row.grant_id === null) return null;
  const { token, valid_until: validUntil, choose_until: chooseUntil } = row;
  return { id: idFromUuid<AccessGrantId>(row.grant_id), token, validUntil, chooseUntil };
}

function benefitFromRow(row: Row): RewardBenefit {
  // Row boundary: terms are written by the intake alone, which encodes exactly this.
  const { benefit } = decodeLog(row.terms) as { readonly benefit: RewardBenefit };
  if (!('amount' in benefit) || row.amount === null || row.original_amount === null) return benefit;
  return { ...benefit, amount: row.amount, originalAmount: row.original_amount };
}

function documentOf(parsed: string): ProgramDocument {
  // Row boundary: written by the programme store and the intake alone, which encode exactly this.
  return decodeLog(parsed) as ProgramDocument;
}

function shownBeneficiary(column: Row['beneficiary']): ShownReward['beneficiary'] {
  if (column === 'company') throw new Error('a company has no rewards yet');
  return column;
}

function holdReason(text: string): HoldReason {
  // Row boundary: the column's only writer stores a HoldReason.
  return text as HoldReason;
}
