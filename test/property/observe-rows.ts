/** What the product holds, told in the same sentences as the model tells its own. */
import type { RewardId } from '../../src/domain/ids.ts';
import { idFromUuid } from '../../src/domain/ids.ts';
import { observeAccesses, type PerkRows } from './observe-perks.ts';
import { observeTiers, type TierRows } from './observe-tiers.ts';
import type { RoadIds } from './road-ids.ts';
import { balanceText, couponText, lotsText, orderText, payoutText, referralText, reservationText, rewardText } from './sentences.ts';
import type { Observation } from './step.ts';

export interface ObservedRows extends TierRows, PerkRows {
  readonly balances: readonly { customerId: string; unit: string; available: bigint; held: bigint; reserved: bigint; debt: bigint }[];
  readonly lots: readonly { customerId: string; unit: string; remaining: bigint; reserved: bigint; expiresAt: Date | null }[];
  readonly rewards: readonly ObservedReward[];
  readonly coupons: readonly { rewardId: string; code: string; status: string; validUntil: Date | null; usedOrderId: string | null }[];
  readonly referrals: readonly {
    programId: string;
    friendId: string;
    referrerId: string;
    status: string;
    orderId: string | null;
    ruleId: string | null;
    qualifiesAt: Date | null;
  }[];
  readonly memberships: readonly { programId: string; customerId: string; status: string }[];
  readonly orders: readonly {
    id: string;
    isKnown: boolean;
    paid: bigint;
    refunded: bigint;
    parkedCount: number;
    number: number | null;
    paidAt: Date | null;
    deliveredAt: Date | null;
    cancelledAt: Date | null;
  }[];
  readonly payouts: readonly { id: string; customerId: string; amount: bigint; status: string }[];
  readonly reservations: readonly {
    id: string;
    status: string;
    amount: bigint;
    valueMinor: bigint;
    returned: bigint;
    orderId: string | null;
  }[];
}

export interface ObservedReward {
  readonly id: string;
  readonly sequence: bigint;
  readonly programId: string;
  readonly ruleId: string;
  readonly naturalKey: string;
  readonly beneficiary: string;
  readonly leg: string;
  readonly customerId: string;
  readonly kind: string;
  /** Of a choice, once it is made. */
  readonly chosen: string | null;
  readonly unit: string | null;
  readonly amount: bigint | null;
  readonly originalAmount: bigint | null;
  readonly status: string;
  readonly heldUntil: Date | null;
  readonly holdReasons: readonly string[];
  readonly isLoss: boolean;
}

/** Tells the rows, and lets the road learn the ids of rewards and coupons by their names. */
export function observeRows(rows: ObservedRows, ids: RoadIds, nameOf: (customerId: string) => string): Observation {
  const names = nameRewards(rows.rewards, ids, nameOf);
  const place = (of: { programId: string }, customerId: string): string => `${ids.programIndex(of.programId)}/${nameOf(customerId)}`;
  return {
    ...observeAccounts(rows, ids, nameOf),
    ...observeTiers(rows, ids, nameOf),
    ...observeAccesses(rows, names, ids, nameOf),
    ...Object.fromEntries(
      rows.rewards.map((reward) => [
        `reward ${names.get(reward.id) ?? '?'}`,
        rewardText({
          ...reward,
          owner: nameOf(reward.customerId),
          unit: reward.unit === null ? null : ids.unitName(reward.unit),
          original: reward.originalAmount ?? 0n,
          amount: reward.amount ?? 0n,
          reasons: reward.holdReasons,
        }),
      ]),
    ),
    ...Object.fromEntries(
      rows.coupons.map((coupon) => {
        const name = names.get(coupon.rewardId) ?? '?';
        ids.couponCodes.set(name, coupon.code);
        return [`coupon ${name}`, couponText(coupon)];
      }),
    ),
    ...Object.fromEntries(rows.memberships.map((membership) => [`member ${place(membership, membership.customerId)}`, membership.status])),
    ...Object.fromEntries(
      rows.referrals.map((referral) => [
        `referral ${place(referral, referral.friendId)}`,
        referralText({ ...referral, referrer: nameOf(referral.referrerId), hasRule: referral.ruleId !== null }),
      ]),
    ),
    ...Object.fromEntries(
      rows.orders
        .filter((order) => order.isKnown)
        .map((order) => [`order ${order.id}`, orderText({ ...order, parked: order.parkedCount })]),
    ),
    ...Object.fromEntries(
      rows.reservations.map((reservation) => [`reservation ${ids.reservationName(reservation.id)}`, reservationText(reservation)]),
    ),
    ...Object.fromEntries(
      rows.payouts.map((payout) => [`payout ${ids.payoutName(payout.id)}`, payoutText({ ...payout, owner: nameOf(payout.customerId) })]),
    ),
  };
}

function nameRewards(rewards: readonly ObservedReward[], ids: RoadIds, nameOf: (customerId: string) => string): Map<string, string> {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const reward of [...rewards].sort((a, b) =>
    a.sequence === b.sequence ? (a.id < b.id ? -1 : 1) : a.sequence < b.sequence ? -1 : 1,
  )) {
    const grant = reward.leg.split(':', 1)[0] ?? '';
    const occasion = occasionName(reward.naturalKey, nameOf);
    const key = [ids.programIndex(reward.programId), reward.ruleId, occasion, reward.beneficiary, grant].join('/');
    const index = counts.get(key) ?? 0;
    counts.set(key, index + 1);
    names.set(reward.id, `${key}#${index}`);
    ids.rewards.set(`${key}#${index}`, idFromUuid<RewardId>(reward.id));
  }
  return names;
}

/** Without the ids that a job or the product itself gave. */
function occasionName(naturalKey: string, nameOf: (customerId: string) => string): string {
  const [, tier = '', customerId = '', again = ''] = /^(tier:[^:]+:)([^#]+)(.*)$/.exec(naturalKey) ?? [];
  if (tier !== '') return `${tier}${nameOf(customerId)}${again}`;
  return naturalKey.replace(/^event:job:[^\u001f]+/, 'event:job');
}

function observeAccounts(rows: ObservedRows, ids: RoadIds, nameOf: (customerId: string) => string): Observation {
  const said: Record<string, string> = {};
  for (const balance of rows.balances) {
    const text = balanceText(balance);
    if (text !== null) said[`balance ${nameOf(balance.customerId)} ${ids.unitName(balance.unit)}`] = text;
  }
  for (const { customerId, unit } of rows.lots) {
    const text = lotsText(rows.lots.filter((lot) => lot.customerId === customerId && lot.unit === unit));
    if (text !== null) said[`lots ${nameOf(customerId)} ${ids.unitName(unit)}`] = text;
  }
  return said;
}
