/**
 * The last part of each decision: every active member of a programme with tiers whom the event changed is looked at (ADR 0011).
 * The rules of the event have been decided by then, so they saw the tier from before it; a promotion counts from then on.
 */
import { memberKey } from '../facts/facts.ts';
import { withOrders } from '../facts/order-changes.ts';
import type { OrderSums } from '../facts/order-tally.ts';
import { qualifiedInstants } from '../facts/referral-changes.ts';
import type { Standing } from '../facts/standing.ts';
import type { Workspace } from '../facts/workspace.ts';
import { type CustomerId, wireId } from '../ids.ts';
import { findVersionAt, type Program, type PublishedVersion, programStatusAt } from '../program/program.ts';
import { findTier } from '../program/program-rules.ts';
import { grantEntryRules } from '../reward/grant-rules.ts';
import { entryKey, takeBackEntry } from './entry-rewards.ts';
import { evaluateTier, findDrop, type TierChange, undoneTiers } from './evaluate-tier.ts';
import { acceptedVersions, endedStanding, isEmptyStanding, isSameInstant, isSameStanding, newStanding, tierCaseOf } from './tier-case.ts';

/** Tiers are looked at as of now, however long ago an event happened: an imported past promotes today. */
export function tierInstant(ws: Workspace): Date {
  const { occurredAt, storedAt } = ws.event;
  return occurredAt > storedAt ? occurredAt : storedAt;
}

export function settleTiers(ws: Workspace): void {
  const at = tierInstant(ws);
  const ladders = ws.allPrograms.flatMap((program) => {
    const version = findVersionAt(program, at);
    const hasLadder = version !== null && program.versions.some(({ document }) => document.tiers.length > 0);
    return hasLadder && programStatusAt(program, at) !== 'ended' ? [{ program, version }] : [];
  });
  if (ladders.length === 0) return;
  const customerIds = changedCustomers(ws);
  for (const { program, version } of ladders) {
    for (const customerId of customerIds)
      withOrders(ws, customerId, (orders) => settleMember(ws, { program, version, customerId, orders }));
  }
}

/** In a fixed order: which facts were loaded first must not show. */
function changedCustomers(ws: Workspace): readonly CustomerId[] {
  const { body, customer } = ws.event;
  const ids = new Set<CustomerId>();
  if (body.type === 'enrolment.evaluated') for (const id of body.customerIds) ids.add(id);
  if (body.type === 'tier.checked' && customer !== null) ids.add(customer.id);
  for (const { id } of ws.customers.changes()) ids.add(id);
  for (const { customerId } of ws.orders.changes()) if (customerId !== null) ids.add(customerId);
  for (const { customerId } of ws.memberships.changes()) ids.add(customerId);
  for (const { customerId } of ws.feedback.changes()) ids.add(customerId);
  for (const { customerId } of ws.acceptances.changes()) ids.add(customerId);
  for (const { customerId } of ws.standings.changes()) ids.add(customerId);
  for (const referral of ws.referrals.changes()) {
    ids.add(referral.referrerId);
    const before = ws.referrals.before(referral);
    if (before !== null) ids.add(before.referrerId);
  }
  return [...ids].sort();
}

interface Settled {
  readonly program: Program;
  readonly version: PublishedVersion;
  readonly customerId: CustomerId;
  readonly orders: OrderSums;
}

function settleMember(ws: Workspace, { program, version, customerId, orders }: Settled): void {
  const key = memberKey(program.id, customerId);
  const membership = ws.memberships.get(key);
  const customer = ws.customers.get(customerId);
  const known = ws.standings.get(key);
  if (membership === null || customer === null) return;
  if (membership.status !== 'active') {
    if (known !== null) suspend(ws, known, membership.status);
    return;
  }
  const at = tierInstant(ws);
  const before = known ?? newStanding(program.id, customerId, at);
  const records = {
    customer,
    membership,
    orders,
    qualifiedInstants: qualifiedInstants(ws, program.id, customerId),
    feedback: ws.feedback.by('customer', customerId),
    acceptedTiers: acceptedVersions(ws.acceptances.by('customer', customerId).filter(({ programId }) => programId === program.id)),
  };
  const tierCase = tierCaseOf(program, version, records, before);
  const { standing, change } = evaluateTier(tierCase, before, at);
  if (known === null ? !isEmptyStanding(standing) : !isSameStanding(known, standing)) ws.standings.put(standing);
  if (change !== null) report(ws, standing, change);
  if (standing.warnedOf !== null && !isSameInstant(standing.warnedOf, before.warnedOf)) {
    warn(ws, standing, findDrop(tierCaseOf(program, version, records, standing), standing, at)?.to ?? null);
  }
  if (change === null) return;
  const place = { programId: program.id, customerId };
  for (const tierId of undoneTiers(tierCase, before, change)) takeBackEntry(ws, { ...place, tierId });
  const tier = isRise(change) ? findTier(version.document, change.to) : null;
  const naturalKey = tier === null ? null : entryKey(ws, { ...place, tierId: tier.id }, isFirstEntry(before, change));
  if (tier !== null && naturalKey !== null) grantEntryRules(ws, { program, version, customerId, tierId: tier.id, at, naturalKey });
}

/** A pause freezes the tier, and its end looks again; whoever left or was blocked stands nowhere. */
function suspend(ws: Workspace, known: Standing, status: 'invited' | 'paused' | 'left' | 'blocked'): void {
  if (status === 'paused' || status === 'invited') {
    if (known.nextCheckAt !== null) ws.standings.put({ ...known, nextCheckAt: null });
    return;
  }
  const ended = endedStanding(known, tierInstant(ws));
  if (known.tierId !== null) report(ws, ended, { from: known.tierId, to: null, reason: 'membership-ended' });
  if (known.tierId !== null || known.invitedTo !== null || known.nextCheckAt !== null) ws.standings.put(ended);
}

function report(ws: Workspace, { programId, customerId }: Standing, change: TierChange): void {
  ws.tierChanges.push({ programId, customerId, ...change });
}

function warn(ws: Workspace, standing: Standing, to: string | null): void {
  ws.notes.push({
    kind: 'tier-will-drop',
    programId: wireId('prg', standing.programId),
    customerId: wireId('cus', standing.customerId),
    tierId: standing.tierId,
    to,
    at: standing.warnedOf?.toISOString() ?? null,
  });
}

/** `tier.entered` is a rise, never a fall to a tier below. */
function isRise({ reason }: TierChange): boolean {
  return reason === 'earned' || reason === 'accepted';
}

function isFirstEntry(before: Standing, change: TierChange): boolean {
  return !before.past.some(({ tierId }) => tierId === change.to);
}
