/**
 * Holds that end, lots, coupons, reservations and referrals that expire. Found from their stored times and taken down the same road
 * as everything else; two processes or a killed one do no harm, as the act itself looks again under the tenant's lock.
 */
import { randomUUID } from 'node:crypto';
import type { OpenDatabase } from '../database/open-database.ts';
import type { EventBody } from '../domain/events.ts';
import {
  type AccessGrantId,
  type CouponId,
  type CustomerId,
  idFromUuid,
  type LotId,
  type ProgramId,
  type ReservationId,
  type RewardId,
  type TenantId,
} from '../domain/ids.ts';
import { assertNever } from '../domain/result.ts';
import { faultPoint } from '../fault-point.ts';
import type { Intake, Submission } from '../intake/submission.ts';
import { type DueItem, findDueWork } from './due-work.store.ts';

const ITEMS_MAX = 500;
/** A run ends here even when more is due: the next one goes on, and a stop is never kept waiting. */
const ROUNDS_MAX = 200;

export interface DueWorkDeps {
  readonly pool: OpenDatabase['pool'];
  readonly intake: Intake;
  readonly clock: { readonly now: () => Date };
}

/** Does what is due now for one tenant; returns how many acts took effect. */
export async function runDueWork(deps: DueWorkDeps, tenantId: TenantId): Promise<number> {
  let done = 0;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const now = deps.clock.now();
    const due = await findDueWork(deps.pool, tenantId, now, ITEMS_MAX);
    if (due.length === 0) return done;
    faultPoint('before-due-work');
    const results = await deps.intake.submit(due.map((item) => submissionOf(tenantId, item, now)));
    faultPoint('after-due-work');
    const effective = results.filter((result) => result.kind === 'answered').length;
    done += effective;
    // Nothing moved: another process was faster, or the items need a person. The next run looks again.
    if (effective === 0) return done;
  }
  return done;
}

function submissionOf(tenantId: TenantId, item: DueItem, now: Date): Submission {
  const customer =
    item.customerId === null
      ? null
      : { id: idFromUuid<CustomerId>(item.customerId), externalId: null, email: null, phone: null, name: null, mustExist: true };
  const body = bodyOf(item);
  return {
    tenantId,
    source: 'job',
    eventId: randomUUID(),
    fingerprint: null,
    occurredAt: now,
    customer,
    attribution: null,
    actor: null,
    body,
    personal: null,
  };
}

function bodyOf(item: DueItem): EventBody {
  switch (item.kind) {
    case 'hold':
      return { type: 'hold.released', rewardId: idFromUuid<RewardId>(item.id) };
    case 'lot':
      return { type: 'lot.expired', lotId: idFromUuid<LotId>(item.id) };
    case 'coupon':
      return { type: 'coupon.expired', couponId: idFromUuid<CouponId>(item.id) };
    case 'couponLock':
      return { type: 'coupon.released', couponId: idFromUuid<CouponId>(item.id) };
    case 'reservation':
      return { type: 'reservation.expired', reservationId: idFromUuid<ReservationId>(item.id), orderId: null };
    case 'referralQualified':
      return { type: 'referral.qualified', programId: idFromUuid<ProgramId>(item.id), ...friendOf(item) };
    case 'choice':
      return { type: 'choice.lapsed', grantId: idFromUuid<AccessGrantId>(item.id) };
    case 'access':
      return { type: 'access.expired', grantId: idFromUuid<AccessGrantId>(item.id) };
    case 'referralExpired':
      return { type: 'referral.expired', programId: idFromUuid<ProgramId>(item.id), ...friendOf(item) };
    case 'tier':
      return { type: 'tier.checked', programId: idFromUuid<ProgramId>(item.id) };
    default:
      return assertNever(item.kind);
  }
}

/** Named apart from the customer, whom the intake turns into the one they were merged into: the referral may be kept under the other. */
function friendOf({ customerId }: DueItem): { readonly friendId?: CustomerId } {
  return customerId === null ? {} : { friendId: idFromUuid<CustomerId>(customerId) };
}
