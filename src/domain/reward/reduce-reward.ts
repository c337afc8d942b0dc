/** Taking rewards back: in proportion or whole, before and after they were spent, once per refund (contract.md 6.9). */
import type { Lot } from '../facts/balance-entities.ts';
import type { Reward } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import { bySoonestExpiry, takeFromLot, takeFromLots } from '../ledger/lots.ts';
import { member, postTransfer, system } from '../ledger/post-transfer.ts';
import type { TransferReason } from '../ledger/transfer.ts';
import { revokeAccess } from '../perk/access-grants.ts';
import { budgetCost, countReward } from './counters.ts';
import { heldAccount, rewardDocument } from './issue-reward.ts';
import { uncountGift } from './tax-hold.ts';

export interface Reduction {
  /** What stays; only value benefits can be reduced to something between 0 and all. */
  readonly keep: bigint;
  /** The refund or correction that causes it. */
  readonly reversalKey: string;
  readonly reason: TransferReason;
  /** `denied` for a staff act on a held reward, else the status follows from where the value is. */
  readonly endStatus?: 'denied';
}

const LIVE = new Set(['held', 'approved', 'issued', 'delivered', 'redeemed', 'expired']);

/** Still counts: neither denied nor taken back. */
export function isStanding(reward: Reward): boolean {
  return LIVE.has(reward.status);
}

/** What is left of the rewards' values: a donation that was lost keeps its amount, but it was taken out of the sum when it was lost. */
export function amountLeft(rewards: readonly Reward[]): bigint {
  return rewards.reduce((sum, { benefit, isLoss }) => ('amount' in benefit && !isLoss ? sum + benefit.amount : sum), 0n);
}

/** Lowers a reward to `keep`. Part lost keeps the status; all lost ends it as cancelled (held), reversed (issued) or denied. */
export function reduceReward(ws: Workspace, reward: Reward, reduction: Reduction): Reward {
  const { benefit } = reward;
  // What was passed on to its recipient does not come back: like a gift that was handed over, it is lost.
  const isPassedOn = benefit.kind === 'donation' && reward.status === 'delivered' && reduction.keep === 0n;
  const isInParts = 'amount' in benefit && !isPassedOn;
  const reduced = isInParts ? reduceValue(ws, reward, benefit, reduction) : endWhole(ws, reward, reduction);
  ws.rewards.put(reduced);
  return reduced;
}

function reduceValue(ws: Workspace, reward: Reward, benefit: Extract<Reward['benefit'], { amount: bigint }>, reduction: Reduction): Reward {
  const delta = benefit.amount - reduction.keep;
  if (delta <= 0n) return reward;
  if (reward.status === 'held' || benefit.kind === 'donation') {
    postTransfer(ws, {
      debit: reward.status === 'held' ? heldAccount(reward) : system('donated'),
      credit: system('issued'),
      unit: benefit.unit,
      amount: delta,
      reason: reduction.reason,
      rewardId: reward.id,
      reversalKey: reduction.reversalKey,
    });
  } else {
    takeBack(ws, reward, benefit.unit, delta, reduction);
  }
  const next: Reward = { ...reward, benefit: { ...benefit, amount: reduction.keep } };
  const isWhole = reduction.keep === 0n;
  const cost = budgetCost(benefit) - budgetCost(next.benefit);
  countReward(ws, reward, { sign: -1n, cost, capAmount: delta, whole: isWhole });
  const costAmount = reward.costAmount - cost;
  return isWhole ? { ...ended(next, reduction), costAmount } : { ...next, costAmount };
}

/** Its own lots first, then what expired unspent is forgiven, then the member's other unreserved lots, then debt (or nothing, by policy). */
function takeBack(
  ws: Workspace,
  reward: Reward,
  unit: Extract<Reward['benefit'], { amount: bigint }>['unit'],
  delta: bigint,
  reduction: Reduction,
): void {
  const taking = { to: system('issued'), reason: reduction.reason, rewardId: reward.id, reversalKey: reduction.reversalKey };
  let left = delta;
  const own = ownLots(ws, reward);
  for (const lot of own) {
    const part = lot.remaining < left ? lot.remaining : left;
    takeFromLot(ws, lot, part, taking);
    left -= part;
  }
  for (const lot of own) {
    const forgiven = lot.expired < left ? lot.expired : left;
    if (forgiven > 0n) ws.lots.put({ ...(ws.lots.get(lot.id) ?? lot), expired: lot.expired - forgiven });
    left -= forgiven;
  }
  if (left > 0n) left = takeFromLots(ws, { ...taking, customerId: reward.customerId, unit, amount: left, at: ws.event.occurredAt });
  if (left === 0n) return;
  if (rewardDocument(ws, reward).shortfall === 'clamp') {
    ws.notes.push({ kind: 'shortfall-clamped', rewardId: reward.id, amount: left.toString() });
    return;
  }
  postTransfer(ws, {
    debit: member('debt', reward.customerId),
    credit: system('issued'),
    unit,
    amount: left,
    reason: reduction.reason,
    rewardId: reward.id,
    reversalKey: reduction.reversalKey,
  });
}

/** The lot it was issued as, and those as which spent credit of it came back after that one's date (contract.md 6.9). */
function ownLots(ws: Workspace, { id, customerId }: Reward): readonly Lot[] {
  return ws.lots
    .by('customer', customerId)
    .filter((lot) => lot.rewardId === id)
    .sort(bySoonestExpiry);
}

/** Coupons, gifts, perks and donations passed on are indivisible: reversed whole, and recorded as a loss when already used (contract.md 6.9). */
function endWhole(ws: Workspace, reward: Reward, reduction: Reduction): Reward {
  if (reduction.keep !== 0n) return reward;
  const cost = budgetCost(reward.benefit);
  const capAmount = 'amount' in reward.benefit ? reward.benefit.amount : 0n;
  countReward(ws, reward, { sign: -1n, cost, capAmount, whole: true });
  const isLoss = isUsed(ws, reward);
  // What was handed over stays given: the tax office does not care why.
  if (!isLoss) uncountGift(ws, reward, rewardDocument(ws, reward));
  return { ...ended(reward, reduction), costAmount: 0n, isLoss };
}

function isUsed(ws: Workspace, reward: Reward): boolean {
  if (reward.benefit.kind === 'perk' || reward.benefit.kind === 'choice') return revokeAccess(ws, reward, rewardDocument(ws, reward));
  if (reward.status === 'delivered') return true;
  const coupon = reward.couponId === null ? null : ws.coupons.get(reward.couponId);
  if (coupon === null) return false;
  if (coupon.status === 'redeemed') return true;
  ws.coupons.put({ ...coupon, status: 'revoked', reservedUntil: null });
  return false;
}

function ended(reward: Reward, reduction: Reduction): Reward {
  if (reduction.endStatus !== undefined) return { ...reward, status: reduction.endStatus, holdReasons: [] };
  return { ...reward, status: reward.status === 'held' ? 'cancelled' : 'reversed', holdReasons: [] };
}
