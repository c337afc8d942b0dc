/**
 * A person's word on a referral (0-16): while the referrer's reward for it waits for review it brings no tier, approved it does from
 * then on, denied it never does. Its status goes its own way (contract.md 1): conditions and hold time, whatever became of the reward.
 */
import type { DecisionProblem } from '../decision.ts';
import type { Reward } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import type { ReferralFinding } from '../facts/referral-check.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId, ProgramId } from '../ids.ts';
import type { Grant } from '../program/document.ts';
import type { RuleContext } from '../reward/rule-context.ts';

/** What a person found about a referral, whether chance or suspicion had picked it; the last word stands. Nothing follows from it by itself. */
export function noteReview(
  ws: Workspace,
  { programId, finding }: { readonly programId: ProgramId; readonly finding: ReferralFinding },
  friendId: CustomerId,
): 'processed' | DecisionProblem {
  const referral = ws.referrals.get(memberKey(programId, friendId));
  if (referral === null) return { code: 'referral_unknown', field: 'id', missing: null };
  ws.referrals.put({ ...referral, check: { finding, at: ws.event.occurredAt, by: ws.event.actor } });
  return 'processed';
}

/** The rule of the referral has granted these: the referrer's own may wait for review. */
export function awaitReview(ws: Workspace, ctx: RuleContext, granted: readonly Grant[]): void {
  const waits = granted.some(({ to, hold }) => to === 'referrer' && hold !== null && hold.reasons.includes('review'));
  const referral = waits ? ws.referrals.get(memberKey(ctx.program.id, ctx.attribution.customerId)) : null;
  if (referral !== null && referral.ruleId === ctx.rule.id && referral.review === null)
    ws.referrals.put({ ...referral, review: 'waiting' });
}

/** Staff approved or denied a reward that waited for review: where it is the referrer's for the referral itself, that settles the referral. */
export function settleReview(ws: Workspace, reward: Reward, verdict: 'approved' | 'denied'): void {
  if (reward.friendId === null || reward.beneficiary !== 'referrer' || !reward.holdReasons.includes('review')) return;
  const referral = ws.referrals.get(memberKey(reward.programId, reward.friendId));
  if (referral === null || referral.ruleId !== reward.ruleId || referral.qualifyingOrderId !== reward.orderId) return;
  if (referral.review === 'denied') return;
  if (verdict === 'denied') {
    ws.referrals.put({ ...referral, review: 'denied' });
  } else if (referral.review === 'waiting') {
    const qualifiedAt = referral.qualifiedAt === null ? null : ws.event.occurredAt;
    ws.referrals.put({ ...referral, review: null, qualifiedAt });
  }
}
