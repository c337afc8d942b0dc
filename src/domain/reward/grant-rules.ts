/**
 * The only place where a programme's rules turn an event into rewards. For each running programme: its referral rules from the
 * version and the referrer's tier the referral is pinned to, its other rules from the version effective at `occurredAt` (contract.md
 * 6.6) and the customer's tier before the event; each rule's legs together or not at all, with the exceptions of contract.md 6.14.
 */

import { broughtAs } from '../attribution/brought-as.ts';
import { findAttribution, noAttribution, type Subject } from '../attribution/resolve-attribution.ts';
import type { RefusalReason } from '../decision.ts';
import type { Event } from '../events.ts';
import type { Attribution, Order } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId } from '../ids.ts';
import { getCustomer } from '../member/membership.ts';
import { takeBackEarlierRefunds } from '../order/apply-refund.ts';
import { paidMinor, refundedMinor } from '../order/order-facts.ts';
import { type ConditionFacts, type Failure, failedConditions } from '../program/conditions.ts';
import { type Condition, isReferralRule, type Rule, type RuleTrigger } from '../program/document.ts';
import { findVersion, findVersionAt, type Program, type PublishedVersion, programStatusAt } from '../program/program.ts';
import { rulesFor } from '../program/program-rules.ts';
import { correctAccrued } from './accrued-share.ts';
import { orderBase } from './base.ts';
import { fireRule, holdConditions } from './fire-rule.ts';
import { endWaiting, passOn } from './pass-on.ts';
import { referralNumber } from './referral-number.ts';
import { type Accrual, noteGranted, type RuleContext, refuseRule } from './rule-context.ts';

export interface Occasion {
  readonly trigger: RuleTrigger;
  readonly subject: Subject;
  readonly order: Order | null;
  readonly at: Date;
  readonly accrual: Accrual;
  /** Set when a staff correction decides again: only this programme's referral rules. */
  readonly onlyReferralRulesOf?: Program;
  /** The record under which the friend was brought, where it is not told by the order. */
  readonly friendId?: CustomerId;
  /** The natural key of what is decided again, where it is not the event now decided. */
  readonly naturalKey?: string;
}

/** Decides every rule of every programme for one occasion. */
export function grantRules(ws: Workspace, occasion: Occasion): void {
  for (const program of ws.allPrograms) {
    if (occasion.onlyReferralRulesOf !== undefined && occasion.onlyReferralRulesOf.id !== program.id) continue;
    const friendId = friendIdOf(ws, program, occasion);
    const wasQualified = isQualified(ws, program, friendId);
    grantProgram(ws, program, { ...occasion, friendId });
    if (!wasQualified && isQualified(ws, program, friendId)) grantQualified(ws, program, { ...occasion, friendId });
  }
  if (occasion.order === null) return;
  // A correction decides about a part of the order again; what has accrued is held against all of it.
  if (occasion.accrual.kind === 'payment') correctAccrued(ws, ws.orders.get(occasion.order.id) ?? occasion.order);
  takeBackEarlierRefunds(ws, occasion.order.id);
}

function friendIdOf(
  ws: Workspace,
  program: Program,
  { friendId, subject, order }: Pick<Occasion, 'friendId' | 'subject' | 'order'>,
): CustomerId {
  return friendId ?? broughtAs(ws, program, subject.id, order?.id ?? null);
}

function isQualified(ws: Workspace, program: Program, friendId: CustomerId): boolean {
  return ws.referrals.get(memberKey(program.id, friendId))?.status === 'qualified';
}

/**
 * The rules of `referral.qualified`, when the referral has just qualified: by its conditions, or because its hold has ended. They are about
 * the order that qualified it, and their natural key is that order's id: a refund of it finds what they gave, and it is the same
 * whether the referral qualified at once, with the job or after a correction. Only a referral without an order has the event's (contract.md 6.10).
 */
export function grantQualified(ws: Workspace, program: Program, occasion: Omit<Occasion, 'trigger' | 'order' | 'accrual'>): void {
  const { naturalKey, ...rest } = occasion;
  const orderId = ws.referrals.get(memberKey(program.id, occasion.friendId ?? occasion.subject.id))?.qualifyingOrderId ?? null;
  const order = orderId === null ? null : ws.orders.get(orderId);
  const key = orderId !== null ? { naturalKey: orderId } : naturalKey !== undefined ? { naturalKey } : {};
  const shown = ws.shownRewardIds.length;
  grantProgram(ws, program, { ...rest, ...key, trigger: 'referral.qualified', order, accrual: { kind: 'whole' } });
  if (order !== null && ws.shownRewardIds.length > shown) takeBackEarlierRefunds(ws, order.id);
}

function grantProgram(ws: Workspace, program: Program, occasion: Occasion): void {
  const { at } = occasion;
  const current = findVersionAt(program, at);
  if (current === null) return;
  const attribution = findAttribution(ws, program, friendOf(occasion), at);
  const pinned = (attribution.versionId === null ? null : findVersion(program, attribution.versionId)) ?? current;
  for (const rule of rulesFor(pinned.document, attribution.tierId)) {
    if (rule.on === occasion.trigger && isReferralRule(rule))
      decideRule(ws, context(ws.event, { program, version: pinned, rule, attribution }, occasion), occasion);
  }
  if (occasion.onlyReferralRulesOf !== undefined) return;
  const tierId = ws.standings.get(memberKey(program.id, occasion.subject.id))?.tierId ?? null;
  for (const rule of rulesFor(current.document, tierId)) {
    if (rule.on === occasion.trigger && !isReferralRule(rule))
      decideRule(ws, context(ws.event, { program, version: current, rule, attribution }, occasion), occasion);
  }
}

/** Who was brought: under a record that was merged since, the whole person still. */
function friendOf({ subject, friendId }: Occasion): Subject {
  if (friendId === undefined || friendId === subject.id) return subject;
  return { id: friendId, linkedIds: [subject.id, ...subject.linkedIds] };
}

/** The rules of whoever has just entered a tier: those of `tier.entered`, once in a life for each tier. They reward nobody else. */
export function grantEntryRules(
  ws: Workspace,
  entry: {
    readonly program: Program;
    readonly version: PublishedVersion;
    readonly customerId: Subject['id'];
    readonly tierId: string;
    readonly at: Date;
    readonly naturalKey: string;
  },
): void {
  const { program, version, customerId, tierId, at, naturalKey } = entry;
  const subject = { id: customerId, linkedIds: [] };
  const occasion: Occasion = {
    trigger: 'tier.entered',
    subject,
    order: null,
    at,
    accrual: { kind: 'whole' },
    naturalKey,
  };
  // Only what is locked: the touches of members an event does not name are not among its facts.
  const attribution = ws.attributions.get(memberKey(program.id, customerId)) ?? noAttribution(program, customerId, at);
  for (const rule of rulesFor(version.document, tierId)) {
    if (rule.on === 'tier.entered' && !isReferralRule(rule))
      decideRule(ws, context(ws.event, { program, version, rule, attribution }, occasion), occasion);
  }
}

interface RuleOfVersion {
  readonly program: Program;
  readonly version: PublishedVersion;
  readonly rule: Rule;
  readonly attribution: Attribution;
}

function context({ source, eventId }: Event, { program, version, rule, attribution }: RuleOfVersion, occasion: Occasion): RuleContext {
  const base = occasion.order === null ? 0n : orderBase(occasion.order, version.document);
  return {
    program,
    version,
    rule,
    attribution,
    base,
    subject: occasion.subject,
    order: occasion.order,
    at: occasion.at,
    accrual: occasion.accrual,
    naturalKey: occasion.naturalKey ?? occasion.order?.id ?? `event:${source}:${eventId}`,
    ...paymentOf(rule, occasion),
  };
}

/** The payment that earns by itself. */
function paymentOf(rule: Rule, { order, accrual }: Occasion): { readonly paymentAt?: Date } {
  if (order === null || accrual.kind !== 'payment' || !rule.grant.every((grant) => grant.accrue === 'perPayment')) return {};
  const paid = order.payments.find((payment) => payment.id === accrual.paymentId)?.occurredAt;
  return paid === undefined ? {} : { paymentAt: paid };
}

function decideRule(ws: Workspace, ctx: RuleContext, occasion: Occasion): void {
  if (occasion.accrual.kind === 'payment' && !occasion.accrual.completes && !ctx.rule.grant.some((grant) => grant.accrue === 'perPayment'))
    return;
  const referral = isReferralRule(ctx.rule) ? referralFailure(ws, ctx) : null;
  const failures = [...statusFailures(ctx), ...orderFailures(ws, ctx)];
  if (failures.length === 0) {
    const conditions = failedConditions(
      ctx.rule.if.filter((condition) => !isAboutNumber(condition)),
      conditionFacts(ws, ctx),
    );
    const missing: Failure[] = referral?.stopsAll === true ? [{ reason: referral.reason, missing: null }] : [];
    // Without a referrer the rest is beside the point; but who names one now, too late to count, asks about this order.
    const namesTooLate = referral?.reason === 'no-referrer' && ws.event.touches.length > 0;
    failures.push(...(namesTooLate ? [...conditions, ...missing] : [...missing, ...conditions]));
  }
  if (failures.length > 0) {
    refuseRule(ws, ctx, failures);
    return;
  }
  const refused = referral?.reason ?? null;
  const number = refused === null ? failedNumber(ws, ctx) : [];
  if (number.length === 0) {
    if (ctx.rule.if.some(isAboutNumber) && refused === null) endWaiting(ws, ctx);
    fireRule(ws, ctx, refused);
    return;
  }
  // The friend has done what was asked: the referral counts, and its number decides only about this rule's reward.
  holdConditions(ws, ctx);
  if (passOn(ws, ctx)) noteGranted(ws, ctx);
  else refuseRule(ws, ctx, number);
}

function isAboutNumber({ kind }: Condition): boolean {
  return kind === 'referralNumber';
}

function failedNumber(ws: Workspace, ctx: RuleContext): readonly Failure[] {
  const conditions = ctx.rule.if.filter(isAboutNumber);
  if (conditions.length === 0) return [];
  const number = referralNumber(ws, ctx);
  return failedConditions(conditions, { ...conditionFacts(ws, ctx), ...(number === null ? {} : { referralNumber: number }) });
}

/** Newness and counts as the conditions see them. */
export function conditionFacts(ws: Workspace, ctx: RuleContext): ConditionFacts {
  const { subject, order, version, program } = ctx;
  const person = [subject.id, ...subject.linkedIds].map((id) => getCustomerOrNull(ws, id));
  return {
    at: ctx.at,
    timeZone: version.document.timeZone,
    currency: version.document.currency,
    customer: getCustomer(ws, subject.id),
    isNewCustomer: order?.isNewCustomer ?? person.every((customer) => customer === null || customer.orderCount === 0),
    ...(ctx.attribution.wasNew === null ? {} : { wasReferredAsNew: ctx.attribution.wasNew }),
    order,
    base: ctx.base,
    touchAt: ctx.attribution.touchAt,
    ...(ctx.paymentAt === undefined ? {} : { paymentAt: ctx.paymentAt }),
    membership: ws.memberships.get(memberKey(program.id, subject.id)),
  };
}

function getCustomerOrNull(ws: Workspace, id: Subject['id']) {
  return ws.customers.get(id);
}

function statusFailures(ctx: RuleContext): Failure[] {
  const status = programStatusAt(ctx.program, ctx.at);
  if (status === 'paused') return [{ reason: 'program-paused', missing: null }];
  return status === 'ended' ? [{ reason: 'program-ended', missing: null }] : [];
}

function orderFailures(ws: Workspace, ctx: RuleContext): Failure[] {
  const order = ctx.order === null ? null : (ws.orders.get(ctx.order.id) ?? ctx.order);
  if (order?.data === null || order === null) return [];
  // Nothing is left of an order refunded whole: what comes after earns nothing.
  const isNothing = order.data.totalMinor === 0n || (order.refunds.length > 0 && refundedMinor(order) >= paidMinor(order));
  if (isNothing) return [{ reason: 'zero-order', missing: null }];
  return order.data.currency === ctx.version.document.currency ? [] : [{ reason: 'currency-not-in-program', missing: null }];
}

/** A referrer who is missing stops the rule; self-referral and a block stop its referral legs only (contract.md 6.14). */
function referralFailure(ws: Workspace, ctx: RuleContext): { reason: RefusalReason; stopsAll: boolean } | null {
  const { refusal, referrerId } = ctx.attribution;
  if (refusal !== null) return { reason: refusal, stopsAll: refusal !== 'self-referral' && refusal !== 'referrer-blocked' };
  // The attribution is fixed, the referrer's standing is not: a block counts from the moment it is made.
  const membership = referrerId === null ? null : ws.memberships.get(memberKey(ctx.program.id, referrerId));
  return membership?.status === 'blocked' ? { reason: 'referrer-blocked', stopsAll: false } : null;
}
