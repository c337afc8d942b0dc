/** Caps and budgets: counters that hold what every reward not denied, cancelled or reversed uses (contract.md 6.14). */
import type { Counter } from '../facts/counter.ts';
import type { Reward, RewardBenefit } from '../facts/entities.ts';
import { counterKey } from '../facts/facts.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId, ProgramId } from '../ids.ts';
import { findPointsProgramId } from '../ledger/unit.ts';
import { isInt64 } from '../money/money.ts';
import type { Budget, PerReferrerCap } from '../program/document.ts';
import { findVersion } from '../program/program.ts';
import { findRule } from '../program/program-rules.ts';
import { assert } from '../result.ts';
import { periodKey } from '../time/calendar.ts';

type CounterKey = Omit<Counter, 'used'>;

export function usedOf(ws: Workspace, key: CounterKey): bigint {
  return ws.counters.get(counterKey(key))?.used ?? 0n;
}

export function addUsed(ws: Workspace, key: CounterKey, delta: bigint): void {
  if (delta === 0n) return;
  const used = usedOf(ws, key) + delta;
  assert(used >= 0n, 'a counter never falls below zero');
  if (!isInt64(used)) ws.overflows.push(key.scope);
  ws.counters.put({ ...key, used });
}

export function capPeriod(cap: PerReferrerCap, at: Date, timeZone: string): string {
  return cap.per === 'life' ? 'life' : periodKey(at, cap.per, timeZone);
}

export function referrerCounterKey(
  scope: 'referrerCount' | 'referrerAmount',
  of: { programId: ProgramId; ruleId: string; referrerId: CustomerId; period: string },
): CounterKey {
  return { programId: of.programId, ruleId: of.ruleId, scope, customerId: of.referrerId, period: of.period };
}

/** Money and points are counted apart, each reward in its own unit: a later version may set the first budget in either. */
export function budgetKey(programId: ProgramId, ruleId: string, unit: Budget['unit']): CounterKey {
  return { programId, ruleId, scope: 'budget', customerId: null, period: budgetPeriod(unit) };
}

export function budgetPeriod(unit: Budget['unit']): string {
  return unit === 'money' ? 'life' : 'life-points';
}

/** What a benefit takes from budgets of its unit: value as it is, gifts at cost, coupons at what they can cost at most where that is known. */
export function budgetCost(benefit: RewardBenefit): bigint {
  if ('costMinor' in benefit) return benefit.costMinor;
  return benefit.kind === 'coupon' ? couponCost(benefit) : benefit.amount;
}

export function costUnit(benefit: RewardBenefit): Budget['unit'] {
  return 'unit' in benefit && findPointsProgramId(benefit.unit) !== null ? 'points' : 'money';
}

function couponCost(benefit: Extract<RewardBenefit, { kind: 'coupon' }>): bigint {
  if (benefit.discountMinor !== null) return benefit.discountMinor;
  return benefit.discount.how === 'amount' ? benefit.discount.amountMinor : (benefit.discount.maxMinor ?? 0n);
}

/** Counts a reward's use up (`sign` 1) or gives `cost` and, when `whole`, its place under the cap back (`sign` −1). */
export function countReward(
  ws: Workspace,
  reward: Reward,
  change: { sign: 1n | -1n; cost: bigint; capAmount: bigint; whole: boolean },
): void {
  const { sign, cost, capAmount, whole } = change;
  const unit = costUnit(reward.benefit);
  addUsed(ws, budgetKey(reward.programId, reward.ruleId, unit), sign * cost);
  addUsed(ws, budgetKey(reward.programId, '', unit), sign * cost);
  if (reward.beneficiary !== 'referrer' || reward.referrerId === null) return;
  const period = rewardCapPeriod(ws, reward);
  if (period === null) return;
  const of = { programId: reward.programId, ruleId: reward.ruleId, referrerId: reward.referrerId, period };
  if (whole) addUsed(ws, referrerCounterKey('referrerCount', of), sign);
  addUsed(ws, referrerCounterKey('referrerAmount', of), sign * capAmount);
}

function rewardCapPeriod(ws: Workspace, reward: Reward): string | null {
  const program = ws.programs.get(reward.programId);
  const version = program === null ? null : findVersion(program, reward.versionId);
  const cap = version === null ? null : (findRule(version.document, reward.ruleId)?.caps.perReferrer ?? null);
  return version === null || cap === null ? null : capPeriod(cap, reward.occurredAt, version.document.timeZone);
}
