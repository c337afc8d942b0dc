import {
  accessText,
  attributionText,
  balanceText,
  couponText,
  lotsText,
  orderText,
  payoutText,
  referralText,
  reservationText,
  rewardText,
  standingText,
} from '../sentences.ts';
import { CUSTOMERS } from '../shop-plan.ts';
import type { Observation } from '../step.ts';
import { stockUsed } from './model-access.ts';
import { debtOf } from './model-ledger.ts';
import { type ModelAccess, type ModelReward, type ModelState, paidOf, refundedOf } from './model-state.ts';

const nameOf = (customer: number): string => CUSTOMERS[customer] ?? '?';

/** A reward without an id: its key, and which payment's leg it is, in the order they were given. */
export function rewardName(state: ModelState, reward: ModelReward): string {
  return rewardNames(state).get(reward) ?? '?';
}

const named = new WeakMap<ModelState, Map<ModelReward, string>>();

/** Names never change: only new rewards are named. */
function rewardNames(state: ModelState): Map<ModelReward, string> {
  const names = named.get(state) ?? new Map<ModelReward, string>();
  named.set(state, names);
  for (const reward of state.rewards.slice(names.size)) {
    const key = keyOf(reward);
    const before = [...names.keys()].filter((other) => keyOf(other) === key);
    names.set(reward, `${key}#${before.length}`);
  }
  return names;
}

const keyOf = (reward: ModelReward): string =>
  [reward.program, reward.rule.id, reward.naturalKey.replace(/^event:job:\d+/, 'event:job'), reward.beneficiary, reward.leg].join('/');

/** A step says the name it had when the step was made: a merge before it in one batch gives it another. */
export function nameAccess(state: ModelState, access: ModelAccess): string {
  const name = accessName(state, access);
  state.named.set(name, access);
  return name;
}

/** By the reward it is of; a claim by what was claimed, in order. */
function accessName(state: ModelState, access: ModelAccess): string {
  if (access.reward !== null) return `of ${rewardName(state, access.reward)}`;
  const isAlike = (other: ModelAccess): boolean =>
    other.reward === null && other.program === access.program && other.perk === access.perk && other.owner === access.owner;
  return `claim ${access.program}/${access.perk}/${nameOf(access.owner)}#${state.accesses.filter(isAlike).indexOf(access)}`;
}

export function observeState(state: ModelState): Observation {
  return {
    ...observeBalances(state),
    ...observeRewards(state),
    ...observeTiers(state),
    ...observePerks(state),
    ...Object.fromEntries([...state.memberships].map(([place, status]) => [`member ${placeName(place)}`, status])),
    ...Object.fromEntries(
      [...state.referrals].map(([place, referral]) => [
        `referral ${placeName(place)}`,
        referralText({ ...referral, referrer: nameOf(referral.referrer), hasRule: referral.ruleId !== null }),
      ]),
    ),
    ...Object.fromEntries(
      [...state.orders.values()]
        .filter((order) => order.isKnown)
        .map((order) => [
          `order ${order.id}`,
          orderText({ ...order, paid: paidOf(order), refunded: refundedOf(order), parked: order.parked.length }),
        ]),
    ),
    ...Object.fromEntries(state.reservations.map((reservation) => [`reservation ${reservation.name}`, reservationText(reservation)])),
    ...Object.fromEntries(state.payouts.map((payout) => [`payout ${payout.name}`, payoutText({ ...payout, owner: nameOf(payout.owner) })])),
  };
}

function placeName(place: string): string {
  const [program, customer] = place.split('/');
  return `${program}/${nameOf(Number(customer))}`;
}

function observeBalances(state: ModelState): Observation {
  const said: Record<string, string> = {};
  const units = new Set([...state.lots.map((lot) => lot.unit), ...state.rewards.flatMap((reward) => reward.unit ?? [])]);
  for (const owner of CUSTOMERS.keys()) {
    for (const unit of units) {
      const lots = state.lots.filter((lot) => lot.owner === owner && lot.unit === unit);
      const held = state.rewards.filter(
        (reward) => reward.owner === owner && reward.unit === unit && reward.status === 'held' && !isPledged(reward),
      );
      const text = balanceText({
        available: lots.reduce((sum, lot) => sum + lot.remaining, 0n),
        reserved: lots.reduce((sum, lot) => sum + lot.reserved, 0n),
        held: held.reduce((sum, reward) => sum + reward.amount, 0n),
        debt: debtOf(state, owner, unit),
      });
      if (text !== null) said[`balance ${nameOf(owner)} ${unit}`] = text;
      const left = lotsText(lots);
      if (left !== null) said[`lots ${nameOf(owner)} ${unit}`] = left;
    }
  }
  return said;
}

function observeRewards(state: ModelState): Observation {
  const said: Record<string, string> = {};
  for (const reward of state.rewards) {
    const name = rewardName(state, reward);
    said[`reward ${name}`] = rewardText({ ...reward, owner: nameOf(reward.owner), kind: reward.grant.benefit.kind });
    if (reward.coupon !== null) said[`coupon ${name}`] = couponText(reward.coupon);
  }
  return said;
}

/** What will be given away is nobody's. */
const isPledged = ({ grant }: ModelReward): boolean => grant.benefit.kind === 'donation';

function observeTiers(state: ModelState): Observation {
  const said: Record<string, string> = {};
  for (const [place, standing] of state.standings) {
    const { invitation } = standing;
    const text = standingText({
      ...standing,
      invitedTo: invitation?.to ?? null,
      invitedAt: invitation?.at ?? null,
      invitedBy: invitation?.by ?? null,
    });
    if (text !== null) said[`tier ${placeName(place)}`] = text;
  }
  for (const [place, { referrer, tier, wasNew }] of state.attributions)
    said[`brought ${placeName(place)}`] = attributionText({ referrer: referrer === null ? null : nameOf(referrer), tier, wasNew });
  return said;
}

function observePerks(state: ModelState): Observation {
  const said: Record<string, string> = {};
  for (const access of state.accesses) {
    said[`access ${accessName(state, access)}`] = accessText({ ...access, owner: nameOf(access.owner) });
    said[`stock ${access.program}/${access.perk}`] = String(stockUsed(state, access));
  }
  for (const [stock, used] of Object.entries(said)) if (stock.startsWith('stock ') && used === '0') delete said[stock];
  return said;
}
