import { type ExpressionBuilder, sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import { isRefusalReason } from '../contract/refusal-texts.ts';
import type { Database, Db } from '../database/schema.ts';
import type { RefusalReason } from '../domain/decision.ts';
import type { Referral, TouchClass } from '../domain/facts/entities.ts';
import { type CustomerId, idFromUuid, type ProgramId, type ReferralId, type VersionId } from '../domain/ids.ts';
import type { PersonHoldReason } from '../domain/program/document.ts';

type Unshown = 'firstOrder' | 'qualifyingOrderId' | 'ruleId' | 'hold' | 'countedAt' | 'qualifiedAt' | 'review' | 'check' | 'counts';

/** Withheld when it was due, or granted and denied or taken back since. */
export type NoReward = RefusalReason | 'taken-back';

export interface ShownReferral extends Omit<Referral, Unshown> {
  /** The version and the tier whose rules are the referral's. */
  readonly versionId: VersionId | null;
  readonly tierId: string | null;
  /** What the referrer's held rewards for it wait for besides a date, each once. */
  readonly waitsFor: readonly PersonHoldReason[];
  /** Why the referrer gets nothing for it, though it may count; null = they have or may yet get something. */
  readonly noReward: NoReward | null;
}

export interface ReferralPage {
  readonly referrerId: CustomerId;
  /** Absent = of every programme. */
  readonly programIds?: readonly ProgramId[];
  /** The last referral of the page before: when it started, and its id. */
  readonly before: { readonly startedAt: Date; readonly id: string } | null;
  readonly limit: number;
}

/** Whom a customer referred, newest first, at most `limit` + 1. */
export async function listReferralsOf(db: Db, caller: Caller, page: ReferralPage): Promise<readonly ShownReferral[]> {
  let query = selectReferrals(db, caller).where('referrer_id', '=', page.referrerId);
  const { before, programIds } = page;
  if (programIds !== undefined) query = query.where('program_id', 'in', [...programIds]);
  if (before !== null)
    query = query.where((eb) => eb(eb.refTuple('started_at', 'referral_id'), '<', eb.tuple(before.startedAt, before.id)));
  const rows = await query
    .orderBy('started_at', 'desc')
    .orderBy('referral_id', 'desc')
    .limit(page.limit + 1)
    .execute();
  return rows.map(referralFromRow);
}

/** Who brought a customer, in each programme that keeps it. */
export async function listReferralsTo(db: Db, caller: Caller, friendId: CustomerId): Promise<readonly ShownReferral[]> {
  const rows = await selectReferrals(db, caller).where('friend_id', '=', friendId).orderBy('program_id').limit(200).execute();
  return rows.map(referralFromRow);
}

export async function findReferral(db: Db, caller: Caller, id: ReferralId): Promise<ShownReferral | null> {
  const row = await selectReferrals(db, caller).where('referral_id', '=', id).executeTakeFirst();
  return row === undefined ? null : referralFromRow(row);
}

/** Those of them that there are, in no order. */
export async function readReferrals(db: Db, caller: Caller, ids: readonly ReferralId[]): Promise<readonly ShownReferral[]> {
  if (ids.length === 0) return [];
  return (await selectReferrals(db, caller).where('referral_id', 'in', ids).execute()).map(referralFromRow);
}

/** The referral a programme has of a friend: after a correction it is another one. */
export async function findReferralOfFriend(
  db: Db,
  caller: Caller,
  friend: { readonly programId: ProgramId; readonly friendId: CustomerId },
): Promise<ShownReferral | null> {
  const row = await selectReferrals(db, caller)
    .where('program_id', '=', friend.programId)
    .where('friend_id', '=', friend.friendId)
    .executeTakeFirst();
  return row === undefined ? null : referralFromRow(row);
}

/**
 * What was due and was withheld, as the newest event of the referral's order (of the signing up, where there is no order) was answered
 * (contract.md 6.14). Of a condition that does not hold yet nothing is said: a later order may hold it.
 */
const WITHHELD = sql`
  select refused ->> 'reason'
  from (
    select e.sequence, e.answer from event e
    where e.tenant_id = referral.tenant_id and e.order_id = coalesce(referral.order_id, referral.qualifying_order_id)
    union all
    select e.sequence, e.answer from event e
    where coalesce(referral.order_id, referral.qualifying_order_id) is null and e.tenant_id = referral.tenant_id
      and e.customer_id = referral.friend_id
  ) told, jsonb_path_query(told.answer::jsonb, '$.refusals[*] ? (@.beneficiary == "referrer")') as refused
  where refused ->> 'programId' = 'prg_' || replace(referral.program_id::text, '-', '')
    and refused ->> 'reason' in ('cap-reached', 'budget-exhausted', 'out-of-stock', 'referrer-not-member', 'referrer-blocked', 'self-referral')
  order by told.sequence desc
  limit 1`;

const OWN_REWARD = sql`
  select from reward
  where reward.tenant_id = referral.tenant_id and reward.friend_id = referral.friend_id and reward.program_id = referral.program_id
    and reward.beneficiary = 'referrer'`;

const NO_REWARD = sql`
  case when referral.status in ('ordered', 'qualified') and not exists (${OWN_REWARD} and reward.status not in ('denied', 'cancelled', 'reversed'))
  then coalesce((${WITHHELD}), case when exists (${OWN_REWARD}) then 'taken-back' end) end`;

function selectReferrals(db: Db, caller: Caller) {
  return db
    .selectFrom('referral')
    .select((eb) => [
      'referral_id',
      'program_id',
      'friend_id',
      'referrer_id',
      'status',
      'by',
      'started_at',
      'order_id',
      'qualifying_order_id',
      'reason',
      'qualifies_at',
      'expires_at',
      attributionOf(eb).select('version_id').as('version_id'),
      attributionOf(eb).select('tier_id').as('tier_id'),
      sql<readonly string[]>`array(
        select distinct reason from reward, unnest(reward.hold_reasons) as reason
        where reward.tenant_id = referral.tenant_id and reward.friend_id = referral.friend_id and reward.program_id = referral.program_id
          and reward.beneficiary = 'referrer' and reward.status = 'held' order by reason
      )`.as('waits_for'),
      sql<string | null>`${NO_REWARD}`.as('no_reward'),
    ])
    .where('tenant_id', '=', caller.tenantId);
}

function attributionOf(eb: ExpressionBuilder<Database, 'referral'>) {
  return eb
    .selectFrom('attribution')
    .whereRef('attribution.tenant_id', '=', 'referral.tenant_id')
    .whereRef('attribution.program_id', '=', 'referral.program_id')
    .whereRef('attribution.customer_id', '=', 'referral.friend_id');
}

type Row = Awaited<ReturnType<ReturnType<typeof selectReferrals>['execute']>>[number];

function referralFromRow(row: Row): ShownReferral {
  return {
    id: idFromUuid<ReferralId>(row.referral_id),
    programId: idFromUuid<ProgramId>(row.program_id),
    friendId: idFromUuid<CustomerId>(row.friend_id),
    referrerId: idFromUuid<CustomerId>(row.referrer_id),
    status: row.status,
    // Row boundary: the column's only writer stores a TouchClass.
    by: row.by as TouchClass,
    startedAt: row.started_at,
    orderId: row.order_id ?? row.qualifying_order_id,
    reason: row.reason,
    qualifiesAt: row.qualifies_at,
    expiresAt: row.expires_at,
    versionId: row.version_id === null ? null : idFromUuid<VersionId>(row.version_id),
    tierId: row.tier_id,
    waitsFor: row.waits_for.filter(isPersonReason),
    noReward: row.no_reward !== null && (row.no_reward === 'taken-back' || isRefusalReason(row.no_reward)) ? row.no_reward : null,
  };
}

function isPersonReason(reason: string): reason is PersonHoldReason {
  return reason === 'review' || reason === 'payer-consent' || reason === 'tax-data';
}
