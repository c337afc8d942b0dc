import { foldCode } from '../codes/fold-code.ts';
import type { Coupon, Reward } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CouponId } from '../ids.ts';
import { openLot } from '../ledger/lots.ts';
import { member, postTransfer, system } from '../ledger/post-transfer.ts';
import type { Account } from '../ledger/transfer.ts';
import { givePerk, reservePerk } from '../perk/give-perk.ts';
import { findVersion } from '../program/program.ts';
import { assert } from '../result.ts';
import { addCalendarDays, lotExpiry } from '../time/calendar.ts';
import { isDateReason } from './hold.ts';

/** Where the value of a held reward sits: what will be given away is not the member's at any time. */
export function heldAccount(reward: Reward): Account {
  return reward.benefit.kind === 'donation' ? system('pledged') : member('held', reward.customerId);
}

/** Puts a new reward on hold: value sits on the member's held account, a perk's unit is set aside. */
export function holdReward(ws: Workspace, reward: Reward): Reward {
  const { benefit } = reward;
  if (benefit.kind === 'perk' || benefit.kind === 'choice') reservePerk(ws, reward, benefit, rewardDocument(ws, reward));
  if ('amount' in benefit) {
    const { unit, amount } = benefit;
    postTransfer(ws, { debit: system('issued'), credit: heldAccount(reward), unit, amount, reason: 'reward-held', rewardId: reward.id });
  }
  ws.rewards.put(reward);
  return reward;
}

/** *issued*: value moves to available as a lot counting from `from`, a coupon gets its code, a gift waits for delivery. */
export function issueReward(ws: Workspace, reward: Reward, from: Date): Reward {
  const issued = giveBenefit(ws, reward, from);
  ws.rewards.put(issued);
  return issued;
}

function giveBenefit(ws: Workspace, reward: Reward, from: Date): Reward {
  const { benefit } = reward;
  const issued: Reward = { ...reward, status: 'issued', holdReasons: [] };
  if (benefit.kind === 'gift') return issued;
  if (benefit.kind === 'coupon') {
    if (benefit.use === 'thisOrder') return { ...issued, status: 'redeemed' };
    const coupon = makeCoupon(ws, reward, benefit, from);
    ws.coupons.put(coupon);
    return { ...issued, couponId: coupon.id };
  }
  if (benefit.kind === 'perk' || benefit.kind === 'choice')
    return givePerk(ws, reward, { benefit, document: rewardDocument(ws, reward), from });
  const timeZone = rewardTimeZone(ws, reward);
  const source = reward.status === 'held' ? heldAccount(reward) : system('issued');
  const reason = reward.status === 'held' ? 'hold-released' : 'reward-issued';
  if (benefit.kind === 'donation') {
    const { unit, amount } = benefit;
    postTransfer(ws, { debit: source, credit: system('donated'), unit, amount, reason, rewardId: reward.id });
    return issued;
  }
  const lotId = openLot(ws, {
    customerId: reward.customerId,
    unit: benefit.unit,
    amount: benefit.amount,
    from: source,
    reason,
    rewardId: reward.id,
    createdAt: from,
    expiresAt: reward.expiresAfterDays === null ? null : lotExpiry(from, reward.expiresAfterDays, timeZone),
  });
  return { ...issued, lotId };
}

function makeCoupon(ws: Workspace, reward: Reward, benefit: Extract<Reward['benefit'], { kind: 'coupon' }>, from: Date): Coupon {
  const code = ws.nextCouponCode();
  const timeZone = rewardTimeZone(ws, reward);
  return {
    id: ws.nextId<CouponId>(),
    code,
    folded: foldCode(code),
    programId: reward.programId,
    rewardId: reward.id,
    customerId: reward.customerId,
    currency: rewardCurrency(ws, reward),
    discount: benefit.discount,
    stackable: benefit.stackable,
    status: 'issued',
    validFrom: from,
    validUntil: benefit.validDays === null ? null : addCalendarDays(from, benefit.validDays, timeZone),
    reservedUntil: null,
    sourceOrderId: reward.orderId,
    usedOrderId: null,
  };
}

/** Ends hold reasons; a reward without any left is approved and issued, its lot counting from the later of hold date and act. */
export function endHoldReasons(ws: Workspace, reward: Reward, ending: 'date' | 'person'): Reward {
  const left = reward.holdReasons.filter((reason) => isDateReason(reason) !== (ending === 'date'));
  if (left.length > 0) {
    const waiting: Reward = { ...reward, holdReasons: left };
    ws.rewards.put(waiting);
    return waiting;
  }
  const at = ws.event.occurredAt;
  const from = ending === 'person' || reward.heldUntil === null ? at : reward.heldUntil;
  return issueReward(ws, { ...reward, holdReasons: [] }, from);
}

export function rewardTimeZone(ws: Workspace, reward: Reward): string {
  return rewardDocument(ws, reward).timeZone;
}

function rewardCurrency(ws: Workspace, reward: Reward): string {
  return rewardDocument(ws, reward).currency;
}

export function rewardDocument(ws: Workspace, reward: Pick<Reward, 'programId' | 'versionId'>) {
  const program = ws.programs.get(reward.programId);
  const version = program === null ? null : findVersion(program, reward.versionId);
  assert(version !== null, 'the version of a reward is a fact');
  return version.document;
}
