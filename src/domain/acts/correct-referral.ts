/**
 * A staff correction of who brought a customer to one programme (contract.md 6.8, 6.10): what the referral gave to both sides is
 * reversed, and everything that happened is decided again under the next revision, each by its own time.
 */

import { begunReferral } from '../attribution/begun-referral.ts';
import { broughtAs } from '../attribution/brought-as.ts';
import { markOrdered } from '../attribution/referral-status.ts';
import { isSubject, type Subject, wouldCloseCycle } from '../attribution/resolve-attribution.ts';
import type { DecisionProblem, DecisionProblemCode } from '../decision.ts';
import type { Attribution, AttributionRefusal, Order, Reward } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import { tierAt } from '../facts/standing.ts';
import type { Workspace } from '../facts/workspace.ts';
import { type CustomerId, type ProgramId, type ReferralId, wireId } from '../ids.ts';
import { getCustomer } from '../member/membership.ts';
import { isReferralRule, type RuleTrigger } from '../program/document.ts';
import { findVersionAt, type Program } from '../program/program.ts';
import { findRule } from '../program/program-rules.ts';
import { grantRules } from '../reward/grant-rules.ts';
import { rewardDocument } from '../reward/issue-reward.ts';
import { recountAfter } from '../reward/recount.ts';
import { redateHolds } from '../reward/redate-holds.ts';
import { isStanding, reduceReward } from '../reward/reduce-reward.ts';
import { withoutRevision } from '../reward/revised-key.ts';

/** What earned besides the order's own steps: a sign-up, a lead, a word of feedback. */
interface PastOccasion {
  readonly trigger: RuleTrigger;
  readonly order: Order | null;
  readonly naturalKey: string;
  readonly at: Date;
}

/** `friendId` is the record whose referral is meant, one that was merged into the subject or the subject's own. */
export function correctReferral(
  ws: Workspace,
  subject: Subject,
  { programId, friendId: kept }: { readonly programId: ProgramId; readonly friendId?: CustomerId },
): 'processed' | DecisionProblem {
  // A merge that was faster may have moved it.
  const friendId = kept !== undefined && ws.referrals.get(memberKey(programId, kept)) !== null ? kept : subject.id;
  const program = ws.programs.get(programId);
  const referrerId = ws.event.touches[0]?.referrerId ?? null;
  if (program === null) return problem('program_unknown');
  if (referrerId === null) return problem('referrer_unknown');
  if (isSubject(subject, referrerId)) return problem('self_referral');
  if (wouldCloseCycle(ws, program, subject, referrerId)) return problem('referral_cycle');
  const before = ws.attributions.get(memberKey(programId, friendId));
  if (before?.referrerId === referrerId && before.by === 'staff') return 'processed';
  const { signedUpAt } = getCustomer(ws, friendId);
  const referralBefore = ws.referrals.get(memberKey(programId, friendId));
  const earned = reverseReferralRewards(ws, program, friendId);
  const occasions = pastOccasions(ws, earned, { revision: before?.revision ?? 0, signedUpAt });
  const orders = ordersOf(ws, program, { customerId: subject.id, friendId });
  // The attribution says it all; a touch would speak to the other programmes as well.
  const attribution = correctedAttribution(ws, program, friendId, { before, orders, referrerId });
  ws.attributions.put(attribution);
  restartReferral(ws, attribution, { referrerId, status: signedUpAt === null ? 'started' : 'joined' });
  if (referralBefore !== null) recountAfter(ws, program, referralBefore);
  const again = { subject, friendId, onlyReferralRulesOf: program };
  for (const occasion of occasions) grantRules(ws, { ...again, ...occasion, accrual: { kind: 'whole' } });
  for (const order of orders) regrantOrder(ws, program, { subject, friendId }, order);
  return 'processed';
}

function correctedAttribution(
  ws: Workspace,
  program: Program,
  customerId: CustomerId,
  { before, orders, referrerId }: { before: Attribution | null; orders: readonly Order[]; referrerId: CustomerId },
): Attribution {
  const at = ws.event.occurredAt;
  const touchAt = before?.touchAt ?? orders[0]?.firstPaymentAt ?? at;
  const losers = [...(before?.losers ?? [])];
  if (before !== null && before.by !== 'none') losers.push({ by: before.by, referrerId: before.referrerId, reason: 'staff-correction' });
  return {
    programId: program.id,
    customerId,
    referrerId,
    by: 'staff',
    touchAt,
    versionId: before?.versionId ?? findVersionAt(program, touchAt)?.id ?? null,
    // Earlier referrals stay on their rule, a corrected one on that of whom it now belongs to.
    tierId: tierAt(ws.standings.get(memberKey(program.id, referrerId)), touchAt),
    lockedAt: before?.lockedAt ?? at,
    wasNew:
      before?.wasNew ?? orders.find(({ origin, isNewCustomer }) => origin !== 'import' && isNewCustomer !== null)?.isNewCustomer ?? null,
    revision: (before?.revision ?? 0) + 1,
    refusal: referrerRefusal(ws, program.id, referrerId),
    losers,
  };
}

function referrerRefusal(ws: Workspace, programId: ProgramId, referrerId: CustomerId): AttributionRefusal | null {
  const membership = ws.memberships.get(memberKey(programId, referrerId));
  if (membership === null || membership.status === 'invited') return 'referrer-not-member';
  return membership.status === 'blocked' ? 'referrer-blocked' : null;
}

/** The referral begins anew under the other referrer; one that never was is opened. No window binds what staff say. */
function restartReferral(
  ws: Workspace,
  attribution: Attribution,
  { referrerId, status }: { referrerId: CustomerId; status: 'started' | 'joined' },
): void {
  const { programId, customerId, touchAt, refusal } = attribution;
  const known = ws.referrals.get(memberKey(programId, customerId));
  if (known === null && refusal !== null) return;
  const restarted = begunReferral({
    id: known?.id ?? ws.nextId<ReferralId>(),
    programId,
    friendId: customerId,
    referrerId,
    status,
    by: 'staff',
    startedAt: known?.startedAt ?? touchAt ?? ws.event.occurredAt,
  });
  ws.referrals.put(restarted);
}

function reverseReferralRewards(ws: Workspace, program: Program, friendId: CustomerId): readonly Reward[] {
  const reversed: Reward[] = [];
  for (const reward of ws.rewards.by('friend', friendId)) {
    if (reward.programId !== program.id || !isStanding(reward) || referralTrigger(ws, reward) === null) continue;
    reduceReward(ws, reward, { keep: 0n, reversalKey: `correction:${ws.event.sequence}`, reason: 'reward-reversed' });
    reversed.push(reward);
  }
  return reversed;
}

/** What the rule of a referral's reward listens to. */
function referralTrigger(ws: Workspace, reward: Reward): RuleTrigger | null {
  const rule = findRule(rewardDocument(ws, reward), reward.ruleId);
  return rule !== null && isReferralRule(rule) ? rule.on : null;
}

/** Read off the rewards they gave; a sign-up that gave nothing is remembered by the customer, and decided under this event's name. */
function pastOccasions(
  ws: Workspace,
  earned: readonly Reward[],
  { revision, signedUpAt }: { revision: number; signedUpAt: Date | null },
): readonly PastOccasion[] {
  const found = new Map<string, PastOccasion>();
  for (const reward of earned) {
    const trigger = referralTrigger(ws, reward);
    // Qualifying comes by itself again.
    if (trigger === null || isOrderStep(trigger) || trigger === 'referral.qualified') continue;
    const naturalKey = withoutRevision(reward.naturalKey, revision);
    const order = reward.orderId === null ? null : ws.orders.get(reward.orderId);
    found.set(`${trigger} ${naturalKey}`, { trigger, order, naturalKey, at: reward.occurredAt });
  }
  const hasSignUp = [...found.values()].some(({ trigger }) => trigger === 'member.signed_up');
  if (signedUpAt !== null && !hasSignUp) {
    const naturalKey = `event:${ws.event.source}:${ws.event.eventId}`;
    found.set('member.signed_up', { trigger: 'member.signed_up', order: null, naturalKey, at: signedUpAt });
  }
  return [...found.values()].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.naturalKey < b.naturalKey ? -1 : 1));
}

function isOrderStep(trigger: RuleTrigger): boolean {
  return trigger === 'order.placed' || trigger === 'order.paid' || trigger === 'order.delivered';
}

function regrantOrder(
  ws: Workspace,
  program: Program,
  { subject, friendId }: { subject: Subject; friendId: CustomerId },
  order: Order,
): void {
  const { placedAt, paidAt, deliveredAt } = order;
  if (order.origin === 'import') return;
  const again = { subject, friendId, order, onlyReferralRulesOf: program };
  const whole = { kind: 'whole' as const };
  if (placedAt !== null && !isCancelledUnpaid(order)) grantRules(ws, { ...again, trigger: 'order.placed', at: placedAt, accrual: whole });
  regrantParts(ws, again);
  if (paidAt === null) return;
  markOrdered(ws, program, { ...subject, id: friendId }, order.id, paidAt);
  const accrual = { kind: 'payment' as const, paymentId: order.payments.at(-1)?.id ?? '', completes: true };
  grantRules(ws, { ...again, trigger: 'order.paid', at: paidAt, accrual });
  // What a part earned is held from the delivery, too, once that is known.
  if (deliveredAt !== null) redateHolds(ws, order);
  if (deliveredAt !== null) grantRules(ws, { ...again, trigger: 'order.delivered', at: deliveredAt, accrual: whole });
}

/** What each payment had earned before the order was whole, as it earned then: by its own time, with those told before it. */
function regrantParts(ws: Workspace, again: { subject: Subject; order: Order; onlyReferralRulesOf: Program }): void {
  const { order } = again;
  const { payments, paidAt, firstPaymentAt, reservationIds } = order;
  const parts = paidAt === null ? payments : payments.slice(0, -1);
  const grantPart = (paymentId: string, at: Date, told: Order['payments']): void => {
    const then: Order = { ...order, paidAt: null, payments: told };
    grantRules(ws, { ...again, order: then, trigger: 'order.paid', at, accrual: { kind: 'payment', paymentId, completes: false } });
  };
  for (const [index, payment] of parts.entries()) grantPart(payment.id, payment.occurredAt, payments.slice(0, index + 1));
  const reservationId = reservationIds.at(-1);
  // Credit alone has paid so far: the capture earned under the reservation's name.
  const isByCredit = payments.length === 0 && paidAt === null && firstPaymentAt !== null;
  if (isByCredit && reservationId !== undefined) grantPart(wireId('rsv', reservationId), firstPaymentAt, []);
}

function isCancelledUnpaid(order: Order): boolean {
  return order.cancelledAt !== null && order.firstPaymentAt === null;
}

/** Those that came by the referral: another one of the same person keeps its own (ADR 0021). */
function ordersOf(
  ws: Workspace,
  program: Program,
  { customerId, friendId }: { customerId: CustomerId; friendId: CustomerId },
): readonly Order[] {
  return ws.orders
    .by('customer', customerId)
    .filter(({ id }) => broughtAs(ws, program, customerId, id) === friendId)
    .sort(byNumber);
}

/** Two records of one customer have each a first order; facts come in no order of their own, and a replay must grant in the same (contract.md 6.2). */
function byNumber(a: Order, b: Order): number {
  const paidAt = (order: Order): number => order.firstPaymentAt?.getTime() ?? 0;
  return (a.number ?? 0) - (b.number ?? 0) || paidAt(a) - paidAt(b) || (a.id < b.id ? -1 : 1);
}

function problem(code: DecisionProblemCode): DecisionProblem {
  return { code, field: null, missing: null };
}
