import type pg from 'pg';
import { deleteInParts } from '../database/delete-in-parts.ts';
import type { TenantId } from '../domain/ids.ts';

export interface DueItem {
  readonly kind:
    | 'hold'
    | 'lot'
    | 'coupon'
    | 'couponLock'
    | 'reservation'
    | 'referralQualified'
    | 'referralExpired'
    | 'tier'
    | 'choice'
    | 'access';
  readonly id: string;
  /** The friend of a referral, the member of a tier; null for the rest. */
  readonly customerId: string | null;
  readonly dueAt: Date;
}

/** Stored times compared with the clock given, never `now()` (contract.md 6.11). Oldest first: an earlier release comes before a later expiry. */
const FIND_DUE = `
select kind, id, customer_id, due_at from (
  (select 'hold' as kind, reward_id as id, null::uuid as customer_id, held_until as due_at from reward
    where tenant_id = $1 and status = 'held' and held_until <= $2 and 'return-window' = any(hold_reasons) order by held_until limit $3)
  union all
  (select 'lot', lot_id, null, expires_at from lot where tenant_id = $1 and remaining > 0 and expires_at <= $2 order by expires_at limit $3)
  union all
  (select 'coupon', coupon_id, null, valid_until from coupon where tenant_id = $1 and status = 'issued' and valid_until <= $2 order by valid_until limit $3)
  union all
  (select 'couponLock', coupon_id, null, reserved_until from coupon where tenant_id = $1 and status = 'reserved' and reserved_until <= $2 order by reserved_until limit $3)
  union all
  (select 'reservation', reservation_id, null, expires_at from reservation where tenant_id = $1 and status = 'reserved' and expires_at <= $2 order by expires_at limit $3)
  union all
  (select 'referralQualified', program_id, friend_id, qualifies_at from referral where tenant_id = $1 and status = 'ordered' and qualifies_at <= $2 order by qualifies_at limit $3)
  union all
  (select 'referralExpired', program_id, friend_id, expires_at from referral
    where tenant_id = $1 and status in ('started', 'joined') and expires_at <= $2 order by expires_at limit $3)
  union all
  (select 'choice', grant_id, null, choose_until from access_grant where tenant_id = $1 and status = 'reserved' and choose_until <= $2 order by choose_until limit $3)
  union all
  (select 'access', grant_id, null, valid_until from access_grant where tenant_id = $1 and status = 'active' and valid_until <= $2 order by valid_until limit $3)
  union all
  (select 'tier', program_id, customer_id, next_check_at from standing where tenant_id = $1 and next_check_at <= $2 order by next_check_at limit $3)
) due order by due_at, kind, id, customer_id limit $3`;

export async function findDueWork(pool: pg.Pool, tenantId: TenantId, now: Date, limit: number): Promise<readonly DueItem[]> {
  const { rows } = await pool.query<{ kind: DueItem['kind']; id: string; customer_id: string | null; due_at: Date }>({
    name: 'jobs-find-due',
    text: FIND_DUE,
    values: [tenantId, now, limit],
  });
  return rows.map((row) => ({ kind: row.kind, id: row.id, customerId: row.customer_id, dueAt: row.due_at }));
}

export async function listTenantIds(pool: pg.Pool): Promise<readonly TenantId[]> {
  const { rows } = await pool.query<{ tenant_id: TenantId }>('select tenant_id from tenant order by tenant_id');
  return rows.map((row) => row.tenant_id);
}

/** Answers kept for repeated requests end after 30 days (contract.md 3). */
export async function deleteOldIdempotencyKeys(pool: pg.Pool, tenantId: TenantId, before: Date): Promise<number> {
  return deleteInParts(async (limit) => {
    const { rowCount } = await pool.query(
      `delete from idempotency_key where tenant_id = $1 and (path, key) in (
         select path, key from idempotency_key where tenant_id = $1 and created_at < $2 order by created_at limit $3)`,
      [tenantId, before, limit],
    );
    return rowCount ?? 0;
  });
}

/**
 * Of somebody who was erased while a request about them was under way: its answer was kept behind the erasure, which deletes those it finds
 * (contract.md 6.3). Of both no more than what lies since then is looked at.
 */
export async function deleteAnswersOfErased(pool: pg.Pool, tenantId: TenantId, since: Date): Promise<void> {
  await pool.query(
    // Whom an answer shows is read out of it once: each held against each erased customer outgrew the time of a statement.
    `with gone as materialized (select customer_id from customer where tenant_id = $1 and erased_at >= $2)
     delete from idempotency_key k
     where k.tenant_id = $1 and k.created_at >= $2 and exists (select from gone) and exists (
       select from regexp_matches(k.response, 'cus_([0-9a-f]{32})', 'g') as shown (id)
       where shown.id[1]::uuid in (select customer_id from gone))`,
    [tenantId, since],
  );
}
