/** What is kept about a member, for themselves: without what is their friends', and days instead of the instants of friends (contract.md 6.13). */
import type { Caller } from '../contract/caller.ts';
import { couponToWire, rewardToWire } from '../contract/resource-encoding.ts';
import { type GatheredCustomer, gatherCustomer } from '../customers/gather-customer.ts';
import type { CustomerId } from '../domain/ids.ts';
import { grantToWire } from '../perks/grant-to-wire.ts';
import { listPublishedPrograms } from '../programs/published-programs.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { friendTeller } from './friends.ts';
import { entryTeller } from './history.ts';
import { documentsAt, findZone } from './home.ts';
import { dayToWire, localDay } from './local-day.ts';

/** Null when there is no such customer. */
export async function exportMember(deps: ServerDeps, caller: Caller, customerId: CustomerId) {
  const { db, clock } = deps;
  const known = await gatherCustomer(deps, caller, customerId);
  if (known === null) return null;
  const { customer, rewards, grants, entries, referrals, coupons, labels: _labels, records, ...rest } = known;
  const programs = await listPublishedPrograms(db, caller.tenantId);
  const documents = documentsAt(programs, clock.now());
  const timeZone = await findZone(deps, caller, { customerId, programId: null, documents });
  const [tellEntry, tellFriend] = await Promise.all([
    entryTeller(db, caller, { customerId, rows: entries, documents, timeZone }),
    friendTeller(db, caller, { referrerId: customerId, referrals }),
  ]);
  const own = new Set(rest.orderIds);
  return {
    ...rest,
    customer: ownCustomer(customer, timeZone),
    rewards: rewards.map((reward) => ownReward(reward, timeZone)),
    perks: grants.map((grant) => ownGrant(grant, timeZone)),
    coupons: coupons.map((coupon) => ownCoupon(coupon, { own, timeZone })),
    entries: entries.map(tellEntry),
    friends: referrals.map(tellFriend),
    ...records,
    messages: records.messages.map((message) => ({
      ...message,
      createdAt: dayOf(message.createdAt, timeZone),
      settledAt: dayOf(message.settledAt, timeZone),
    })),
  };
}

function dayOf(at: string | null, timeZone: string): string | null {
  return dayToWire(at === null ? null : new Date(at), timeZone);
}

/** Lots are made by friends' orders, and a tier may be. */
function ownCustomer({ balances, memberships, ...customer }: GatheredCustomer['customer'], timeZone: string) {
  return {
    ...customer,
    balances: balances.map(({ lots, ...balance }) => ({ ...balance, lots: lots.map(({ id: _id, ...lot }) => lot) })),
    memberships: memberships.map(({ tier, ...membership }) => ({
      ...membership,
      tier: tier === null ? null : { ...tier, since: dayOf(tier.since, timeZone) },
    })),
  };
}

/** A reward for a friend's order names neither the friend nor the order. */
function ownReward(found: GatheredCustomer['rewards'][number], timeZone: string) {
  const { benefit, status, heldUntil, occurredAt, programId, beneficiary, orderId } = rewardToWire(found);
  const isOwn = beneficiary !== 'referrer';
  return {
    benefit,
    status,
    heldUntil: isOwn ? heldUntil : dayOf(heldUntil, timeZone),
    occurredAt: isOwn ? occurredAt : localDay(new Date(occurredAt), timeZone).toISOString(),
    programId,
    orderId: isOwn ? orderId : null,
  };
}

function ownGrant(grant: GatheredCustomer['grants'][number], timeZone: string) {
  const { id: _id, rewardId: _rewardId, grantedAt, chooseUntil, validUntil, ...told } = grantToWire(grant, null);
  return {
    ...told,
    grantedAt: dayOf(grantedAt, timeZone),
    chooseUntil: dayOf(chooseUntil, timeZone),
    validUntil: dayOf(validUntil ?? null, timeZone),
  };
}

function ownCoupon(
  found: GatheredCustomer['coupons'][number],
  { own, timeZone }: { readonly own: ReadonlySet<string>; readonly timeZone: string },
) {
  const { id: _id, rewardId: _rewardId, sourceOrderId, validFrom, validUntil, ...told } = couponToWire(found);
  return {
    ...told,
    validFrom: dayOf(validFrom, timeZone),
    validUntil: dayOf(validUntil, timeZone),
    sourceOrderId: sourceOrderId !== null && own.has(sourceOrderId) ? sourceOrderId : null,
  };
}
