/** Approving, denying, delivering and releasing rewards; due expiries. All idempotent: a repeated act finds its work done. */

import { settleReview } from '../attribution/referral-review.ts';
import { qualifyReferral } from '../attribution/referral-status.ts';
import { expireCoupon, releaseCoupon } from '../coupon/use-coupons.ts';
import type { DecisionProblem, DecisionProblemCode } from '../decision.ts';
import type { ActBody } from '../events.ts';
import type { Coupon } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CouponId, CustomerId, LotId, ProgramId, RewardId } from '../ids.ts';
import { expireLot } from '../ledger/lots.ts';
import { grantQualified } from '../reward/grant-rules.ts';
import { isDateReason } from '../reward/hold.ts';
import { endHoldReasons } from '../reward/issue-reward.ts';
import { reduceReward } from '../reward/reduce-reward.ts';
import { takeBackDenied } from '../reward/take-back.ts';

type ActOutcome = 'processed' | DecisionProblem;

/** Ends person reasons only; date reasons end by themselves (contract.md 1). */
export function approveReward(ws: Workspace, id: RewardId): ActOutcome {
  const reward = ws.rewards.get(id);
  if (reward === null) return problem('reward_unknown');
  if (reward.status === 'held') {
    const hasPersonReason = reward.holdReasons.some((reason) => !isDateReason(reason));
    if (hasPersonReason) {
      endHoldReasons(ws, reward, 'person');
      settleReview(ws, reward, 'approved');
      ws.shownRewardIds.push(id);
    }
    return 'processed';
  }
  const isApproved =
    reward.status === 'approved' || reward.status === 'issued' || reward.status === 'delivered' || reward.status === 'redeemed';
  return isApproved ? 'processed' : problem('reward_state');
}

export function denyReward(ws: Workspace, id: RewardId): ActOutcome {
  const reward = ws.rewards.get(id);
  if (reward === null) return problem('reward_unknown');
  if (reward.status === 'denied') return 'processed';
  if (reward.status !== 'held') return problem('reward_state');
  reduceReward(ws, reward, { keep: 0n, reversalKey: 'denied', reason: 'reward-denied', endStatus: 'denied' });
  settleReview(ws, reward, 'denied');
  takeBackDenied(ws, reward);
  ws.shownRewardIds.push(id);
  return 'processed';
}

/** The job's act: the date reason is over. Nothing to do when a person was faster, or the date moved on. */
export function releaseHold(ws: Workspace, id: RewardId): ActOutcome {
  const reward = ws.rewards.get(id);
  const isDue =
    reward !== null &&
    reward.status === 'held' &&
    reward.holdReasons.some(isDateReason) &&
    reward.heldUntil !== null &&
    reward.heldUntil <= ws.event.occurredAt;
  if (!isDue) return problem('nothing_due');
  endHoldReasons(ws, reward, 'date');
  return 'processed';
}

export function expireDueLot(ws: Workspace, id: LotId): ActOutcome {
  const lot = ws.lots.get(id);
  if (lot === null || lot.remaining === 0n || lot.expiresAt === null || lot.expiresAt > ws.event.occurredAt) return problem('nothing_due');
  expireLot(ws, lot);
  return 'processed';
}

export function expireDueCoupon(ws: Workspace, id: CouponId): ActOutcome {
  const coupon = ws.coupons.get(id);
  const isDue = coupon !== null && coupon.status === 'issued' && coupon.validUntil !== null && coupon.validUntil <= ws.event.occurredAt;
  if (!isDue) return problem('nothing_due');
  expireCoupon(ws, coupon);
  return 'processed';
}

/** Frees a locked coupon: by its holder's cancellation, or when its deadline has passed and nobody has locked it anew meanwhile. */
export function releaseCouponLock(ws: Workspace, { couponId, due }: Extract<ActBody, { type: 'coupon.released' }>): ActOutcome {
  const coupon = ws.coupons.get(couponId);
  if (coupon === null) return problem('coupon_unknown');
  if (due === true && !isLockOver(coupon, ws.event.occurredAt)) return problem('nothing_due');
  if (coupon.status === 'issued') return 'processed';
  if (coupon.status !== 'reserved') return problem('coupon_state');
  releaseCoupon(ws, coupon);
  return 'processed';
}

function isLockOver({ status, reservedUntil }: Coupon, at: Date): boolean {
  return status === 'reserved' && reservedUntil !== null && reservedUntil <= at;
}

export function qualifyDueReferral(ws: Workspace, programId: ProgramId, friendId: CustomerId): ActOutcome {
  const referral = ws.referrals.get(memberKey(programId, friendId));
  const isDue =
    referral !== null && referral.status === 'ordered' && referral.qualifiesAt !== null && referral.qualifiesAt <= ws.event.occurredAt;
  if (!isDue) return problem('nothing_due');
  qualifyReferral(ws, referral);
  const program = ws.programs.get(programId);
  const subject = ws.event.customer;
  if (program !== null && subject !== null) grantQualified(ws, program, { subject, friendId, at: ws.event.occurredAt });
  return 'processed';
}

export function expireDueReferral(ws: Workspace, programId: ProgramId, friendId: CustomerId): ActOutcome {
  const referral = ws.referrals.get(memberKey(programId, friendId));
  const isWaiting = referral !== null && (referral.status === 'started' || referral.status === 'joined');
  if (!isWaiting || referral.expiresAt === null || referral.expiresAt > ws.event.occurredAt) return problem('nothing_due');
  ws.referrals.put({ ...referral, status: 'expired', reason: 'outside-window' });
  return 'processed';
}

function problem(code: DecisionProblemCode): DecisionProblem {
  return { code, field: null, missing: null };
}
