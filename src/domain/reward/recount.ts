/**
 * A referral that counted is taken back (requirement 0-17, ADR 0011): by a full refund, by falling below the conditions, by a correction or
 * a denial. Its own reward has gone by then. What the others earned is brought to what they are worth without it: reduced, newest first, or
 * topped up on the newest one, by no more than the referral that went had earned. So caps and budgets that held it hold the rest, and what
 * was once refused stays refused.
 */
import type { Referral, Reward } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { Grant } from '../program/document.ts';
import { findVersion, type Program } from '../program/program.ts';
import { allRules, findRule } from '../program/program-rules.ts';
import { isCountingRule, isNumberMet, stepsOf, stepsPeriod, stepsShare } from '../program/steps.ts';
import { assert } from '../result.ts';
import { earnedOf, endEarned, lowerEarned } from './lower-earned.ts';
import { letWait } from './pass-on.ts';
import { isStanding } from './reduce-reward.ts';
import { type CountedReferral, countedReferral, countedReferrals, type Earning, referrerRewards } from './referral-number.ts';
import { topUp } from './top-up.ts';

/** What follows for the referrer's other rewards; `before` is the referral as it was when it still counted. */
export function recountAfter(ws: Workspace, program: Program, before: Referral): void {
  for (const ruleId of countingRuleIds(program)) {
    const taken = countedReferral(program, ruleId, before);
    const now = ws.referrals.get(`${before.friendId}|${program.id}`);
    const stillCounts = now?.referrerId === before.referrerId && countedReferral(program, ruleId, now) !== null;
    if (taken !== null && !stillCounts) recountRule(ws, program, { ruleId, taken });
  }
}

function countingRuleIds(program: Program): ReadonlySet<string> {
  const ids = program.versions.flatMap(({ document }) => allRules(document).filter(isCountingRule));
  return new Set(ids.map((rule) => rule.id));
}

interface Taken {
  readonly ruleId: string;
  readonly taken: CountedReferral;
}

function recountRule(ws: Workspace, program: Program, { ruleId, taken }: Taken): void {
  const { referrerId } = taken.referral;
  const counted = countedReferrals(ws, { program, ruleId, referrerId });
  const earnings = counted.flatMap((one, index) => earningOf(program, ruleId, one, index + 1) ?? []);
  const was = earningOf(program, ruleId, taken, 0);
  const legs = Math.max(0, ...[...earnings, was].map((earning) => earning?.rule.grant.length ?? 0));
  for (let leg = 0; leg < legs; leg += 1) {
    const own = occasionRewards(ws, { ruleId, leg, counted: taken });
    const ofLeg = earnings.filter(({ rule }) => rule.grant[leg]?.to === 'referrer');
    const stepped = ofLeg.filter(({ rule }) => isStepped(rule.grant[leg]));
    recountSteps(ws, program, { leg, taken, counted, own, earnings: stepped });
    const numbered = ofLeg.filter((earning) => isNumbered(earning, leg));
    recountWhole(ws, program, { leg, taken, counted, own, earnings: numbered });
    const isLost = own.length > 0 && was !== null && isNumbered(was, leg);
    if (isLost && !numbered.some((earning) => standingRewards(ws, earning, leg).length > 0)) letWait(ws, { ruleId, taken, leg });
  }
}

function earningOf(program: Program, ruleId: string, counted: CountedReferral, number: number): Earning | null {
  if (counted.count === null) return null;
  const version = findVersion(program, counted.count.versionId);
  const rule = version === null ? null : findRule(version.document, ruleId);
  return version === null || rule === null ? null : { counted, version, rule, number };
}

function isNumbered({ rule }: Earning, leg: number): boolean {
  return rule.grant[leg]?.to === 'referrer' && !isStepped(rule.grant[leg]) && rule.if.some(({ kind }) => kind === 'referralNumber');
}

function isStepped(grant: Grant | undefined): boolean {
  return grant !== undefined && stepsOf(grant.benefit) !== null;
}

interface CountedLeg {
  readonly leg: number;
  readonly taken: CountedReferral;
  readonly counted: readonly CountedReferral[];
  readonly own: readonly Reward[];
  readonly earnings: readonly Earning[];
}

/** Only the period in which the referral counted has changed. */
function recountSteps(ws: Workspace, program: Program, { leg, taken, counted, own, earnings }: CountedLeg): void {
  const inPeriod = earnings.filter((earning) => periodOf(earning, leg, earning.counted.at) === periodOf(earning, leg, taken.at));
  let owed = 0n;
  let earned = 0n;
  for (const earning of inPeriod) {
    owed += shareOf(earning, leg, counted);
    earned += earnedOf(steppedRewards(ws, earning, leg));
  }
  const newest = inPeriod.at(-1);
  if (earned > owed) {
    let excess = earned - owed;
    for (const earning of [...inPeriod].reverse()) excess -= lowerEarned(ws, steppedRewards(ws, earning, leg), excess);
  } else if (newest !== undefined && owed > earned) {
    const freed = earnedOf(own);
    const missing = owed - earned;
    if (freed > 0n) topUp(ws, program, newest, { leg, amount: missing < freed ? missing : freed });
  }
}

/** What the referral is worth at the place it has now among those of its period. */
function shareOf(earning: Earning, leg: number, counted: readonly CountedReferral[]): bigint {
  const grant = earning.rule.grant[leg];
  const steps = grant === undefined ? null : stepsOf(grant.benefit);
  if (steps === null || !isNumberMet(earning.rule.if, earning.number)) return 0n;
  const period = periodOf(earning, leg, earning.counted.at);
  const upToIt = counted.slice(0, counted.indexOf(earning.counted) + 1);
  return stepsShare(steps, upToIt.filter((other) => periodOf(earning, leg, other.at) === period).length);
}

function periodOf({ rule, version }: Earning, leg: number, at: Date): string {
  const grant = rule.grant[leg];
  const steps = grant === undefined ? null : stepsOf(grant.benefit);
  assert(steps !== null, 'a stepped leg has steps');
  return stepsPeriod(steps.per, at, version.document.timeZone);
}

/**
 * Gifts, coupons and other rewards that the number of a referral decides about are given whole or not at all: as many as places have such a
 * number. One that was given stays while its place does, and one that was freed goes to another friend of the rule, also where whoever
 * stands at the place now came under other rules.
 */
function recountWhole(ws: Workspace, program: Program, { leg, counted, own, earnings }: CountedLeg): void {
  const given = earnings.filter((earning) => standingRewards(ws, earning, leg).length > 0);
  const newest = earnings.filter((earning) => !given.includes(earning)).at(-1);
  const owed = owedPlaces(counted, earnings);
  for (const earning of given.slice(owed)) endEarned(ws, standingRewards(ws, earning, leg));
  if (given.length < owed && own.length > 0 && newest !== undefined) topUp(ws, program, newest, { leg, amount: null });
}

/** Places whose number is met: each by the rule as it stood for its friend, one of another's friend by that of the newest. */
function owedPlaces(counted: readonly CountedReferral[], earnings: readonly Earning[]): number {
  const places = counted.map((_, index) => earnings.find(({ number }) => number === index + 1) ?? earnings.at(-1));
  return places.filter((earning, index) => earning !== undefined && isNumberMet(earning.rule.if, index + 1)).length;
}

function steppedRewards(ws: Workspace, { rule, counted }: Earning, leg: number): readonly Reward[] {
  return occasionRewards(ws, { ruleId: rule.id, leg, counted });
}

/** Those of later orders of the friend included. */
function standingRewards(ws: Workspace, { rule, counted }: Earning, leg: number): readonly Reward[] {
  return legRewards(ws, { ruleId: rule.id, leg, counted }).filter(isStanding);
}

interface LegOf {
  readonly ruleId: string;
  readonly leg: number;
  readonly counted: CountedReferral;
}

/** What the occasion on which the referral counted gave, and what was added to it since, whatever became of it. */
function occasionRewards(ws: Workspace, of: LegOf): readonly Reward[] {
  return legRewards(ws, of).filter((reward) => reward.naturalKey === of.counted.count?.naturalKey && reward.status !== 'failed');
}

/** What the referrer has been given for the referral under one leg of the rule. */
function legRewards(ws: Workspace, { ruleId, leg, counted }: LegOf): readonly Reward[] {
  return referrerRewards(ws, counted.referral, ruleId).filter((reward) => reward.leg.split(':', 1)[0] === String(leg));
}
