/**
 * `decide(facts, event)` is the only place where an event becomes consequences: live traffic, imports, dry run and replay all call
 * it. Pure: no clock, no randomness, no I/O. `apply` takes the decision over into the facts for the next event.
 */

import { adjustBalance, captureAct, endReservationAct, reserveBalance, reserveCoupons } from './acts/balance-acts.ts';
import { changeComplaint } from './acts/complaint-acts.ts';
import { correctReferral } from './acts/correct-referral.ts';
import { eraseCustomer, mergeCustomers } from './acts/identity-acts.ts';
import {
  changeMembership,
  createCode,
  customEvent,
  giveFeedback,
  importCustomer,
  joinProgram,
  registerReferral,
  retireCode,
  signUp,
} from './acts/member-acts.ts';
import { decidePayout } from './acts/payout-acts.ts';
import { addPerkCodes, chooseReward, claimPerk, deliverReward, expireDueAccess, lapseChoice, redeemAccess } from './acts/perk-acts.ts';
import { changeProgramStatus, evaluateEnrolment, publishVersion } from './acts/program-acts.ts';
import {
  approveReward,
  denyReward,
  expireDueCoupon,
  expireDueLot,
  expireDueReferral,
  qualifyDueReferral,
  releaseCouponLock,
  releaseHold,
} from './acts/reward-acts.ts';
import { acceptTerms } from './acts/terms-acts.ts';
import { acceptTier, checkTier, inviteToTier } from './acts/tier-acts.ts';
import { noteReview } from './attribution/referral-review.ts';
import type { Subject } from './attribution/resolve-attribution.ts';
import type { DecisionOutcome, DecisionProblem } from './decision.ts';
import type { Event } from './events.ts';
import type { Facts } from './facts/facts.ts';
import { applyWorkspace, createWorkspace, type Workspace } from './facts/workspace.ts';
import type { CustomerId } from './ids.ts';
import { getCustomer } from './member/membership.ts';
import { cancelOrder, deliverOrder, importOrder, refundOrder } from './order/follow-order.ts';
import { enrolEverywhere, payOrder, placeOrder } from './order/pay-order.ts';
import type { Program } from './program/program.ts';
import { assert, assertNever, err, ok, type Result } from './result.ts';
import { rewardResult } from './reward/reward-result.ts';
import { settleTiers } from './tier/settle-tiers.ts';

export interface Decision {
  readonly outcome: DecisionOutcome;
  readonly workspace: Workspace;
}

type Step = 'processed' | 'duplicate' | 'parked' | DecisionProblem;

/** Decides one event; a problem means that nothing may be stored. `programs` come oldest first. */
export function decide(facts: Facts, event: Event, programs: readonly Program[]): Result<Decision, DecisionProblem> {
  const ws = createWorkspace(facts, event, programs);
  // Whoever an event names is known from then on, whatever it leads to: the intake has tied their identities to this id.
  if (event.customer !== null) getCustomer(ws, event.customer.id);
  const step = dispatch(ws, event);
  if (typeof step !== 'string') return err(step);
  settleTiers(ws);
  if (ws.overflows.length > 0) return err({ code: 'amount_out_of_range', field: null, missing: null });
  return ok({ workspace: ws, outcome: outcomeOf(ws, event, step) });
}

/** Takes a decision that is being stored over into the facts. */
export function apply(facts: Facts, decision: Decision): void {
  applyWorkspace(facts, decision.workspace);
}

function outcomeOf(ws: Workspace, event: Event, step: 'processed' | 'duplicate' | 'parked'): DecisionOutcome {
  return {
    outcome: step,
    customerId: event.customer?.id ?? null,
    attributions: ws.attributionResults,
    // A reward may be taken back by what was parked, in the decision that granted it.
    rewards: ws.shownRewardIds.flatMap((id) => {
      const reward = ws.rewards.get(id);
      return reward === null ? [] : [rewardResult(ws, reward)];
    }),
    refusals: ws.refusals,
    evaluations: ws.evaluations,
    notes: ws.notes,
    tierChanges: ws.tierChanges,
    produced: ws.produced,
  };
}

function dispatch(ws: Workspace, event: Event): Step {
  const { body } = event;
  switch (body.type) {
    case 'order.placed':
      return placeOrder(ws, subjectOf(event), body);
    case 'order.paid':
      return payOrder(ws, subjectOf(event), body);
    case 'order.imported':
      return importOrder(ws, subjectOf(event), body);
    case 'order.delivered':
      return deliverOrder(ws, body.orderId);
    case 'order.cancelled':
      return cancelOrder(ws, body.orderId);
    case 'order.refunded':
      return refundOrder(ws, body);
    case 'member.signed_up':
      return signUp(ws, subjectOf(event));
    case 'referral.registered':
      return registerReferral(ws, subjectOf(event), 'referral.registered');
    case 'claim.registered':
      return registerReferral(ws, subjectOf(event), null);
    case 'feedback.given':
      return giveFeedback(ws, subjectOf(event), body);
    case 'complaint.opened':
    case 'complaint.closed':
      return changeComplaint(ws, subjectOf(event), body);
    case 'click.recorded':
      return 'processed';
    case 'custom':
      return customEvent(ws, subjectOf(event), body.name);
    default:
      return dispatchAct(ws, event, body);
  }
}

type ActOnly = Exclude<
  Event['body'],
  {
    type:
      | 'order.placed'
      | 'order.paid'
      | 'order.imported'
      | 'order.delivered'
      | 'order.cancelled'
      | 'order.refunded'
      | 'member.signed_up'
      | 'referral.registered'
      | 'claim.registered'
      | 'feedback.given'
      | 'complaint.opened'
      | 'complaint.closed'
      | 'click.recorded'
      | 'custom';
  }
>;

function dispatchAct(ws: Workspace, event: Event, body: ActOnly): Step {
  switch (body.type) {
    case 'customer.saved':
      getCustomer(ws, customerIdOf(event));
      enrolEverywhere(ws, subjectOf(event));
      return 'processed';
    case 'customer.imported':
      return importCustomer(ws, subjectOf(event), body);
    case 'customer.merged':
      return mergeCustomers(ws, body.fromId, body.intoId);
    case 'customer.erased':
      return eraseCustomer(ws, customerIdOf(event), body);
    case 'program.published':
      return publishVersion(ws, body);
    case 'program.paused':
    case 'program.resumed':
    case 'program.ended':
      return changeProgramStatus(ws, body.type, body.programId);
    case 'enrolment.evaluated':
      return evaluateEnrolment(ws, body);
    case 'membership.joined':
      return joinProgram(ws, subjectOf(event), body);
    case 'membership.changed':
      return changeMembership(ws, subjectOf(event), body);
    case 'terms.accepted':
      return acceptTerms(ws, subjectOf(event), body);
    case 'tier.checked':
      return checkTier(ws, subjectOf(event), body);
    case 'tier.invited':
      return inviteToTier(ws, subjectOf(event), body);
    case 'tier.accepted':
      return acceptTier(ws, subjectOf(event), body);
    case 'code.created':
      return createCode(ws, subjectOf(event), body);
    case 'code.retired':
      return retireCode(ws, body.codeId);
    case 'friend-claim.filed':
    case 'friend-claim.answered':
      return 'processed';
    default:
      return dispatchValueAct(ws, event, body);
  }
}

type ValueActOnly = Extract<
  ActOnly,
  {
    type:
      | 'adjustment.posted'
      | `reservation.${string}`
      | `coupon.${string}`
      | `reward.${string}`
      | 'hold.released'
      | 'lot.expired'
      | 'referral.qualified'
      | 'referral.expired'
      | 'referral.corrected'
      | 'referral.reviewed'
      | 'payee.saved'
      | `payout.${string}`
      | `perk.${string}`
      | 'choice.lapsed'
      | `access.${string}`;
  }
>;

function dispatchValueAct(ws: Workspace, event: Event, body: ValueActOnly): Step {
  switch (body.type) {
    case 'adjustment.posted':
      return adjustBalance(ws, subjectOf(event), body);
    case 'reservation.made':
      return reserveBalance(ws, subjectOf(event), body);
    case 'reservation.captured':
      return captureAct(ws, body.reservationId, body.orderId);
    case 'reservation.voided':
      return endReservationAct(ws, body.reservationId, 'voided');
    case 'reservation.expired':
      return endReservationAct(ws, body.reservationId, 'expired');
    case 'coupon.reserved':
      return reserveCoupons(ws, subjectOf(event), body);
    case 'coupon.released':
      return releaseCouponLock(ws, body);
    case 'coupon.expired':
      return expireDueCoupon(ws, body.couponId);
    case 'reward.approved':
      return approveReward(ws, body.rewardId);
    case 'reward.denied':
      return denyReward(ws, body.rewardId);
    case 'reward.delivered':
      return deliverReward(ws, body.rewardId);
    case 'hold.released':
      return releaseHold(ws, body.rewardId);
    case 'lot.expired':
      return expireDueLot(ws, body.lotId);
    case 'referral.qualified':
      return qualifyDueReferral(ws, body.programId, body.friendId ?? customerIdOf(event));
    case 'referral.expired':
      return expireDueReferral(ws, body.programId, body.friendId ?? customerIdOf(event));
    case 'referral.reviewed':
      return noteReview(ws, body, body.friendId ?? customerIdOf(event));
    case 'referral.corrected':
      return correctReferral(ws, subjectOf(event), body);
    case 'perk.claimed':
    case 'perk.codes_added':
    case 'reward.chosen':
    case 'choice.lapsed':
    case 'access.expired':
    case 'access.redeemed':
      return dispatchPerkAct(ws, event, body);
    case 'payee.saved':
    case 'payout.proposed':
    case 'payout.approved':
    case 'payout.rejected':
    case 'payout.paid':
    case 'payout.failed':
      return decidePayout(ws, subjectOf(event), body);
    default:
      return assertNever(body);
  }
}

type PerkAct = Extract<ActOnly, { type: `perk.${string}` | 'reward.chosen' | 'choice.lapsed' | `access.${string}` }>;

function dispatchPerkAct(ws: Workspace, event: Event, body: PerkAct): Step {
  switch (body.type) {
    case 'perk.claimed':
      return claimPerk(ws, subjectOf(event), body);
    case 'perk.codes_added':
      return addPerkCodes(ws, body);
    case 'reward.chosen':
      return chooseReward(ws, body);
    case 'choice.lapsed':
      return lapseChoice(ws, body.grantId);
    case 'access.expired':
      return expireDueAccess(ws, body.grantId);
    case 'access.redeemed':
      return redeemAccess(ws, body.grantId);
    default:
      return assertNever(body);
  }
}

function subjectOf(event: Event): Subject {
  assert(event.customer !== null, `${event.body.type} is about a customer`);
  return event.customer;
}

function customerIdOf(event: Event): CustomerId {
  return subjectOf(event).id;
}
