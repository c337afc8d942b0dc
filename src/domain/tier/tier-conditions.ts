import type { Feedback } from '../facts/standing.ts';
import type { ProgramDocument } from '../program/document.ts';
import type { TierCondition } from '../program/tier-condition.ts';
import { assertNever } from '../result.ts';
import { addCalendarDays } from '../time/calendar.ts';
import { type CountingWindow, countAt, nextCountFlip } from './counted-instants.ts';
import {
  type Counted,
  counted,
  isCountedAt,
  type MarginSource,
  marginOf,
  nextFlip,
  paidOrders,
  spendOf,
  type TierHistory,
  totalAt,
} from './tier-history.ts';

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
  return conditions.map((condition) => measure(condition, context, at));
}

export function allHold(conditions: readonly TierCondition[], context: TierContext, at: Date): boolean {
  return conditions.every((condition) => measure(condition, context, at).holds);
}

/** What of the past cannot be corrected is left out: a complaint that is open today says nothing of that day. */
export function heldThen(conditions: readonly TierCondition[], context: TierContext, then: Date): boolean {
  return allHold(
    conditions.filter((condition) => condition.kind !== 'noOpenComplaint'),
    context,
    then,
  );
}

function measure(condition: TierCondition, context: TierContext, at: Date): TierMeasure {
  const { history } = context;
  switch (condition.kind) {
    case 'noOpenComplaint': {
      const open = BigInt(history.customer.openComplaints.length);
      return { condition, holds: open === 0n, have: open, need: 0n, marginFrom: null };
    }
    case 'score': {
      const score = latestScore(history.feedback, at);
      const need = BigInt(condition.atLeast);
      const holds = score === null ? !condition.required : BigInt(score) >= need;
      return { condition, holds, have: BigInt(score ?? 0), need, marginFrom: null };
    }
    case 'daysSinceJoining': {
      const need = BigInt(condition.atLeast);
      const have = BigInt(daysSince(history.joinedAt, at, context.document.timeZone));
      return { condition, holds: have >= need, have, need, marginFrom: null };
    }
    case 'qualifiedReferrals': {
      const have = BigInt(countAt(history.qualifiedInstants, windowOf(condition, context), at));
      const need = BigInt(condition.atLeast);
      return { condition, holds: have >= need, have, need, marginFrom: null };
    }
    default: {
      const items = itemsOf(condition, context);
      const have = totalAt(items, at);
      const need = needOf(condition);
      return {
        condition,
        holds: have >= need,
        have,
        need,
        marginFrom: condition.kind === 'margin' ? marginSource(context, items, at) : null,
      };
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
    case 'qualifiedReferrals':
      return nextCountFlip(context.history.qualifiedInstants, windowOf(condition, context), { wanted: condition.atLeast, at });
    default:
      return nextFlip(itemsOf(condition, context), needOf(condition), at);
  }
}

type SummedCondition = Exclude<TierCondition, { kind: 'noOpenComplaint' | 'score' | 'daysSinceJoining' | 'qualifiedReferrals' }>;

function windowOf({ withinDays }: { readonly withinDays: number | null }, { document }: TierContext): CountingWindow {
  return { withinDays, timeZone: document.timeZone };
}

function needOf(condition: SummedCondition): bigint {
  return 'atLeastMinor' in condition ? condition.atLeastMinor : BigInt(condition.atLeast);
}

function itemsOf(condition: SummedCondition, context: TierContext): readonly Counted[] {
  const { document, history } = context;
  const window = windowOf(condition, context);
  switch (condition.kind) {
    case 'paidOrders':
      // For life the customer's own count says it, and their orders need not be known.
      if (condition.withinDays === null) return [{ value: BigInt(history.customer.paidOrderCount), from: new Date(0), until: null }];
      return paidOrders(history.orders).map(({ paidAt }) => counted(paidAt, 1n, window));
    case 'spend':
      return paidOrders(history.orders).map(({ order, paidAt }) => counted(paidAt, spendOf(order, document) ?? 0n, window));
    case 'margin':
      return paidOrders(history.orders).map(({ order, paidAt }) => counted(paidAt, marginOf(order, document).marginMinor ?? 0n, window));
    case 'scoresGiven':
      return history.feedback.map(({ occurredAt }) => counted(occurredAt, 1n, window));
    default:
      return assertNever(condition);
  }
}

function marginSource({ document, history }: TierContext, items: readonly Counted[], at: Date): MarginSource {
  const sources = new Set(
    paidOrders(history.orders).flatMap(({ order }, index) => {
      const item = items[index];
      return item !== undefined && isCountedAt(item, at) ? [marginOf(order, document).from] : [];
    }),
  );
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
