import type { Attribution, RewardBenefit, RewardKey } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import type { Workspace } from '../facts/workspace.ts';
import { currencyUnit, pointsUnit } from '../ledger/unit.ts';
import type { Grant } from '../program/document.ts';
import type { Program } from '../program/program.ts';
import { assert } from '../result.ts';
import { orderBase } from './base.ts';
import { findShortage, grantLeg, legBenefit } from './fire-rule.ts';
import { fitsCap } from './limits.ts';
import { keepShare } from './lower-earned.ts';
import type { Earning } from './referral-number.ts';
import type { RuleContext } from './rule-context.ts';

/**
 * Gives the referrer under one leg of the rule what another referral's end has moved to this one: `amount` in the leg's unit, or the whole
 * benefit (null). A reward of its own beside the leg's, with the leg's hold; the same caps, budgets, stock and standing decide about it.
 */
export function topUp(
  ws: Workspace,
  program: Program,
  earning: Earning,
  extra: { readonly leg: number; readonly amount: bigint | null },
): void {
  const ctx = contextOf(ws, program, earning, extra.leg);
  const grant = earning.rule.grant[extra.leg];
  const { referrerId, friendId } = earning.counted.referral;
  const { count } = earning.counted;
  assert(grant !== undefined && count !== null, 'a leg that earned is topped up');
  if (ws.memberships.get(memberKey(program.id, referrerId))?.status !== 'active') return;
  const key: RewardKey = {
    programId: program.id,
    ruleId: earning.rule.id,
    naturalKey: count.naturalKey,
    beneficiary: 'referrer',
    leg: `${extra.leg}:+${ws.event.sequence}`,
  };
  const benefit = extra.amount === null ? legBenefit(ws, ctx, grant, key) : stepValue(ctx, grant, extra.amount);
  if (benefit === null || benefit === 'posted') return;
  const leg = { grant, key, customerId: referrerId, benefit };
  if (!fitsCap(ws, ctx, referrerId, [leg]) || findShortage(ws, ctx, [leg]) !== null) return;
  grantLeg(ws, ctx, leg);
  keepShare(
    ws,
    ws.rewards
      .by('friend', friendId)
      .filter((reward) => reward.naturalKey === key.naturalKey && reward.ruleId === key.ruleId && reward.beneficiary === 'referrer')
      .filter((reward) => reward.programId === program.id && reward.leg.split(':', 1)[0] === String(extra.leg)),
  );
}

/** The occasion on which the referral counted. What nothing holds is the member's from now on, not from then. */
function contextOf(ws: Workspace, program: Program, { version, rule, counted }: Earning, leg: number): RuleContext {
  const { referral, count } = counted;
  assert(count !== null, 'a referral the rule gave for has its note');
  const order = count.orderId === null ? null : ws.orders.get(count.orderId);
  const at = rule.grant[leg]?.hold === null ? ws.event.occurredAt : count.at;
  const attribution: Attribution = {
    programId: program.id,
    customerId: referral.friendId,
    referrerId: referral.referrerId,
    by: referral.by,
    touchAt: null,
    versionId: count.versionId,
    tierId: count.tierId,
    lockedAt: count.at,
    wasNew: null,
    revision: 0,
    refusal: null,
    losers: [],
  };
  return {
    program,
    version,
    rule,
    attribution,
    at,
    order,
    subject: { id: referral.friendId, linkedIds: [] },
    base: order === null ? 0n : orderBase(order, version.document),
    naturalKey: count.naturalKey,
    accrual: { kind: 'whole' },
  };
}

function stepValue({ program, version }: RuleContext, { benefit }: Grant, amount: bigint): RewardBenefit | null {
  if (benefit.kind !== 'credit' && benefit.kind !== 'commission' && benefit.kind !== 'points') return null;
  const unit = benefit.kind === 'points' ? pointsUnit(program.id) : currencyUnit(version.document.currency);
  return { kind: benefit.kind, unit, amount, originalAmount: amount };
}
