import type { Caller } from '../contract/caller.ts';
import { rewardToWire, timeToWire } from '../contract/resource-encoding.ts';
import { type CustomerId, wireId } from '../domain/ids.ts';
import { findIntroduction, introductionToWire } from '../friend-page/introduction.store.ts';
import { listGrants } from '../perks/access-grants.store.ts';
import { grantToWire } from '../perks/grant-to-wire.ts';
import { listReferralsOf } from '../referrals/referrals.store.ts';
import { referralTeller } from '../referrals/tell-referrals.ts';
import { listRewardRows } from '../rewards/rewards.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { listEntryRows } from './entries.store.ts';
import { listConsents, listEventData, listOrderIds } from './export.store.ts';
import { entryToWire, showCustomer } from './show-customer.ts';

const MAX_ROWS = 100_000;

/** Everything kept about a customer; null when there is none. Of friends and referrers it holds ids only: their data is theirs. */
export async function exportCustomer(deps: ServerDeps, caller: Caller, id: CustomerId) {
  const { db } = deps;
  const customer = await showCustomer(deps, caller, wireId('cus', id));
  if (customer === null) return null;
  const [consents, orderIds, rewards, perks, entries, referrals, eventData, introduction] = await Promise.all([
    listConsents(db, caller, id),
    listOrderIds(db, caller, id),
    listRewardRows(db, caller, { customerId: id, after: null, limit: MAX_ROWS }),
    listGrants(db, caller, { customerId: id, after: null, limit: MAX_ROWS }),
    listEntryRows(db, caller, { customerId: id, before: null, limit: MAX_ROWS }),
    listReferralsOf(db, caller, { referrerId: id, before: null, limit: MAX_ROWS }),
    listEventData(db, caller, id),
    findIntroduction(db, caller, id),
  ]);
  return {
    customer,
    consents: consents.map(({ purpose, givenAt, withdrawnAt, textVersion, textHash, isConfirmed }) => ({
      purpose,
      givenAt: givenAt.toISOString(),
      withdrawnAt: timeToWire(withdrawnAt),
      textVersion,
      textHash,
      isConfirmed,
    })),
    introduction: introduction === null ? null : introductionToWire(introduction),
    orderIds: [...orderIds],
    rewards: rewards.map(rewardToWire),
    perks: perks.map((grant) => grantToWire(grant, null)),
    entries: entries.map(entryToWire),
    referrals: referrals.map(await referralTeller(db, caller)),
    eventData: [...eventData],
  };
}
