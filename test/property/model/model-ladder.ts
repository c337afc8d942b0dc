/** What a ladder asks of a member of the model, and whether they have it at a date: ADR 0011. Counted one by one, never kept. */
import { floorDiv } from '../../../src/domain/money/money.ts';
import type { ProgramDocument, Rule, Tier } from '../../../src/domain/program/document.ts';
import type { TierCondition } from '../../../src/domain/program/tier-condition.ts';
import { addCalendarDays, lotExpiry } from '../../../src/domain/time/calendar.ts';
import type { Member } from './model-records.ts';
import { type ModelOrder, type ModelState, paidOf, placeOf, refundedOf } from './model-state.ts';

/** The programme's own rules but those the tier stands in for, then the tier's. */
export function rulesIn(document: ProgramDocument, tierId: string | null): readonly Rule[] {
  const tier = document.tiers.find(({ id }) => id === tierId);
  return tier === undefined ? document.rules : [...document.rules.filter(({ id }) => !tier.replaces.includes(id)), ...tier.rules];
}

export function everyRule(document: ProgramDocument): readonly Rule[] {
  return [...document.rules, ...document.tiers.flatMap((tier) => tier.rules)];
}

export function tierThen(state: ModelState, { program, customer }: Member, at: Date): string | null {
  const standing = state.standings.get(placeOf(program, customer));
  if (standing === undefined) return null;
  if (standing.since <= at) return standing.tier;
  return standing.past.find((past) => past.from <= at && at < past.until)?.tier ?? null;
}

/** What was true of a day that has passed, as history reads now; who complains today says nothing of that day. */
export function wasMet(
  state: ModelState,
  member: Member,
  of: { readonly tier: Tier; readonly document: ProgramDocument },
  at: Date,
): boolean {
  const conditions = of.tier.entry.if.filter(({ kind }) => kind !== 'noOpenComplaint');
  return isMet(state, member, { conditions, document: of.document }, at);
}

export function isMet(
  state: ModelState,
  member: Member,
  asked: { readonly conditions: readonly TierCondition[]; readonly document: ProgramDocument },
  at: Date,
): boolean {
  return asked.conditions.every((condition) => holds(state, member, { condition, document: asked.document }, at));
}

interface Asked {
  readonly condition: TierCondition;
  readonly document: ProgramDocument;
}

function holds(state: ModelState, member: Member, { condition, document }: Asked, at: Date): boolean {
  const { customer, program } = member;
  const { timeZone } = document;
  const isIn = (then: Date, withinDays: number | null): boolean =>
    then <= at && (withinDays === null || at < lotExpiry(then, withinDays - 1, timeZone));
  switch (condition.kind) {
    case 'paidOrders': {
      const orders = paidOrdersOf(state, customer);
      const { withinDays } = condition;
      return (withinDays === null ? orders : orders.filter(({ paidAt }) => isIn(paidAt, withinDays))).length >= condition.atLeast;
    }
    case 'spend':
    case 'margin': {
      const inTime = paidOrdersOf(state, customer).filter(({ paidAt }) => isIn(paidAt, condition.withinDays));
      const worth = inTime.map(({ order }) => (condition.kind === 'spend' ? spent(order, document) : earned(order, document)));
      return worth.reduce((sum, one) => sum + one, 0n) >= condition.atLeastMinor;
    }
    case 'qualifiedReferrals': {
      const qualified = [...state.referrals].filter(
        ([place, referral]) =>
          place.startsWith(`${program}/`) &&
          referral.referrer === customer &&
          referral.status === 'qualified' &&
          referral.review === null &&
          referral.orderId !== null &&
          referral.qualifiedAt !== null &&
          isIn(referral.qualifiedAt, condition.withinDays),
      );
      return qualified.length >= condition.atLeast;
    }
    case 'scoresGiven':
      return state.scores.filter((one) => one.customer === customer && isIn(one.at, condition.withinDays)).length >= condition.atLeast;
    case 'score': {
      const given = state.scores.filter((one) => one.customer === customer && one.at <= at);
      const latest = given.reduce<(typeof given)[number] | null>((last, one) => (last !== null && one.at < last.at ? last : one), null);
      return latest === null ? !condition.required : latest.score >= condition.atLeast;
    }
    case 'noOpenComplaint':
      return [...(state.complaints.get(customer)?.values() ?? [])].every((one) => one !== 'open');
    case 'daysSinceJoining': {
      const joinedAt = state.joinedAt.get(placeOf(program, customer));
      return joinedAt !== undefined && addCalendarDays(joinedAt, condition.atLeast, timeZone) <= at;
    }
  }
}

interface Paid {
  readonly order: ModelOrder;
  readonly paidAt: Date;
}

/** Paid whole and not refunded whole since. */
function paidOrdersOf(state: ModelState, customer: number): readonly Paid[] {
  return [...state.orders.values()].flatMap((order) => {
    const isLeft = paidOf(order) > 0n && refundedOf(order) < paidOf(order);
    return order.customer === customer && order.paidAt !== null && isLeft ? [{ order, paidAt: order.paidAt }] : [];
  });
}

function baseIn(order: ModelOrder, document: ProgramDocument): bigint {
  const tax = document.percentOf.tax === 'excluded' ? order.taxMinor : 0n;
  const base = order.totalMinor - order.deliveryMinor - tax - order.credit;
  return base > 0n ? base : 0n;
}

function left(amount: bigint, order: ModelOrder): bigint {
  return floorDiv(amount * (paidOf(order) - refundedOf(order)), paidOf(order));
}

function spent(order: ModelOrder, document: ProgramDocument): bigint {
  return left(baseIn(order, document), order);
}

/** The plans' orders have no lines: the typed share says what they earn. */
function earned(order: ModelOrder, document: ProgramDocument): bigint {
  if (document.margin === null) return 0n;
  return left(floorDiv(baseIn(order, document) * document.margin.basisPoints, 10_000n), order);
}
