/** Which referrals count no more after a refund or a denial, and what follows for the referrer's other rewards. */
import { referralOfOrder } from '../attribution/brought-as.ts';
import type { Order, Referral, Reward } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import type { ReferralCount } from '../facts/referral-count.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { ProgramDocument, Rule } from '../program/document.ts';
import { findVersion, type Program } from '../program/program.ts';
import { findRule } from '../program/program-rules.ts';
import { isCountingRule } from '../program/steps.ts';
import { recountAfter } from './recount.ts';
import { isStanding, reduceReward } from './reduce-reward.ts';
import { referrerRewards } from './referral-number.ts';

/**
 * After a refund: the counts that this order made and whose rule no longer holds for it. A referral that is *reversed* counts for nothing,
 * whatever brought it. Done once: a referral taken back before is left alone.
 */
export function takeBackCounts(ws: Workspace, order: Order, fails: (rule: Rule, document: ProgramDocument) => boolean): void {
  for (const program of ws.allPrograms) {
    const referral = referralOfOrder(ws, program, order);
    if (referral === null || referral.counts.length === 0) continue;
    const isLost = (count: ReferralCount): boolean =>
      referral.status === 'reversed' || (count.orderId === order.id && failsNow(program, count, fails));
    takeBack(ws, program, referral, isLost);
  }
}

/** A reward denied by staff: its referral counts no more for that rule, and for none where the reward was the referral's own. */
export function takeBackDenied(ws: Workspace, denied: Reward): void {
  const program = ws.programs.get(denied.programId);
  const referral = denied.friendId === null ? null : ws.referrals.get(memberKey(denied.programId, denied.friendId));
  if (program === null || referral === null || denied.beneficiary !== 'referrer' || denied.referrerId !== referral.referrerId) return;
  const version = findVersion(program, denied.versionId);
  const rule = version === null ? null : findRule(version.document, denied.ruleId);
  const isDenied = referral.review === 'denied';
  if (!isDenied && (rule === null || !isCountingRule(rule))) return;
  takeBack(ws, program, referral, (count) => isDenied || (count.ruleId === denied.ruleId && count.naturalKey === denied.naturalKey));
}

function failsNow(program: Program, count: ReferralCount, fails: (rule: Rule, document: ProgramDocument) => boolean): boolean {
  const version = findVersion(program, count.versionId);
  const rule = version === null ? null : findRule(version.document, count.ruleId);
  return version !== null && rule !== null && fails(rule, version.document);
}

/** Its own reward goes first, also where the refund of a part alone would have left a part of it. */
function endOwn(ws: Workspace, program: Program, referral: Referral, count: ReferralCount): void {
  const version = findVersion(program, count.versionId);
  const rule = version === null ? null : findRule(version.document, count.ruleId);
  if (rule === null || !isCountingRule(rule)) return;
  const standing = referrerRewards(ws, referral, count.ruleId).filter(
    (reward) => reward.naturalKey === count.naturalKey && isStanding(reward),
  );
  for (const reward of standing)
    reduceReward(ws, reward, { keep: 0n, reversalKey: `count:${ws.event.sequence}`, reason: 'reward-reversed' });
}

function takeBack(ws: Workspace, program: Program, referral: Referral, isLost: (count: ReferralCount) => boolean): void {
  const lost = referral.counts.filter((count) => !count.isTakenBack && isLost(count));
  if (lost.length === 0) return;
  for (const count of lost) endOwn(ws, program, referral, count);
  ws.referrals.put({
    ...referral,
    counts: referral.counts.map((count) => (lost.includes(count) ? { ...count, isTakenBack: true } : count)),
  });
  // As it was when it counted: what it counted for is looked up in it.
  recountAfter(ws, program, { ...referral, status: referral.status === 'reversed' ? 'ordered' : referral.status, review: null });
}
