import type { BenefitResult, RewardResult } from '../decision.ts';
import type { Reward } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import { findRewardAccess } from '../perk/access-grants.ts';
import { perkResult } from '../perk/perk-result.ts';
import { rewardDocument } from './issue-reward.ts';

/** A reward as the answer shows it, as it stands now. */
export function rewardResult(ws: Workspace, reward: Reward): RewardResult {
  return {
    id: reward.id,
    programId: reward.programId,
    ruleId: reward.ruleId,
    beneficiary: reward.beneficiary,
    customerId: reward.customerId,
    benefit: benefitResult(ws, reward),
    status: reward.status,
    heldUntil: reward.heldUntil,
    holdReasons: reward.holdReasons,
  };
}

function benefitResult(ws: Workspace, reward: Reward): BenefitResult {
  const { benefit } = reward;
  const { currency } = rewardDocument(ws, reward);
  switch (benefit.kind) {
    case 'credit':
    case 'commission':
    case 'points':
      return { kind: benefit.kind, unit: benefit.unit, amount: benefit.amount };
    case 'coupon': {
      const coupon = reward.couponId === null ? null : ws.coupons.get(reward.couponId);
      const { discount, use, discountMinor } = benefit;
      return { kind: 'coupon', discount, use, code: coupon?.code ?? null, discountMinor, currency };
    }
    case 'gift':
      return { kind: 'gift', sku: benefit.sku, costMinor: benefit.costMinor, currency };
    case 'donation':
      return { kind: 'donation', unit: benefit.unit, amount: benefit.amount, recipient: benefit.recipient };
    case 'perk':
    case 'choice':
      return perkResult(benefit, findRewardAccess(ws, reward));
  }
}
