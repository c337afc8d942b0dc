import type { Caller } from '../contract/caller.ts';
import { couponToWire, rewardToWire } from '../contract/resource-encoding.ts';
import { type CustomerId, wireId } from '../domain/ids.ts';
import { grantToWire } from '../perks/grant-to-wire.ts';
import { referralTeller } from '../referrals/tell-referrals.ts';
import type { ServerDeps } from '../server-deps.ts';
import { gatherCustomer } from './gather-customer.ts';
import { entryToWire } from './show-customer.ts';

/** Everything kept about a customer, for staff; null when there is none. Of friends and referrers it holds ids only: their data is theirs. */
export async function exportCustomer(deps: ServerDeps, caller: Caller, id: CustomerId) {
  const known = await gatherCustomer(deps, caller, id);
  if (known === null) return null;
  const { rewards, grants, entries, referrals, coupons, labels, records, ...rest } = known;
  return {
    ...rest,
    rewards: rewards.map(rewardToWire),
    perks: grants.map((grant) => grantToWire(grant, null)),
    entries: entries.map(entryToWire),
    referrals: referrals.map(await referralTeller(deps.db, caller)),
    coupons: coupons.map(couponToWire),
    labels: [...labels].map(([friendId, label]) => ({ friendId: wireId('cus', friendId), label })),
    ...records,
  };
}
