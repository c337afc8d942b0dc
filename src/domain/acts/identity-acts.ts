/** Merging two customers, erasing one: staff acts that touch a person as a whole. */

import type { DecisionProblem, DecisionProblemCode } from '../decision.ts';
import type { ActBody } from '../events.ts';
import type { Customer, Reward } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import { acceptanceKey } from '../facts/terms-acceptance.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId } from '../ids.ts';
import { payDebt } from '../ledger/lots.ts';
import { member, postTransfer } from '../ledger/post-transfer.ts';
import { revokeClaims } from '../perk/claims.ts';
import { findVersionAt, type Program } from '../program/program.ts';
import { mergedStanding } from '../tier/merged-standing.ts';
import { tierInstant } from '../tier/settle-tiers.ts';
import { newStanding } from '../tier/tier-case.ts';
import { earliest, latest } from '../time/order-instants.ts';
import { moveFriends, moveReferral, moveTouches } from './move-referral.ts';

type ActOutcome = 'processed' | DecisionProblem;

/** Codes of both keep working; lots, debts, rewards and referrals move (contract.md 6.5). */
export function mergeCustomers(ws: Workspace, fromId: CustomerId, intoId: CustomerId): ActOutcome {
  const from = ws.customers.get(fromId);
  const into = ws.customers.get(intoId);
  if (from === null || into === null) return problem('customer_unknown');
  if (from.mergedInto === intoId) return 'processed';
  if (fromId === intoId || from.mergedInto !== null || into.mergedInto !== null || isErased(from, into)) return problem('merge_invalid');
  moveBalances(ws, fromId, intoId);
  moveRecords(ws, fromId, intoId);
  ws.customers.put(addCounts(into, from));
  // Its counts have moved: a person's orders must not be counted twice.
  ws.customers.put({ ...from, mergedInto: intoId, orderCount: 0, paidOrderCount: 0, deliveredOrderCount: 0 });
  return 'processed';
}

function isErased(...customers: readonly Customer[]): boolean {
  return customers.some((customer) => customer.erasedAt !== null);
}

function moveBalances(ws: Workspace, fromId: CustomerId, intoId: CustomerId): void {
  for (const balance of ws.balances.by('customer', fromId)) {
    for (const kind of ['available', 'held', 'reserved'] as const) {
      const amount = balance[kind];
      if (amount > 0n)
        postTransfer(ws, { debit: member(kind, fromId), credit: member(kind, intoId), unit: balance.unit, amount, reason: 'merge' });
    }
    // Debt grows when its account is debited: the survivor's takes over what the other's is credited.
    if (balance.debt > 0n) {
      postTransfer(ws, {
        debit: member('debt', intoId),
        credit: member('debt', fromId),
        unit: balance.unit,
        amount: balance.debt,
        reason: 'merge',
      });
    }
  }
  for (const lot of ws.lots.by('customer', fromId)) ws.lots.put({ ...lot, customerId: intoId });
  for (const balance of ws.balances.by('customer', intoId)) payDebt(ws, intoId, balance.unit);
}

function moveRecords(ws: Workspace, fromId: CustomerId, intoId: CustomerId): void {
  for (const code of ws.codes.by('customer', fromId)) ws.codes.put({ ...code, customerId: intoId });
  for (const coupon of ws.coupons.by('customer', fromId)) ws.coupons.put({ ...coupon, customerId: intoId });
  for (const reservation of ws.reservations.by('customer', fromId)) ws.reservations.put({ ...reservation, customerId: intoId });
  for (const payout of ws.payouts.by('customer', fromId)) ws.payouts.put({ ...payout, customerId: intoId });
  const payee = ws.payees.get(fromId);
  if (payee !== null && ws.payees.get(intoId) === null) ws.payees.put({ ...payee, customerId: intoId });
  for (const order of ws.orders.by('customer', fromId)) ws.orders.put({ ...order, customerId: intoId });
  for (const grant of ws.accessGrants.by('customer', fromId)) ws.accessGrants.put({ ...grant, customerId: intoId });
  for (const counter of ws.counters.by('customer', fromId)) {
    const key = { ...counter, customerId: intoId };
    const known = ws.counters.by('customer', intoId).find((other) => sameCounter(other, key));
    ws.counters.put({ ...key, used: counter.used + (known?.used ?? 0n) });
    ws.counters.put({ ...counter, used: 0n });
  }
  moveFriends(ws, fromId, intoId);
  copyAcceptances(ws, fromId, intoId);
  for (const given of ws.feedback.by('customer', fromId)) ws.feedback.put({ ...given, customerId: intoId });
  moveTouches(ws, fromId, intoId);
  for (const program of ws.allPrograms) moveReferral(ws, program, { fromId, intoId });
  moveRewards(ws, fromId, intoId);
  for (const program of ws.allPrograms) moveMembership(ws, program, fromId, intoId);
}

/** What they earned and brought; what was given for them as a friend stays with their referral, where that could not move (ADR 0021). */
function moveRewards(ws: Workspace, fromId: CustomerId, intoId: CustomerId): void {
  for (const index of ['customer', 'referrer', 'friend'] as const) {
    for (const reward of ws.rewards.by(index, fromId)) {
      const isKept = ws.referrals.get(memberKey(reward.programId, fromId)) !== null;
      ws.rewards.put(movedReward(reward, { fromId, intoId, friendId: isKept ? fromId : intoId }));
    }
  }
}

function moveMembership(ws: Workspace, program: Program, fromId: CustomerId, intoId: CustomerId): void {
  const mine = ws.memberships.get(memberKey(program.id, intoId));
  const other = ws.memberships.get(memberKey(program.id, fromId));
  if (other === null) return;
  const standing = ws.standings.get(memberKey(program.id, fromId));
  const at = tierInstant(ws);
  if (standing !== null) {
    const own = ws.standings.get(memberKey(program.id, intoId)) ?? newStanding(program.id, intoId, at);
    ws.standings.put(mergedStanding(own, standing, { document: findVersionAt(program, at)?.document ?? null, at }));
  }
  if (mine === null) ws.memberships.put({ ...other, id: ws.nextId(), customerId: intoId });
  // A block is about the person: merging must not wash it off.
  else
    ws.memberships.put({
      ...mine,
      status: other.status === 'blocked' ? 'blocked' : mine.status,
      joinedAt: earliest([mine.joinedAt, other.joinedAt]),
    });
  ws.memberships.put({ ...other, status: 'left' });
  const merged = ws.memberships.get(memberKey(program.id, intoId));
  if (merged?.status === 'left' || merged?.status === 'blocked') revokeClaims(ws, merged);
}

/** What was accepted stays with who accepted it; the survivor is bound by it as well. */
function copyAcceptances(ws: Workspace, fromId: CustomerId, intoId: CustomerId): void {
  for (const acceptance of ws.acceptances.by('customer', fromId)) {
    const copy = { ...acceptance, customerId: intoId };
    if (ws.acceptances.get(acceptanceKey(copy)) === null) ws.acceptances.put(copy);
  }
}

function movedReward(
  reward: Reward,
  to: { readonly fromId: CustomerId; readonly intoId: CustomerId; readonly friendId: CustomerId },
): Reward {
  return {
    ...reward,
    customerId: reward.customerId === to.fromId ? to.intoId : reward.customerId,
    referrerId: reward.referrerId === to.fromId ? to.intoId : reward.referrerId,
    friendId: reward.friendId === to.fromId ? to.friendId : reward.friendId,
  };
}

function sameCounter(a: { programId: string; ruleId: string; scope: string; period: string }, b: typeof a): boolean {
  return a.programId === b.programId && a.ruleId === b.ruleId && a.scope === b.scope && a.period === b.period;
}

function addCounts(into: Customer, from: Customer): Customer {
  return {
    ...into,
    signedUpAt: into.signedUpAt ?? from.signedUpAt,
    orderCount: into.orderCount + from.orderCount,
    paidOrderCount: into.paidOrderCount + from.paidOrderCount,
    deliveredOrderCount: into.deliveredOrderCount + from.deliveredOrderCount,
    firstOrderAt: earliest([into.firstOrderAt, from.firstOrderAt]),
    lastOrderAt: latest([into.lastOrderAt, from.lastOrderAt]),
    openComplaints: [...new Set([...into.openComplaints, ...from.openComplaints])],
    earlyClosings: [...into.earlyClosings, ...from.earlyClosings],
  };
}

/** Personal data goes at the intake; the facts only remember that it is gone (contract.md 6.3). A code may be their name: it answers no more. */
export function eraseCustomer(ws: Workspace, id: CustomerId, { retiresCodes }: Extract<ActBody, { type: 'customer.erased' }>): ActOutcome {
  const customer = ws.customers.get(id);
  if (customer === null) return problem('customer_unknown');
  if (customer.erasedAt === null) ws.customers.put({ ...customer, erasedAt: ws.event.occurredAt });
  for (const membership of ws.memberships.by('customer', id)) {
    if (membership.status !== 'blocked') ws.memberships.put({ ...membership, status: 'left' });
    revokeClaims(ws, membership);
  }
  if (retiresCodes === true) for (const code of ws.codes.by('customer', id)) ws.codes.put({ ...code, status: 'retired' });
  return 'processed';
}

function problem(code: DecisionProblemCode): DecisionProblem {
  return { code, field: null, missing: null };
}
