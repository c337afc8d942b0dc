/** Which friends count for which rule of the model, and what each is worth: requirement 0-17, ADR 0011. Written friend by friend. */
import type { ProgramDocument, Rule, Step, Steps } from '../../../src/domain/program/document.ts';
import { periodKey } from '../../../src/domain/time/calendar.ts';
import { everyRule, rulesIn } from './model-ladder.ts';
import type { ModelCount } from './model-records.ts';
import { type ModelReferral, type ModelState, placeOf } from './model-state.ts';

/** That a friend has done what a rule asks. */
export interface Counted {
  readonly friend: number;
  readonly at: Date;
  readonly turn: number;
  /** Null where the friend came under rules without this one. */
  readonly count: ModelCount | null;
}

export function stepsOf(rule: Rule, leg: number): Steps | null {
  const benefit = rule.grant[leg]?.benefit;
  return benefit !== undefined && 'how' in benefit && benefit.how === 'steps' ? benefit.steps : null;
}

export function isCounting(rule: Rule): boolean {
  return rule.if.some(({ kind }) => kind === 'referralNumber') || rule.grant.some((_grant, leg) => stepsOf(rule, leg) !== null);
}

/** T(n), one friend after another. */
export function worthOf({ mode, table }: Steps, friends: number): bigint {
  const stepAt = (number: number): Step | undefined => table.filter((step) => step.from <= number).at(-1);
  let total = 0n;
  for (let number = 1; number <= friends; number += 1) {
    const each = stepAt(number)?.amount ?? 0n;
    if (mode === 'marginal') total += each;
    else if (mode === 'retroactive') total = each * BigInt(number);
    else if (table.some((step) => step.from === number)) total += each;
  }
  return total;
}

export function periodOf(steps: Steps, at: Date, { timeZone }: ProgramDocument): string {
  return steps.per === 'life' ? '' : periodKey(at, steps.per, timeZone);
}

export function countedOne(friend: number, referral: ModelReferral, ruleId: string): Counted | null {
  if (referral.status === 'reversed' || referral.review === 'denied') return null;
  const own = referral.counts.find((count) => count.rule.id === ruleId);
  if (own !== undefined) return own.isTakenBack ? null : { friend, at: own.at, turn: own.turn, count: own };
  const [first] = referral.counts;
  const hadSay = first !== undefined && rulesIn(first.document, first.tier).some((rule) => rule.id === ruleId);
  return referral.countedAt === null || hadSay ? null : { friend, at: referral.countedAt, turn: first?.turn ?? 0, count: null };
}

export function countedFor(state: ModelState, of: { program: number; referrer: number; ruleId: string }): readonly Counted[] {
  const found: Counted[] = [];
  for (const [place, referral] of state.referrals) {
    const [program, friend] = place.split('/').map(Number);
    if (program !== of.program || friend === undefined || referral.referrer !== of.referrer) continue;
    const one = countedOne(friend, referral, of.ruleId);
    if (one !== null) found.push(one);
  }
  return found.sort((a, b) => a.turn - b.turn || a.friend - b.friend);
}

interface Asking {
  readonly program: number;
  readonly friend: number;
  readonly rule: Rule;
  readonly document: ProgramDocument;
  readonly at: Date;
}

/** The friends that count before this one does; null where it cannot, or does already. */
function others(state: ModelState, { program, friend, rule }: Asking): readonly Counted[] | null {
  const referral = state.referrals.get(placeOf(program, friend));
  if (referral === undefined || referral.status === 'reversed' || referral.review === 'denied') return null;
  if (referral.counts.some((count) => count.rule.id === rule.id)) return null;
  return countedFor(state, { program, referrer: referral.referrer, ruleId: rule.id }).filter((one) => one.friend !== friend);
}

/** What the friend adds under a leg in steps. */
export function shareOfNext(state: ModelState, its: Asking, steps: Steps): bigint {
  const before = others(state, its);
  if (before === null) return 0n;
  const period = periodOf(steps, its.at, its.document);
  const friends = before.filter((one) => periodOf(steps, one.at, its.document) === period).length;
  return worthOf(steps, friends + 1) - worthOf(steps, friends);
}

/** Which friend of the referrer's this is for the rule; null where none. */
export function numberOf(state: ModelState, its: Asking): number | null {
  const before = others(state, its);
  if (before !== null) return before.length + 1;
  const referral = state.referrals.get(placeOf(its.program, its.friend));
  if (referral === undefined) return null;
  const all = countedFor(state, { program: its.program, referrer: referral.referrer, ruleId: its.rule.id });
  const index = all.findIndex((one) => one.friend === its.friend && one.count !== null);
  return index < 0 ? null : index + 1;
}

export function isNumberMet(rule: Rule, number: number): boolean {
  return rule.if.every(
    (condition) => condition.kind !== 'referralNumber' || ((condition.is ?? number) === number && number >= (condition.atLeast ?? 1)),
  );
}

/** The friend has done what the rule asks, whatever it gives. */
export function noteCount(state: ModelState, its: Asking & Pick<ModelCount, 'naturalKey' | 'orderId' | 'tier'>): void {
  const referral = state.referrals.get(placeOf(its.program, its.friend));
  if (referral === undefined || referral.status === 'reversed' || referral.review === 'denied') return;
  if (!everyRule(its.document).some(isCounting)) return;
  if (referral.counts.some((count) => count.rule.id === its.rule.id) || (!isCounting(its.rule) && referral.counts.length > 0)) return;
  state.turns += 1;
  const { rule, document, tier, naturalKey, orderId, at } = its;
  referral.counts.push({ rule, document, tier, naturalKey, orderId, at, turn: state.turns, isTakenBack: false });
}
