import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import { foldCode } from '../domain/codes/fold-code.ts';
import type { Coupon } from '../domain/facts/entities.ts';
import { type CouponId, type CustomerId, idFromUuid, type ProgramId, type RewardId } from '../domain/ids.ts';
import type { CouponDiscount } from '../domain/program/document.ts';
import { decodeLog } from '../intake/log-codec.ts';

/** The coupon a code means, however it is written; null when there is none. */
export async function findCoupon(db: Db, caller: Pick<Caller, 'tenantId'>, code: string): Promise<Coupon | null> {
  const row = await selectCoupons(db, caller).where('folded', '=', foldCode(code)).executeTakeFirst();
  return row === undefined ? null : couponFromRow(row);
}

/** A customer's coupons: those that can be used first, then the newest. */
export async function listCoupons(
  db: Db,
  caller: Pick<Caller, 'tenantId'>,
  of: { readonly customerId: CustomerId; readonly limit: number },
): Promise<readonly Coupon[]> {
  const rows = await selectCoupons(db, caller)
    .where('customer_id', '=', of.customerId)
    .orderBy((eb) => eb('status', '=', 'issued'), 'desc')
    .orderBy('valid_from', 'desc')
    .orderBy('coupon_id')
    .limit(of.limit)
    .execute();
  return rows.map(couponFromRow);
}

interface CouponFilter {
  readonly status: Coupon['status'] | undefined;
  readonly programId: ProgramId | undefined;
  readonly customerId: CustomerId | undefined;
  readonly after: string | null;
  readonly limit: number;
}

/** Coupons of the business, oldest first, at most `limit` + 1. */
export async function listAllCoupons(db: Db, caller: Caller, filter: CouponFilter): Promise<readonly Coupon[]> {
  const { status, programId, customerId, after, limit } = filter;
  let query = selectCoupons(db, caller);
  if (status !== undefined) query = query.where('status', '=', status);
  if (programId !== undefined) query = query.where('program_id', '=', programId);
  if (customerId !== undefined) query = query.where('customer_id', '=', customerId);
  if (after !== null) query = query.where('coupon_id', '>', after);
  const rows = await query
    .orderBy('coupon_id')
    .limit(limit + 1)
    .execute();
  return rows.map(couponFromRow);
}

function selectCoupons(db: Db, caller: Pick<Caller, 'tenantId'>) {
  return db
    .selectFrom('coupon')
    .select([
      'coupon_id',
      'code',
      'folded',
      'program_id',
      'reward_id',
      'customer_id',
      'currency',
      'discount',
      'stackable',
      'status',
      'valid_from',
      'valid_until',
      'reserved_until',
      'source_order_id',
      'used_order_id',
    ])
    .where('tenant_id', '=', caller.tenantId);
}

function couponFromRow(row: Awaited<ReturnType<ReturnType<typeof selectCoupons>['execute']>>[number]): Coupon {
  return {
    id: idFromUuid<CouponId>(row.coupon_id),
    code: row.code,
    folded: row.folded,
    programId: idFromUuid<ProgramId>(row.program_id),
    rewardId: idFromUuid<RewardId>(row.reward_id),
    customerId: idFromUuid<CustomerId>(row.customer_id),
    currency: row.currency,
    // Row boundary: written by the intake alone, which encodes exactly this.
    discount: decodeLog(row.discount) as CouponDiscount,
    stackable: row.stackable,
    status: row.status,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    reservedUntil: row.reserved_until,
    sourceOrderId: row.source_order_id,
    usedOrderId: row.used_order_id,
  };
}
