import type { MarginSource } from '../facts/order-tally.ts';
import type { Feedback } from '../facts/standing.ts';
import { countsOf, type Series } from '../facts/summed-list.ts';
import { measureOf } from '../order/order-measure.ts';
import type { ProgramDocument } from '../program/document.ts';
import type { TierCondition } from '../program/tier-condition.ts';
import { assertNever } from '../result.ts';
import { addCalendarDays } from '../time/calendar.ts';
import type { TierHistory } from './tier-history.ts';
import { type CountingWindow, nextFlip, spanAt, totalAt } from './windowed-sums.ts';

/** What conditions of a tier look at. */
export interface TierContext {
  readonly document: ProgramDocument;
  readonly history: TierHistory;
}

/** One condition at one date: how much there is, how much it takes. Counts, minor units, days or a score, by the condition's kind. */
export interface TierMeasure {
  readonly condition: TierCondition;
  readonly holds: boolean;
  readonly have: bigint;
  readonly need: bigint;
  /** Only of margin. */
  readonly marginFrom: MarginSource | null;
}

/** Every condition at an instant, in the document's order. */
export function measureAll(conditions: readonly TierCondition[], context: TierContext, at: Date): readonly TierMeasure[] {
  return conditions.map((condition) => ({
    condition,
    ...amountsOf(condition, context, at),
    holds: isHeld(condition, context, at),
    marginFrom: condition.kind === 'margin' ? marginSource(condition, context, at) : null,
  }));
}

export function allHold(conditions: readonly TierCondition[], context: TierContext, at: Date): boolean {
  return conditions.every((condition) => isHeld(condition, context, at));
}

/** What of the past cannot be corrected is left out: a complaint that is open today says nothing of that day. */
export function heldThen(conditions: readonly TierCondition[], context: TierContext, then: Date): boolean {
  return allHold(
    conditions.filter((condition) => condition.kind !== 'noOpenComplaint'),
    context,
    then,
  );
}

function isHeld(condition: TierCondition, context: TierContext, at: Date): boolean {
  if (condition.kind === 'noOpenComplaint') return context.history.customer.openComplaints.length === 0;
  // Who gave no score is not stopped by it, unless the owner asks for one.
  if (condition.kind === 'score' && latestScore(context.history.feedback, at) === null) return !condition.required;
  const { have, need } = amountsOf(condition, context, at);
  return have >= need;
}

function amountsOf(condition: TierCondition, context: TierContext, at: Date): Pick<TierMeasure, 'have' | 'need'> {
  const { history } = context;
  switch (condition.kind) {
    case 'noOpenComplaint':
      return { have: BigInt(history.customer.openComplaints.length), need: 0n };
    case 'score':
      return { have: BigInt(latestScore(history.feedback, at) ?? 0), need: BigInt(condition.atLeast) };
    case 'daysSinceJoining':
      return { have: BigInt(daysSince(history.joinedAt, at, context.document.timeZone)), need: BigInt(condition.atLeast) };
    default: {
      const have = isForLife(condition)
        ? BigInt(history.customer.paidOrderCount)
        : totalAt(seriesOf(condition, context), windowOf(condition, context), at);
      return { have, need: needOf(condition) };
    }
  }
}

/** The first instant after `at` at which one of the conditions may hold or fail by time alone. */
export function nextChange(conditions: readonly TierCondition[], context: TierContext, at: Date): Date | null {
  let next: Date | null = null;
  for (const condition of conditions) {
    const change = nextChangeOf(condition, context, at);
    if (change !== null && (next === null || change < next)) next = change;
  }
  return next;
}

function nextChangeOf(condition: TierCondition, context: TierContext, at: Date): Date | null {
  switch (condition.kind) {
    case 'noOpenComplaint':
      return null;
    case 'score': {
      const later = context.history.feedback.filter((given) => given.occurredAt > at).map((given) => given.occurredAt.getTime());
      return later.length === 0 ? null : new Date(Math.min(...later));
    }
    case 'daysSinceJoining': {
      const { joinedAt } = context.history;
      const due = joinedAt === null ? null : addCalendarDays(joinedAt, condition.atLeast, context.document.timeZone);
      return due !== null && due > at ? due : null;
    }
    default: {
      if (isForLife(condition)) return null;
      return nextFlip(seriesOf(condition, context), windowOf(condition, context), { wanted: needOf(condition), at });
    }
  }
}

type SummedCondition = Exclude<TierCondition, { kind: 'noOpenComplaint' | 'score' | 'daysSinceJoining' }>;

function windowOf({ withinDays }: { readonly withinDays: number | null }, { document }: TierContext): CountingWindow {
  return { withinDays, timeZone: document.timeZone };
}

function needOf(condition: SummedCondition): bigint {
  return 'atLeastMinor' in condition ? condition.atLeastMinor : BigInt(condition.atLeast);
}

/** The customer's own count says how many they are, and their orders need not be known. */
function isForLife(condition: SummedCondition): boolean {
  return condition.kind === 'paidOrders' && condition.withinDays === null;
}

function seriesOf(condition: SummedCondition, { document, history }: TierContext): Series {
  switch (condition.kind) {
    case 'paidOrders':
    case 'spend':
    case 'margin':
      return history.orders.sumOf(measureOf(condition.kind, document));
    case 'qualifiedReferrals':
      return countsOf(history.qualifiedInstants);
    case 'scoresGiven':
      return countsOf(history.feedback.map(({ occurredAt }) => occurredAt.getTime()).sort((a, b) => a - b));
    default:
      return assertNever(condition);
  }
}

function marginSource(condition: Extract<TierCondition, { kind: 'margin' }>, context: TierContext, at: Date): MarginSource {
  const list = context.history.orders.sumOf(measureOf('margin', context.document));
  const { from, until } = spanAt(list, windowOf(condition, context), at);
  const sources = new Set(list.all.slice(from, until).map((order) => order.from));
  const [only] = sources;
  return sources.size === 1 && only !== undefined ? only : sources.size === 0 ? 'unknown' : 'mixed';
}

/** The one given last; of two of one instant the one that was stored last. */
function latestScore(feedback: readonly Feedback[], at: Date): number | null {
  let latest: Feedback | null = null;
  for (const given of feedback) {
    if (given.occurredAt > at) continue;
    const isLater =
      latest === null ||
      given.occurredAt > latest.occurredAt ||
      (given.occurredAt.getTime() === latest.occurredAt.getTime() && given.sequence > latest.sequence);
    if (isLater) latest = given;
  }
  return latest?.score ?? null;
}

/** Whole calendar days since joining; the day is over at the same local time. */
function daysSince(joinedAt: Date | null, at: Date, timeZone: string): number {
  if (joinedAt === null || at < joinedAt) return 0;
  const guess = Math.floor((at.getTime() - joinedAt.getTime()) / 86_400_000) + 1;
  // A clock change makes a day an hour shorter or longer: the guess is right or one or two too many.
  for (let days = guess; days > 0; days -= 1) if (addCalendarDays(joinedAt, days, timeZone) <= at) return days;
  return 0;
}
