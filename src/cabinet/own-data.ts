/** What is kept about a member, for themselves: without what is their friends' (contract.md 6.13). */
import type { Caller } from '../contract/caller.ts';
import { listEntryRows } from '../customers/entries.store.ts';
import { exportCustomer } from '../customers/export-customer.ts';
import { type CustomerId, wireId } from '../domain/ids.ts';
import { readMailChoices } from '../messages/mail-choices.store.ts';
import { listPrograms } from '../programs/programs.store.ts';
import { listReferralsOf } from '../referrals/referrals.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { listClaimsOf } from './friend-claims.store.ts';
import { friendTeller } from './friends.ts';
import { entryTeller } from './history.ts';
import { documentsAt, findZone } from './home.ts';
import { dayToWire, localDay } from './local-day.ts';
import { findWishes } from './member-wishes.store.ts';

const MAX_ROWS = 100_000;
const MAX_PROGRAMS = 200;

/** Null when there is no such customer. */
export async function exportMember(deps: ServerDeps, caller: Caller, customerId: CustomerId) {
  const { db, clock } = deps;
  const known = await exportCustomer(deps, caller, customerId);
  if (known === null) return null;
  const [programs, rows, referrals, claims, wishes, mail] = await Promise.all([
    listPrograms(db, { tenantId: caller.tenantId, after: null, limit: MAX_PROGRAMS }),
    listEntryRows(db, caller, { customerId, before: null, limit: MAX_ROWS }),
    listReferralsOf(db, caller, { referrerId: customerId, before: null, limit: MAX_ROWS }),
    listClaimsOf(db, caller, customerId),
    findWishes(db, caller, customerId),
    readMailChoices(db, caller.tenantId, customerId),
  ]);
  const documents = documentsAt(programs, clock.now());
  const timeZone = await findZone(deps, caller, { customerId, programId: null, documents });
  const [tellEntry, tellFriend] = await Promise.all([
    entryTeller(db, caller, { customerId, rows, documents, timeZone }),
    friendTeller(db, caller, { referrerId: customerId, referrals }),
  ]);
  const own = wireId('cus', customerId);
  return {
    customer: known.customer,
    consents: known.consents,
    orderIds: known.orderIds,
    // A reward for a friend's order names neither the friend nor the order.
    rewards: known.rewards.map(({ benefit, status, heldUntil, occurredAt, programId, beneficiary, orderId }) => ({
      benefit,
      status,
      heldUntil: heldUntil === null || beneficiary !== 'referrer' ? heldUntil : dayToWire(new Date(heldUntil), timeZone),
      occurredAt: beneficiary === 'referrer' ? localDay(new Date(occurredAt), timeZone).toISOString() : occurredAt,
      programId,
      orderId: beneficiary === 'referrer' ? null : orderId,
    })),
    perks: known.perks.map(({ id: _id, rewardId: _rewardId, grantedAt, ...perk }) => ({
      ...perk,
      grantedAt: localDay(new Date(grantedAt), timeZone).toISOString(),
    })),
    entries: rows.map(tellEntry),
    friends: referrals.map(tellFriend),
    claims: claims.map(({ friend, note, status, createdAt, answer }) => ({
      friend,
      note,
      status,
      createdAt: createdAt.toISOString(),
      answer,
    })),
    wishes: { noInvitations: wishes.noInvitationsSince !== null, mail },
    eventData: known.eventData,
    customerId: own,
  };
}
