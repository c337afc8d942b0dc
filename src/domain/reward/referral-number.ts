/** Which of a referrer's referrals count for a rule, in the order in which they were decided (ADR 0011, ADR 0022, contract.md 6.4). */
import type { Referral, Reward } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import type { Mark, SortedList } from '../facts/marks.ts';
import { referralChanges } from '../facts/referral-changes.ts';
import type { ReferralCount } from '../facts/referral-count.ts';
import { isOut, type ReferralTally } from '../facts/referral-tally.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId, VersionId } from '../ids.ts';
import type { Rule, Steps } from '../program/document.ts';
import { findVersion, type Program, type PublishedVersion } from '../program/program.ts';
import { allRules, rulesFor } from '../program/program-rules.ts';
import { isCountingRule, isOfPeriod } from '../program/steps.ts';
import { assert } from '../result.ts';
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

export interface CountingFor {
  readonly program: Program;
  readonly ruleId: string;
  readonly referrerId: CustomerId;
}

/**
 * The referrals that count for a rule: those for which it held, and those brought under other rules (an earlier version, another tier),
 * for which it could not. One to which the rule applies, but whose conditions have not held, does not count yet. All referrals of the
 * referrer must be among the facts, as they are where something is taken back; who only counts them asks `countedTotal` and `placeOf`.
 */
export function countedReferrals(ws: Workspace, of: CountingFor): readonly CountedReferral[] {
  const counted = ws.referrals
    .by('referrer', of.referrerId)
    .filter((referral) => referral.programId === of.program.id)
    .flatMap((referral) => countedReferral(of.program, of.ruleId, referral) ?? []);
  assert(counted.length === countFor(ws, of, ALL), 'all referrals of a referrer who is recounted are known');
  return counted.sort((a, b) =>
    a.sequence === b.sequence ? (a.referral.friendId < b.referral.friendId ? -1 : 1) : a.sequence < b.sequence ? -1 : 1,
  );
}

/** Null when it does not count for the rule. */
export function countedReferral(program: Program, ruleId: string, referral: Referral): CountedReferral | null {
  if (isOut(referral)) return null;
  const count = referral.counts.find((candidate) => candidate.ruleId === ruleId);
  if (count !== undefined) return count.isTakenBack ? null : { referral, at: count.at, sequence: count.sequence, count };
  const [first] = referral.counts;
  if (referral.countedAt === null || (first !== undefined && hadSay(program, ruleId, first))) return null;
  return { referral, at: referral.countedAt, sequence: first?.sequence ?? 0n, count: null };
}

/** Whether the rule is one of those under which a referral came; of one without counts nobody knows. */
function hadSay(program: Program, ruleId: string, from: { readonly versionId: VersionId | null; readonly tierId: string | null }): boolean {
  const version = from.versionId === null ? null : findVersion(program, from.versionId);
  return version !== null && rulesFor(version.document, from.tierId).some((rule) => rule.id === ruleId);
}

/** Which of those that count are asked for. */
interface Measure {
  readonly ofList: (marks: SortedList<Mark>) => number;
  readonly ofOne: (one: { readonly sequence: bigint; readonly at: Date }) => boolean;
}

const ALL: Measure = { ofList: (marks) => marks.size, ofOne: () => true };

/** An event makes one referral count, so that no two of a referrer have one sequence; those no rule has noted have 0, and nobody asks for their place. */
function decidedBefore(sequence: bigint): Measure {
  return { ofList: (marks) => marks.below(Number(sequence)), ofOne: (one) => one.sequence < sequence };
}

function inPeriod(per: Steps['per'], at: Date, timeZone: string): Measure {
  if (per === 'life') return ALL;
  const isInside = isOfPeriod(per, at, timeZone);
  return {
    ofList: (marks) => marks.all.reduce((count, mark) => (isInside(mark.at) ? count + 1 : count), 0),
    ofOne: (one) => isInside(one.at.getTime()),
  };
}

/** How many count for the rule, of those asked for: what is tallied, and what this decision has changed of it. */
function countFor(ws: Workspace, of: CountingFor, measure: Measure): number {
  const { program, ruleId, referrerId } = of;
  let count = 0;
  for (const marks of marksFor(ws.tallies.of(program.id, referrerId), program, ruleId)) count += measure.ofList(marks);
  const { gone, come } = referralChanges(ws, program.id, referrerId);
  const isAsked = (referral: Referral): boolean => {
    const counted = countedReferral(program, ruleId, referral);
    return counted !== null && measure.ofOne(counted);
  };
  return count - gone.filter(isAsked).length + come.filter(isAsked).length;
}

/** The same two kinds of referrals as `countedReferral` tells apart. */
function* marksFor(tally: ReferralTally, program: Program, ruleId: string): Iterable<SortedList<Mark>> {
  const noted = tally.notedBy(ruleId);
  if (noted !== null) yield noted;
  for (const group of tally.groups()) {
    if (!group.ruleIds.includes(ruleId) && !hadSay(program, ruleId, group)) yield group.marks;
  }
}

/** How many count for the rule. */
export function countedTotal(ws: Workspace, of: CountingFor): number {
  return countFor(ws, of, ALL);
}

/** Its place among those that count for the rule: 1 for the first. */
export function placeOf(ws: Workspace, of: CountingFor, counted: CountedReferral): number {
  return countFor(ws, of, decidedBefore(counted.sequence)) + 1;
}

/** Which one the referral of this occasion is for the rule, counted or about to be; null where it cannot count. */
export function referralNumber(ws: Workspace, ctx: RuleContext): number | null {
  const referral = findReferral(ws, ctx);
  if (referral === null || isOut(referral)) return null;
  const of = { program: ctx.program, ruleId: ctx.rule.id, referrerId: referral.referrerId };
  const counted = countedReferral(ctx.program, ctx.rule.id, referral);
  if (!referral.counts.some((count) => count.ruleId === ctx.rule.id)) return countedTotal(ws, of) - (counted === null ? 0 : 1) + 1;
  return counted === null ? null : placeOf(ws, of, counted);
}

/** The place of a referral in its period that is not counted for the rule yet; null where it is, or cannot be. */
export function nextNumber(ws: Workspace, ctx: RuleContext, steps: Steps): number | null {
  const referral = findReferral(ws, ctx);
  if (referral === null || isOut(referral)) return null;
  if (referral.counts.some((count) => count.ruleId === ctx.rule.id)) return null;
  const measure = inPeriod(steps.per, ctx.at, ctx.version.document.timeZone);
  const counted = countedReferral(ctx.program, ctx.rule.id, referral);
  const own = counted !== null && measure.ofOne(counted) ? 1 : 0;
  return countFor(ws, { program: ctx.program, ruleId: ctx.rule.id, referrerId: referral.referrerId }, measure) - own + 1;
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

function findReferral(ws: Workspace, ctx: RuleContext): Referral | null {
  return ws.referrals.get(memberKey(ctx.program.id, ctx.attribution.customerId));
}
