/** What a member is told of their friends: initials or their own label, a state, a coarse reason (contract.md 6.13). */

import type { WireCabinetFriend } from '../contract/cabinet-home.endpoints.ts';
import type { Caller } from '../contract/caller.ts';
import { referralTexts } from '../contract/state-texts.ts';
import type { Db } from '../database/schema.ts';
import type { ReferralStatus } from '../domain/facts/entities.ts';
import type { CustomerId } from '../domain/ids.ts';
import type { ShownReferral } from '../referrals/referrals.store.ts';
import { referralTeller } from '../referrals/tell-referrals.ts';
import { listFriendNames, listLabels } from './friend-labels.store.ts';
import { hideId } from './hidden-ids.ts';

/** Why an invitation brought nothing is the friend's own business: refused, run out and refunded are one state here. */
const STATES = {
  started: 'invited',
  joined: 'joined',
  ordered: 'waiting',
  qualified: 'counted',
  refused: 'notCounted',
  expired: 'notCounted',
  reversed: 'notCounted',
} as const satisfies Record<ReferralStatus, WireCabinetFriend['state']>;

/** Tells referrals of one referrer. */
export async function friendTeller(
  db: Db,
  caller: Caller,
  of: { readonly referrerId: CustomerId; readonly referrals: readonly ShownReferral[] },
): Promise<(referral: ShownReferral) => WireCabinetFriend> {
  const friendIds = [...new Set(of.referrals.map(({ friendId }) => friendId))];
  const [names, labels, tell] = await Promise.all([
    listFriendNames(db, caller, friendIds),
    listLabels(db, caller, { referrerId: of.referrerId, friendIds }),
    referralTeller(db, caller),
  ]);
  return (referral) => {
    const name = names.get(referral.friendId) ?? null;
    return {
      id: hideId(caller, 'ref', referral.id),
      label: labels.get(referral.friendId) ?? null,
      initials: name === null ? null : initialsOf(name),
      state: STATES[referral.status],
      // Nothing is awaited, or was won, where no reward of theirs is coming.
      text: referralTexts(referral.noReward === null ? referral.status : 'refused').referrer,
      whyNotYet: tell(referral).whyNotYet?.referrer ?? null,
    };
  };
}

const MAX_INITIALS = 2;

/** `П. И.` of a name; null of one without letters. */
export function initialsOf(name: string): string | null {
  const letters = name
    .split(/\s+/)
    .flatMap((word) => /\p{L}/u.exec(word)?.[0] ?? [])
    .slice(0, MAX_INITIALS);
  return letters.length === 0 ? null : letters.map((letter) => `${letter.toUpperCase()}.`).join('\u00a0');
}
