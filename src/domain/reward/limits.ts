/** Whether a rule's legs fit what its caps and budgets leave (contract.md 6.14). */
import type { Reward, RewardBenefit } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId } from '../ids.ts';
import type { PerReferrerCap } from '../program/document.ts';
import { hasOneCap } from '../program/has-one-cap.ts';
import { budgetCost, budgetKey, capPeriod, costUnit, referrerCounterKey, usedOf } from './counters.ts';
import { isStanding } from './reduce-reward.ts';
import type { RuleContext } from './rule-context.ts';

type Legs = readonly { readonly benefit: RewardBenefit }[];

export function fitsCap(ws: Workspace, ctx: RuleContext, referrerId: CustomerId, legs: Legs): boolean {
  const cap = ctx.rule.caps.perReferrer;
  if (cap === null) return true;
  const used = hasOneCap(ctx.program, ctx.rule.id) ? countedUse(ws, ctx, cap, referrerId) : rewardedUse(ws, ctx, cap, referrerId);
  if (cap.count !== null && used.count + BigInt(legs.length) > BigInt(cap.count)) return false;
  return cap.amount === null || used.amount + legs.reduce((sum, leg) => sum + amountOf(leg.benefit), 0n) <= cap.amount;
}

interface Use {
  readonly count: bigint;
  readonly amount: bigint;
}

function countedUse(ws: Workspace, ctx: RuleContext, cap: PerReferrerCap, referrerId: CustomerId): Use {
  const period = capPeriod(cap, ctx.at, ctx.version.document.timeZone);
  const of = { programId: ctx.program.id, ruleId: ctx.rule.id, referrerId, period };
  return { count: usedOf(ws, referrerCounterKey('referrerCount', of)), amount: usedOf(ws, referrerCounterKey('referrerAmount', of)) };
}

/** Versions that count by different periods, or not at all, share no counter: the referrer's rewards themselves are counted. */
function rewardedUse(ws: Workspace, ctx: RuleContext, cap: PerReferrerCap, referrerId: CustomerId): Use {
  const { timeZone } = ctx.version.document;
  const period = capPeriod(cap, ctx.at, timeZone);
  const counts = (reward: Reward): boolean =>
    reward.programId === ctx.program.id &&
    reward.ruleId === ctx.rule.id &&
    reward.beneficiary === 'referrer' &&
    isStanding(reward) &&
    capPeriod(cap, reward.occurredAt, timeZone) === period;
  const rewards = ws.rewards.by('customer', referrerId).filter(counts);
  return { count: BigInt(rewards.length), amount: rewards.reduce((sum, reward) => sum + amountOf(reward.benefit), 0n) };
}

function amountOf(benefit: RewardBenefit): bigint {
  return 'amount' in benefit ? benefit.amount : 0n;
}

export function fitsBudget(ws: Workspace, ctx: RuleContext, legs: Legs): boolean {
  const fits = (budget: RuleContext['rule']['caps']['budget'], ruleId: string): boolean => {
    if (budget === null) return true;
    const own = legs.filter((leg) => costUnit(leg.benefit) === budget.unit);
    const cost = own.reduce((sum, leg) => sum + budgetCost(leg.benefit), 0n);
    return usedOf(ws, budgetKey(ctx.program.id, ruleId, budget.unit)) + cost <= budget.amount;
  };
  return fits(ctx.rule.caps.budget, ctx.rule.id) && fits(ctx.version.document.budget, '');
}
