/** Which of a referrer's referrals count for a rule, in the order in which they were decided (ADR 0011, contract.md 6.4). */
import type { Referral, Reward } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import type { ReferralCount } from '../facts/referral-count.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId } from '../ids.ts';
import type { Rule, Steps } from '../program/document.ts';
import { findVersion, type Program, type PublishedVersion } from '../program/program.ts';
import { allRules, rulesFor } from '../program/program-rules.ts';
import { isCountingRule, stepsPeriod } from '../program/steps.ts';
import { revisedKey } from './revised-key.ts';
import type { RuleContext } from './rule-context.ts';

export interface CountedReferral {
  readonly referral: Referral;
  readonly at: Date;
  readonly sequence: bigint;
  /** What the rule itself noted of it; null where other rules brought it, and this one had no say. */
  readonly count: ReferralCount | null;
}

/** One referral the rule gave for, with the rule as it stood for it. */
export interface Earning {
  readonly counted: CountedReferral;
  readonly version: PublishedVersion;
  readonly rule: Rule;
  /** Its place among all that count, for life. */
  readonly number: number;
}

/**
 * The referrals that count for a rule: those for which it held, and those brought under other rules (an earlier version, another tier),
 * for which it could not. One to which the rule applies, but whose conditions have not held, does not count yet.
 */
export function countedReferrals(
  ws: Workspace,
  of: { readonly program: Program; readonly ruleId: string; readonly referrerId: CustomerId },
): readonly CountedReferral[] {
  return ws.referrals
    .by('referrer', of.referrerId)
    .filter((referral) => referral.programId === of.program.id)
    .flatMap((referral) => countedReferral(of.program, of.ruleId, referral) ?? [])
    .sort((a, b) => (a.sequence === b.sequence ? (a.referral.friendId < b.referral.friendId ? -1 : 1) : a.sequence < b.sequence ? -1 : 1));
}

/** Null when it does not count for the rule. */
export function countedReferral(program: Program, ruleId: string, referral: Referral): CountedReferral | null {
  if (isOut(referral)) return null;
  const count = referral.counts.find((candidate) => candidate.ruleId === ruleId);
  if (count !== undefined) return count.isTakenBack ? null : { referral, at: count.at, sequence: count.sequence, count };
  if (referral.countedAt === null || hadSay(program, ruleId, referral)) return null;
  return { referral, at: referral.countedAt, sequence: referral.counts[0]?.sequence ?? 0n, count: null };
}

/** Taken back by a refund, or denied by a person: it counts for no rule. */
function isOut({ status, review }: Referral): boolean {
  return status === 'reversed' || review === 'denied';
}

/** Whether the rule is one of those under which the referral came; of a referral without counts nobody knows. */
function hadSay(program: Program, ruleId: string, { counts: [first] }: Referral): boolean {
  const version = first === undefined ? null : findVersion(program, first.versionId);
  return version !== null && first !== undefined && rulesFor(version.document, first.tierId).some((rule) => rule.id === ruleId);
}

/** How many of them belong to the period of `at`. */
function countInPeriod(counted: readonly CountedReferral[], per: Steps['per'], at: Date, timeZone: string): number {
  const period = stepsPeriod(per, at, timeZone);
  return counted.filter((other) => stepsPeriod(per, other.at, timeZone) === period).length;
}

/** Which one the referral of this occasion is for the rule, counted or about to be; null where it cannot count. */
export function referralNumber(ws: Workspace, ctx: RuleContext): number | null {
  const referral = findReferral(ws, ctx);
  if (referral === null || isOut(referral)) return null;
  const counted = countedReferrals(ws, { program: ctx.program, ruleId: ctx.rule.id, referrerId: referral.referrerId });
  const own = referral.counts.find((count) => count.ruleId === ctx.rule.id);
  if (own === undefined) return othersOf(counted, referral).length + 1;
  const index = counted.findIndex((other) => other.referral.id === referral.id);
  return own.isTakenBack || index < 0 ? null : index + 1;
}

/** The place of a referral in its period that is not counted for the rule yet; null where it is, or cannot be. */
export function nextNumber(ws: Workspace, ctx: RuleContext, steps: Steps): number | null {
  const referral = findReferral(ws, ctx);
  if (referral === null || isOut(referral)) return null;
  if (referral.counts.some((count) => count.ruleId === ctx.rule.id)) return null;
  const counted = countedReferrals(ws, { program: ctx.program, ruleId: ctx.rule.id, referrerId: referral.referrerId });
  return countInPeriod(othersOf(counted, referral), steps.per, ctx.at, ctx.version.document.timeZone) + 1;
}

/**
 * Notes that the referral counts for the rule, whatever caps or budgets say of its reward. In a programme that counts nothing no note is
 * kept, and of rules that do not count themselves only the first: it tells where the referral's rules come from.
 */
export function noteCount(ws: Workspace, ctx: RuleContext): void {
  if (ctx.accrual.kind === 'payment' && !ctx.accrual.completes) return;
  if (!allRules(ctx.version.document).some(isCountingRule)) return;
  const referral = findReferral(ws, ctx);
  if (referral === null || isOut(referral) || referral.counts.some((count) => count.ruleId === ctx.rule.id)) return;
  if (!isCountingRule(ctx.rule) && referral.counts.length > 0) return;
  const { revision, tierId } = ctx.attribution;
  const count: ReferralCount = {
    ruleId: ctx.rule.id,
    versionId: ctx.version.id,
    tierId,
    naturalKey: revisedKey(ctx.naturalKey, revision),
    orderId: ctx.order?.id ?? null,
    at: ctx.at,
    sequence: ws.event.sequence,
    isTakenBack: false,
  };
  ws.referrals.put({ ...referral, counts: [...referral.counts, count] });
}

/** What the referrer has been given for the referral under the rule. */
export function referrerRewards(ws: Workspace, referral: Referral, ruleId: string): readonly Reward[] {
  return ws.rewards
    .by('friend', referral.friendId)
    .filter(
      (reward) =>
        reward.programId === referral.programId &&
        reward.ruleId === ruleId &&
        reward.beneficiary === 'referrer' &&
        reward.referrerId === referral.referrerId,
    );
}

function othersOf(counted: readonly CountedReferral[], referral: Referral): readonly CountedReferral[] {
  return counted.filter((other) => other.referral.id !== referral.id);
}

function findReferral(ws: Workspace, ctx: RuleContext): Referral | null {
  return ws.referrals.get(memberKey(ctx.program.id, ctx.attribution.customerId));
}
