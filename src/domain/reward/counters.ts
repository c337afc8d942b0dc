/** Caps and budgets: counters that hold what every reward not denied, cancelled or reversed uses (contract.md 6.14). */
import type { Counter, Reward, RewardBenefit } from '../facts/entities.ts';
import { counterKey } from '../facts/facts.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId, ProgramId } from '../ids.ts';
import { findPointsProgramId } from '../ledger/unit.ts';
import { isInt64 } from '../money/money.ts';
import type { Budget, PerReferrerCap, ProgramDocument, Rule } from '../program/document.ts';
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

export function budgetKey(programId: ProgramId, ruleId: string): CounterKey {
  return { programId, ruleId, scope: 'budget', customerId: null, period: 'life' };
}

/** What a benefit takes from a budget: value as it is, gifts at cost, coupons at what they can cost at most where that is known. */
export function budgetCost(benefit: RewardBenefit, unit: Budget['unit']): bigint {
  if ('costMinor' in benefit) return unit === 'money' ? benefit.costMinor : 0n;
  if (benefit.kind === 'coupon') return unit === 'money' ? couponCost(benefit) : 0n;
  const isPoints = findPointsProgramId(benefit.unit) !== null;
  return isPoints === (unit === 'points') ? benefit.amount : 0n;
}

function couponCost(benefit: Extract<RewardBenefit, { kind: 'coupon' }>): bigint {
  if (benefit.discountMinor !== null) return benefit.discountMinor;
  return benefit.discount.how === 'amount' ? benefit.discount.amountMinor : (benefit.discount.maxMinor ?? 0n);
}

/** The unit budgets of a rule are kept in; a document has one (validated before publishing). */
export function budgetUnit(document: ProgramDocument, rule: Rule): Budget['unit'] {
  return rule.caps.budget?.unit ?? document.budget?.unit ?? 'money';
}

/** Counts a reward's use up (`sign` 1) or gives `cost` and, when `whole`, its place under the cap back (`sign` −1). */
export function countReward(
  ws: Workspace,
  reward: Reward,
  change: { sign: 1n | -1n; cost: bigint; capAmount: bigint; whole: boolean },
): void {
  const { sign, cost, capAmount, whole } = change;
  addUsed(ws, budgetKey(reward.programId, reward.ruleId), sign * cost);
  addUsed(ws, budgetKey(reward.programId, ''), sign * cost);
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
