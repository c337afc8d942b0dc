/** *started → joined → ordered → qualified*, or *refused, expired, reversed* (contract.md 1): what moves a referral along. */
import type { Order, Referral } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import type { FirstOrder } from '../facts/first-order.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { ReferralId } from '../ids.ts';
import type { Hold, Rule } from '../program/document.ts';
import type { Program } from '../program/program.ts';
import { findVersion } from '../program/program.ts';
import { findRule } from '../program/program-rules.ts';
import { heldUntil } from '../reward/hold.ts';
import type { RuleContext } from '../reward/rule-context.ts';
import { latest } from '../time/order-instants.ts';
import { begunReferral } from './begun-referral.ts';
import { referralOfOrder } from './brought-as.ts';
import { findAttribution, type Subject } from './resolve-attribution.ts';

/**
 * The friend's first order is paid: the referral is *ordered*, or *refused* where its referrer can never earn. One whose conditions
 * held before, at a sign-up or a lead, goes on from there.
 */
export function markOrdered(ws: Workspace, program: Program, subject: Subject, orderId: string, at: Date): Referral | null {
  const attribution = findAttribution(ws, program, subject, at);
  const key = memberKey(program.id, subject.id);
  const known = ws.referrals.get(key);
  const { referrerId, refusal } = attribution;
  if (attribution.by === 'none' || (referrerId === null && known === null)) return null;
  if (known !== null && known.orderId !== null) return known;
  const winnerId = referrerId ?? known?.referrerId ?? null;
  if (winnerId === null) return null;
  const firstOrder = firstOrderOf(ws.orders.get(orderId));
  if (known !== null && known.ruleId !== null && known.referrerId === winnerId && known.status !== 'reversed') {
    const kept: Referral = {
      ...known,
      status: known.status === 'qualified' ? 'qualified' : 'ordered',
      orderId,
      firstOrder,
      expiresAt: null,
    };
    ws.referrals.put(kept);
    return kept;
  }
  const begun = begunReferral({
    id: known?.id ?? ws.nextId<ReferralId>(),
    programId: program.id,
    friendId: subject.id,
    referrerId: winnerId,
    status: refusal === null ? 'ordered' : 'refused',
    by: attribution.by,
    startedAt: known?.startedAt ?? attribution.touchAt ?? at,
  });
  const referral: Referral = { ...begun, orderId, firstOrder, reason: refusal };
  ws.referrals.put(referral);
  return referral;
}

function firstOrderOf(order: Order | null): FirstOrder | null {
  if (order === null || order.data === null || order.paidAt === null) return null;
  const { currency, totalMinor } = order.data;
  return { paidAt: order.paidAt, currency, totalMinor };
}

/** A referral rule's conditions held: the referral qualifies when the last of the rule's date holds ends, whatever caps or budget say. */
export function markConditionsHeld(ws: Workspace, ctx: RuleContext): void {
  // A part of a payment earns its share, but only the paid order moves the referral.
  if (ctx.accrual.kind === 'payment' && !ctx.accrual.completes) return;
  const referral = ws.referrals.get(memberKey(ctx.program.id, ctx.attribution.customerId));
  if (referral === null || referral.ruleId !== null || referral.status === 'qualified' || referral.status === 'reversed') return;
  const { rule, order, at } = ctx;
  const hold = longestHold(rule);
  const base: Referral = {
    ...referral,
    ruleId: ctx.rule.id,
    qualifyingOrderId: ctx.order?.id ?? null,
    reason: null,
    hold,
    countedAt: ctx.at,
    expiresAt: null,
  };
  if (hold === null) {
    ws.referrals.put({ ...base, status: 'qualified', qualifiedAt: ctx.at, qualifiesAt: null });
    return;
  }
  ws.referrals.put({ ...base, status: 'ordered', qualifiesAt: lastHoldEnd(rule, order, { at, timeZone: ctx.version.document.timeZone }) });
}

/** After all rules: a first order that met no rule's conditions keeps the reason; one that never can is refused. Later orders say nothing of it. */
export function noteRefusal(ws: Workspace, program: Program, subject: Subject, orderId: string): void {
  const key = memberKey(program.id, subject.id);
  const referral = ws.referrals.get(key);
  if (referral === null || referral.orderId !== orderId || referral.ruleId !== null || referral.status !== 'ordered') return;
  // A refused coupon belongs to the programme too, but says nothing of the referral.
  const refusal = ws.refusals.find(
    (candidate) => candidate.programId === program.id && candidate.ruleId !== null && candidate.beneficiary !== 'buyer',
  );
  if (refusal === undefined) return;
  ws.referrals.put({ ...referral, reason: refusal.reason, status: refusal.reason === 'not-new-customer' ? 'refused' : referral.status });
}

/** A delivery learned while waiting replaces the date (contract.md 6.11), by the rule and the days of the version the referral is pinned to. */
export function redateReferral(ws: Workspace, program: Program, order: Order, at: Date): void {
  const referral = referralOfOrder(ws, program, order);
  if (referral === null || referral.qualifyingOrderId !== order.id || referral.status !== 'ordered' || referral.hold === null) return;
  const versionId = ws.attributions.get(memberKey(program.id, referral.friendId))?.versionId ?? null;
  const document = versionId === null ? undefined : findVersion(program, versionId)?.document;
  const rule = document === undefined || referral.ruleId === null ? null : findRule(document, referral.ruleId);
  if (document === undefined || rule === null) return;
  ws.referrals.put({ ...referral, qualifiesAt: lastHoldEnd(rule, order, { at, timeZone: document.timeZone }) });
}

export function qualifyReferral(ws: Workspace, referral: Referral): void {
  ws.referrals.put({ ...referral, status: 'qualified', qualifiedAt: ws.event.occurredAt, qualifiesAt: null });
}

/** Of holds that count from different things the one with most days need not end last; null while one of them waits for the delivery. */
function lastHoldEnd(rule: Rule, order: Order | null, from: { readonly at: Date; readonly timeZone: string }): Date | null {
  const ends = dateHolds(rule).map((hold) => heldUntil(hold, order, from.at, from.timeZone));
  return ends.includes(null) ? null : latest(ends);
}

function longestHold(rule: Rule): Hold | null {
  return dateHolds(rule).reduce<Hold | null>((longest, hold) => ((hold.days ?? 0) > (longest?.days ?? -1) ? hold : longest), null);
}

function dateHolds({ grant }: Rule): readonly Hold[] {
  return grant.flatMap(({ hold }) => (hold === null || hold.days === null ? [] : [hold]));
}
