import { balanceText, couponText, lotsText, orderText, referralText, reservationText, rewardText } from '../sentences.ts';
import { CUSTOMERS } from '../shop-plan.ts';
import type { Observation } from '../step.ts';
import { debtOf } from './model-ledger.ts';
import { type ModelReward, type ModelState, paidOf, refundedOf } from './model-state.ts';

const nameOf = (customer: number): string => CUSTOMERS[customer] ?? '?';

/** A reward without an id: its key, and which payment's leg it is, in the order they were given. */
export function rewardName(state: ModelState, reward: ModelReward): string {
  const key = keyOf(reward);
  const index = state.rewards.filter((other) => keyOf(other) === key).indexOf(reward);
  return `${key}#${index}`;
}

const keyOf = (reward: ModelReward): string =>
  [reward.program, reward.rule.id, reward.naturalKey, reward.beneficiary, reward.leg].join('/');

export function observeState(state: ModelState): Observation {
  return {
    ...observeBalances(state),
    ...observeRewards(state),
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
      const held = state.rewards.filter((reward) => reward.owner === owner && reward.unit === unit && reward.status === 'held');
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
    said[`reward ${name}`] = rewardText({ ...reward, owner: nameOf(reward.owner) });
    if (reward.coupon !== null) said[`coupon ${name}`] = couponText(reward.coupon);
  }
  return said;
}
