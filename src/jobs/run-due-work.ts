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
import { isDatabaseAway } from '../system-error.ts';
import { type DueItem, findDueWork } from './due-work.store.ts';
import { throwFirst } from './each-tenant.ts';
import { RestingItems } from './resting-items.ts';

const ITEMS_MAX = 500;
/** A run for one business ends here even when more is due. */
const ROUNDS_MAX = 200;
/** A business whose road is blocked keeps the others waiting for nothing. */
const TENANTS_AT_ONCE = 2;

export interface DueWorkDeps {
  readonly pool: OpenDatabase['pool'];
  readonly intake: Intake;
  readonly clock: { readonly now: () => Date };
}

interface Turn {
  /** Acts that took effect. */
  readonly done: number;
  /** Whether more may be due: a full batch, or what the acts themselves have brought about. */
  readonly goesOn: boolean;
  /** What the road would not take, in its own words. */
  readonly refusals: readonly string[];
}

/** Does what is due now for one tenant; returns how many acts took effect. */
export async function runDueWork(deps: DueWorkDeps, tenantId: TenantId): Promise<number> {
  const resting = new RestingItems();
  let done = 0;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const turn = await takeTurn(deps, tenantId, resting);
    done += turn.done;
    if (!turn.goesOn) break;
  }
  return done;
}

/**
 * Does what is due now for all tenants, a batch of each in turn: one with much to do after a long stop keeps the others waiting for no
 * longer than a batch takes, and one that fails keeps nobody. After `limitMs` the next run goes on, so that a stop is never kept waiting.
 */
export async function runAllDueWork(
  deps: DueWorkDeps,
  of: { readonly tenantIds: readonly TenantId[]; readonly resting: RestingItems; readonly limitMs: number },
): Promise<void> {
  const { tenantIds, resting, limitMs } = of;
  const deadlineMs = performance.now() + limitMs;
  const failed = new Map<TenantId, unknown>();
  const refusals = new Set<string>();
  let goesOn = true;
  let isAway = false;
  const turn = async (tenantId: TenantId): Promise<void> => {
    try {
      const taken = await takeTurn(deps, tenantId, resting);
      for (const code of taken.refusals) refusals.add(code);
      if (taken.goesOn) goesOn = true;
    } catch (error) {
      failed.set(tenantId, error);
      if (isDatabaseAway(error)) isAway = true;
    }
  };
  while (goesOn && !isAway && performance.now() < deadlineMs) {
    goesOn = false;
    const waiting = tenantIds.filter((tenantId) => !failed.has(tenantId));
    const takeTurns = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined && !isAway; next = waiting.shift()) await turn(next);
    };
    await Promise.all(Array.from({ length: TENANTS_AT_ONCE }, takeTurns));
  }
  const refused = refusals.size === 0 ? [] : [new Error(`due things were refused and wait: ${[...refusals].join(', ')}`)];
  throwFirst([...failed.values(), ...refused]);
}

async function takeTurn(deps: DueWorkDeps, tenantId: TenantId, resting: RestingItems): Promise<Turn> {
  const now = deps.clock.now();
  const found = await findDueWork(deps.pool, tenantId, now, ITEMS_MAX + resting.count(tenantId));
  const due = found.filter((item) => !resting.has(tenantId, item)).slice(0, ITEMS_MAX);
  if (due.length === 0) return { done: 0, goesOn: false, refusals: [] };
  faultPoint('before-due-work');
  const results = await deps.intake.submit(due.map((item) => submissionOf(tenantId, item, now)));
  faultPoint('after-due-work');
  const codeOf = (index: number): string | null => {
    const result = results[index];
    return result?.kind === 'refused' ? result.problem.code : null;
  };
  const done = results.filter((result) => result.kind === 'answered').length;
  // A road that is full takes the same things later.
  if (due.some((_, index) => codeOf(index) === 'intake_overloaded')) return { done, goesOn: false, refusals: [] };
  resting.rest(
    tenantId,
    due.filter((_, index) => codeOf(index) !== null),
  );
  // Where another process was faster there is nothing to do, and nothing to tell.
  const refusals = due.flatMap((_, index) => codeOf(index) ?? []).filter((code) => code !== 'nothing_due');
  return { done, goesOn: done > 0 || due.length === ITEMS_MAX, refusals };
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
      return { type: 'coupon.released', couponId: idFromUuid<CouponId>(item.id), due: true };
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
