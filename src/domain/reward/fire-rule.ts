/** A rule whose conditions hold: its legs, their amounts, caps and budget, and the rewards they become. */

import { awaitReview } from '../attribution/referral-review.ts';
import { markConditionsHeld } from '../attribution/referral-status.ts';
import type { RefusalReason } from '../decision.ts';
import type { Reward, RewardBenefit, RewardKey } from '../facts/entities.ts';
import { memberKey, rewardBusinessKey } from '../facts/facts.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId, RewardId } from '../ids.ts';
import { currencyUnit, pointsUnit } from '../ledger/unit.ts';
import { fitsStock, perkRewardOf } from '../perk/give-perk.ts';
import { fitsPersons } from '../perk/per-member.ts';
import { type Grant, isReferralRule, type ValueBenefit } from '../program/document.ts';
import { referralsToNextStep, stepsShare } from '../program/steps.ts';
import { accruedShare, postedShare } from './accrued-share.ts';
import { appliedDiscountMinor, valueAmount } from './benefit-amount.ts';
import { budgetCost, countReward } from './counters.ts';
import { startHold } from './hold.ts';
import { holdReward, issueReward } from './issue-reward.ts';
import { fitsBudget, fitsCap } from './limits.ts';
import { nextNumber, noteCount } from './referral-number.ts';
import { revisedKey } from './revised-key.ts';
import { noteGranted, type RuleContext, refuseRule } from './rule-context.ts';
import { countGift, withReasons } from './tax-hold.ts';

interface Leg {
  readonly grant: Grant;
  readonly key: RewardKey;
  readonly customerId: CustomerId;
  readonly benefit: RewardBenefit;
}

/** `referralRefusal` (self-referral or blocked referrer) stops the referral legs; buyer legs go on. */
export function fireRule(ws: Workspace, ctx: RuleContext, referralRefusal: RefusalReason | null): void {
  const legs = dueLegs(ws, ctx, referralRefusal);
  if (legs === 'zero') {
    // Of nothing there is no share; of too little the share rounds down to nothing.
    refuseRule(ws, ctx, [{ reason: ctx.base === 0n ? 'zero-order' : 'below-minimum', missing: null }]);
    return;
  }
  if (referralRefusal === null && isReferralRule(ctx.rule)) holdConditions(ws, ctx);
  const afterCaps = dropRefusedReferrer(ws, ctx, legs);
  if (afterCaps.length === 0) return;
  const shortage = findShortage(ws, ctx, afterCaps);
  if (shortage !== null) {
    refuseRule(ws, { ...ctx, rule: { ...ctx.rule, grant: afterCaps.map((leg) => leg.grant) } }, [{ reason: shortage, missing: null }]);
    return;
  }
  for (const leg of afterCaps) grantLeg(ws, ctx, leg);
  awaitReview(
    ws,
    ctx,
    afterCaps.map((leg) => leg.grant),
  );
  noteGranted(ws, ctx);
}

/** The referral moves on, and counts. */
export function holdConditions(ws: Workspace, ctx: RuleContext): void {
  markConditionsHeld(ws, ctx);
  noteCount(ws, ctx);
}

/** The legs this occasion pays, not yet granted under their key; `zero` when the rule's value rounds down to nothing. */
function dueLegs(ws: Workspace, ctx: RuleContext, referralRefusal: RefusalReason | null): readonly Leg[] | 'zero' {
  const legs: Leg[] = [];
  for (const [number, grant] of ctx.rule.grant.entries()) {
    if (!isDueNow(ctx, grant)) continue;
    const customerId = grant.to === 'referrer' ? ctx.attribution.referrerId : ctx.subject.id;
    if (referralRefusal !== null && grant.to !== 'buyer') {
      ws.refusals.push({
        programId: ctx.program.id,
        ruleId: ctx.rule.id,
        beneficiary: grant.to,
        reason: referralRefusal,
        missing: null,
        subject: null,
      });
      continue;
    }
    if (customerId === null) continue;
    const key = legKey(ctx, grant, number);
    if (ws.rewards.by('key', rewardBusinessKey(key)).length > 0) continue;
    const benefit = legBenefit(ws, ctx, grant, key);
    if (benefit === 'posted') continue;
    if (benefit === null) return 'zero';
    legs.push({ grant, key, customerId, benefit });
  }
  return legs;
}

function isDueNow(ctx: RuleContext, grant: Grant): boolean {
  return ctx.accrual.kind === 'whole' || ctx.accrual.completes || grant.accrue === 'perPayment';
}

function legKey(ctx: RuleContext, grant: Grant, number: number): RewardKey {
  const { revision } = ctx.attribution;
  const payment = grant.accrue === 'perPayment' && ctx.accrual.kind === 'payment' ? `:${ctx.accrual.paymentId}` : '';
  return {
    programId: ctx.program.id,
    ruleId: ctx.rule.id,
    naturalKey: isReferralRule(ctx.rule) ? revisedKey(ctx.naturalKey, revision) : ctx.naturalKey,
    beneficiary: grant.to,
    leg: `${number}${payment}`,
  };
}

/** Null = its value rounds down to nothing; `posted` = earlier payments have earned all there is, which takes nothing from the other legs. */
export function legBenefit(ws: Workspace, ctx: RuleContext, grant: Grant, key: RewardKey): RewardBenefit | 'posted' | null {
  const { benefit } = grant;
  if (benefit.kind === 'gift') return benefit;
  if (benefit.kind === 'perk' || benefit.kind === 'choice') return perkRewardOf(benefit, ctx.version.document);
  if (benefit.kind === 'coupon') {
    const goods = ctx.order?.data == null ? 0n : ctx.order.data.totalMinor - ctx.order.data.deliveryMinor;
    const discountMinor = benefit.use === 'thisOrder' ? appliedDiscountMinor(benefit.discount, goods) : null;
    return {
      kind: 'coupon',
      discount: benefit.discount,
      use: benefit.use,
      validDays: benefit.validDays,
      stackable: benefit.stackable,
      discountMinor,
    };
  }
  if (benefit.how === 'steps') return stepsBenefit(ws, ctx, benefit);
  const whole = valueAmount(benefit, ctx.rule, ctx.order, ctx.version.document);
  const accrues = grant.accrue === 'perPayment' && ctx.order !== null;
  const posted = accrues ? postedShare(ws, ctx.order.id, key) : 0n;
  const amount = (accrues ? accruedShare(ws, ctx.order, whole, termsOf(ctx)) : whole) - posted;
  if (amount <= 0n) return posted > 0n ? 'posted' : null;
  const unit = benefit.kind === 'points' ? pointsUnit(ctx.program.id) : currencyUnit(ctx.version.document.currency);
  if (benefit.kind === 'donation') return { kind: 'donation', unit, amount, originalAmount: amount, recipient: benefit.recipient };
  return { kind: benefit.kind, unit, amount, originalAmount: amount };
}

function termsOf({ rule, program, version }: RuleContext): Parameters<typeof accruedShare>[3] {
  return { rule, programId: program.id, timeZone: version.document.timeZone };
}

/** What the referral adds at the place it takes now; `posted` where it adds nothing, or has its place already. */
function stepsBenefit(ws: Workspace, ctx: RuleContext, { kind, steps }: ValueBenefit & { how: 'steps' }): RewardBenefit | 'posted' {
  const number = nextNumber(ws, ctx, steps);
  const amount = number === null ? 0n : stepsShare(steps, number);
  if (amount > 0n) {
    const unit = kind === 'points' ? pointsUnit(ctx.program.id) : currencyUnit(ctx.version.document.currency);
    return { kind, unit, amount, originalAmount: amount };
  }
  const missing = number === null ? null : referralsToNextStep(steps, number);
  if (missing !== null) {
    ws.refusals.push({
      programId: ctx.program.id,
      ruleId: ctx.rule.id,
      beneficiary: 'referrer',
      reason: 'condition-not-met',
      missing: { kind: 'count', count: missing },
      subject: null,
    });
  }
  return 'posted';
}

/** A paused or left referrer, a full `perReferrer` cap, or a perk that the referrer has already, stops only the referrer's legs. */
function dropRefusedReferrer(ws: Workspace, ctx: RuleContext, legs: readonly Leg[]): readonly Leg[] {
  const own = legs.filter((leg) => leg.grant.to === 'referrer');
  const referrerId = ctx.attribution.referrerId;
  if (own.length === 0 || referrerId === null) return legs;
  const membership = ws.memberships.get(memberKey(ctx.program.id, referrerId));
  const reason: RefusalReason | null =
    membership?.status !== 'active'
      ? 'referrer-not-member'
      : fitsCap(ws, ctx, referrerId, own) && fitsPersons(ws, perkPlace(ctx), own)
        ? null
        : 'cap-reached';
  if (reason === null) return legs;
  ws.refusals.push({ programId: ctx.program.id, ruleId: ctx.rule.id, beneficiary: 'referrer', reason, missing: null, subject: null });
  ws.evaluations.push({
    programId: ctx.program.id,
    versionNumber: ctx.version.number,
    ruleId: ctx.rule.id,
    result: 'refused',
    reasons: [reason],
  });
  return legs.filter((leg) => leg.grant.to !== 'referrer');
}

/** What is not there for all legs: they are granted together or not at all. */
export function findShortage(ws: Workspace, ctx: RuleContext, legs: readonly Leg[]): RefusalReason | null {
  if (!fitsPersons(ws, perkPlace(ctx), legs)) return 'cap-reached';
  if (!fitsBudget(ws, ctx, legs)) return 'budget-exhausted';
  const benefits = legs.map((leg) => leg.benefit);
  return fitsStock(ws, perkPlace(ctx), benefits) ? null : 'out-of-stock';
}

function perkPlace({ program, version }: RuleContext) {
  return { programId: program.id, document: version.document };
}

export function grantLeg(ws: Workspace, ctx: RuleContext, leg: Leg): void {
  const { document } = ctx.version;
  const isReferral = isReferralRule(ctx.rule);
  const { hold } = leg.grant;
  const state = hold === null ? { heldUntil: null, holdReasons: [] } : startHold(hold, ctx.order, ctx.at, document.timeZone);
  // Written out: spreading a record this wide is the slowest line of a decision.
  const reward: Reward = {
    programId: leg.key.programId,
    ruleId: leg.key.ruleId,
    naturalKey: leg.key.naturalKey,
    beneficiary: leg.key.beneficiary,
    leg: leg.key.leg,
    id: ws.nextId<RewardId>(),
    sequence: ws.event.sequence,
    versionId: ctx.version.id,
    customerId: leg.customerId,
    friendId: isReferral ? ctx.attribution.customerId : null,
    referrerId: isReferral ? ctx.attribution.referrerId : null,
    orderId: ctx.order?.id ?? null,
    occurredAt: ctx.at,
    benefit: leg.benefit,
    costAmount: budgetCost(leg.benefit),
    status: hold === null ? 'approved' : 'held',
    heldUntil: state.heldUntil,
    holdReasons: state.holdReasons,
    hold,
    expiresAfterDays: leg.grant.expiresAfterDays,
    lotId: null,
    couponId: null,
    isLoss: false,
  };
  countReward(ws, reward, { sign: 1n, cost: reward.costAmount, capAmount: 'amount' in leg.benefit ? leg.benefit.amount : 0n, whole: true });
  const taxed = withReasons(reward, countGift(ws, reward, document));
  if (taxed.status === 'held') holdReward(ws, taxed);
  else issueReward(ws, taxed, ctx.at);
  ws.shownRewardIds.push(reward.id);
}
