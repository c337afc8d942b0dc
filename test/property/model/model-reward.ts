/** Holding, issuing and taking back rewards of the model: contract.md 1, 6.9, 6.11. */
import { floorDiv } from '../../../src/domain/money/money.ts';
import type { Benefit, Hold, ProgramDocument } from '../../../src/domain/program/document.ts';
import { addCalendarDays, lotExpiry } from '../../../src/domain/time/calendar.ts';
import { activate, reserveUnit, revokeUnit } from './model-access.ts';
import { addDebt, openLot, takeFromLots } from './model-ledger.ts';
import { isRefundedWhole, type ModelLot, type ModelOrder, type ModelReward, type ModelState, paidOf, refundedOf } from './model-state.ts';

const DATE_REASON = 'return-window';

/** First delivery + days when known, else payment + `orFromPaymentDays`, else open. */
export function holdEnd(hold: Hold, order: ModelOrder | null, at: Date, timeZone: string): Date | null {
  if (hold.days === null) return null;
  if (order === null) return addCalendarDays(at, hold.days, timeZone);
  const paidAt = order.paidAt ?? at;
  if (hold.from === 'payment') return addCalendarDays(paidAt, hold.days, timeZone);
  if (order.deliveredAt !== null) return addCalendarDays(order.deliveredAt, hold.days, timeZone);
  return hold.orFromPaymentDays === null ? null : addCalendarDays(paidAt, hold.orFromPaymentDays, timeZone);
}

export function startHold(hold: Hold): string[] {
  return [...(hold.days === null ? [] : [DATE_REASON]), ...hold.reasons];
}

export function hasDateReason(reward: ModelReward): boolean {
  return reward.reasons.includes(DATE_REASON);
}

/** Neither denied nor taken back: still counts against caps and budgets. */
export function isStanding(reward: ModelReward): boolean {
  return reward.status !== 'denied' && reward.status !== 'cancelled' && reward.status !== 'reversed';
}

/** What of a benefit is an amount that can be lowered in part. */
export function isAmount({ kind }: Benefit): boolean {
  return kind === 'credit' || kind === 'commission' || kind === 'points' || kind === 'donation';
}

export function isPerk({ kind }: Benefit): boolean {
  return kind === 'perk' || kind === 'choice';
}

/** The value goes to the member, the code or the unit to its holder, the donation out of the business. */
export function issue(state: ModelState, reward: ModelReward, from: Date, at: Date): void {
  const { document, grant, owner } = reward;
  const { benefit } = grant;
  reward.status = 'issued';
  reward.reasons = [];
  if (benefit.kind === 'gift' || benefit.kind === 'donation') return;
  if (isPerk(benefit)) {
    issueUnit(state, reward, from);
    return;
  }
  if (benefit.kind === 'coupon') {
    const { validDays, stackable } = benefit;
    const validUntil = validDays === null ? null : addCalendarDays(from, validDays, document.timeZone);
    reward.coupon = { reward, owner, validUntil, stackable, sourceOrderId: reward.orderId, status: 'issued', usedOrderId: null };
    return;
  }
  if (reward.unit === null) throw new Error('value has a unit');
  const expiresAt = grant.expiresAfterDays === null ? null : lotExpiry(from, grant.expiresAfterDays, document.timeZone);
  // The lot belongs to the reward before debt is paid from it.
  reward.lot = openLot(state, { owner, unit: reward.unit, amount: reward.amount, reward, createdAt: from, expiresAt }, at);
}

/** Approved until a choice is made and, of codes, until there is one. */
function issueUnit(state: ModelState, reward: ModelReward, from: Date): void {
  const { benefit } = reward.grant;
  const access = reward.access ?? reserveUnit(state, reward);
  if (benefit.kind === 'choice' && reward.chosen === null) {
    access.chooseUntil = addCalendarDays(from, benefit.withinDays, reward.document.timeZone);
    reward.status = 'approved';
    return;
  }
  reward.status = activate(state, access, { document: reward.document, from }) ? 'issued' : 'approved';
}

/** Date reasons end by themselves, person reasons by a person; without any left the reward is issued. */
export function endReasons(state: ModelState, reward: ModelReward, ending: 'date' | 'person', at: Date): void {
  reward.reasons = reward.reasons.filter((reason) => (reason === DATE_REASON) !== (ending === 'date'));
  if (reward.reasons.length === 0) issue(state, reward, ending === 'date' && reward.heldUntil !== null ? reward.heldUntil : at, at);
}

/** Lowers a reward to `keep`: from the held part, its own lot, what expired unspent (forgiven), the other lots, then debt. */
export function lower(state: ModelState, reward: ModelReward, keep: bigint, at: Date): void {
  const isDonation = reward.grant.benefit.kind === 'donation';
  // What was passed on does not come back.
  if (isDonation && reward.status === 'delivered' && keep === 0n) {
    endWhole(state, reward);
    return;
  }
  const delta = reward.amount - keep;
  if (delta <= 0n || reward.unit === null) return;
  reward.amount = keep;
  const wasHeld = reward.status === 'held';
  if (keep === 0n) {
    reward.status = wasHeld ? 'cancelled' : 'reversed';
    reward.reasons = [];
  }
  if (wasHeld || isDonation) return;
  let left = delta;
  // The one it was issued as, and those as which spent credit of it came back after that one's date.
  const endOf = (lot: ModelLot): number => lot.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const lots = state.lots.filter((lot) => lot.reward === reward).sort((a, b) => endOf(a) - endOf(b) || a.made - b.made);
  for (const lot of lots) {
    const own = lot.remaining < left ? lot.remaining : left;
    lot.remaining -= own;
    left -= own;
  }
  for (const lot of lots) {
    const forgiven = lot.expired < left ? lot.expired : left;
    lot.expired -= forgiven;
    left -= forgiven;
  }
  left = takeFromLots(state, { owner: reward.owner, unit: reward.unit, amount: left, at });
  if (reward.document.shortfall === 'debt') addDebt(state, reward.owner, reward.unit, left);
}

/** An indivisible benefit goes whole; a used one is a loss. */
export function endWhole(state: ModelState, reward: ModelReward): void {
  const { coupon, status, grant } = reward;
  reward.status = status === 'held' ? 'cancelled' : 'reversed';
  reward.reasons = [];
  if (isPerk(grant.benefit)) reward.isLoss = revokeUnit(state, reward);
  else if (coupon === null) reward.isLoss = status === 'delivered';
  else if (coupon.status === 'redeemed') reward.isLoss = true;
  else coupon.status = 'revoked';
}

/** Takes a reward back, whatever it is. */
export function takeAway(state: ModelState, reward: ModelReward, at: Date): void {
  if (isAmount(reward.grant.benefit)) lower(state, reward, 0n, at);
  else endWhole(state, reward);
}

/** Total less delivery, what reservations paid and, where the programme says so, tax. */
export function baseOf(order: ModelOrder, document: ProgramDocument): bigint {
  const tax = document.percentOf.tax === 'excluded' ? order.taxMinor : 0n;
  const base = order.totalMinor - order.deliveryMinor - tax - order.credit;
  return base > 0n ? base : 0n;
}

/** The base as refunds have left it. */
export function keptBase(order: ModelOrder, document: ProgramDocument): bigint {
  const paid = paidOf(order);
  const due = paid > order.totalMinor ? paid : order.totalMinor;
  return floorDiv(baseOf(order, document) * (due - refundedOf(order)), due);
}

/**
 * Brings every grant of an order to what its refunds leave: kept = floor(reward × (P − F) ÷ P) over all legs, newest reduced first;
 * a rule that fails its amount condition, or a coupon at F = P, goes whole.
 */
export function keepShare(state: ModelState, order: ModelOrder, at: Date): void {
  const paid = paidOf(order);
  const refunded = refundedOf(order);
  if (refunded === 0n) return;
  const groups = new Map<string, ModelReward[]>();
  for (const reward of state.rewards) {
    if (reward.orderId !== order.id || reward.status === 'denied') continue;
    const key = [reward.program, reward.rule.id, reward.naturalKey, reward.beneficiary, reward.leg].join('/');
    groups.set(key, [...(groups.get(key) ?? []), reward]);
  }
  for (const group of groups.values()) {
    const [{ rule, document, unit } = { rule: null, document: null, unit: null }] = group;
    if (rule === null || document === null) continue;
    const base = keptBase(order, document);
    const fails = rule.if.some((condition) => condition.kind === 'paid' && base < condition.atLeastMinor);
    if (unit === null) {
      for (const reward of group) if ((fails || isRefundedWhole(order)) && isStanding(reward)) endWhole(state, reward);
      continue;
    }
    const original = group.reduce((sum, reward) => sum + reward.original, 0n);
    const kept = fails ? 0n : floorDiv(original * (paid - refunded), paid);
    // What was lost was taken out when it was lost.
    let excess = group.reduce((sum, reward) => (reward.isLoss ? sum : sum + reward.amount), 0n) - kept;
    for (const reward of group.toReversed()) {
      if (excess <= 0n) break;
      if (!isStanding(reward)) continue;
      const part = reward.amount < excess ? reward.amount : excess;
      lower(state, reward, reward.amount - part, at);
      excess -= part;
    }
  }
}
