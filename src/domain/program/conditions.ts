import type { Missing, RefusalReason } from '../decision.ts';
import type { Customer, Membership, Order } from '../facts/entities.ts';
import { assertNever } from '../result.ts';
import { addCalendarDays, addCalendarMonths } from '../time/calendar.ts';
import type { Condition, DaysSinceEvent } from './document.ts';
import { isNumberMet } from './steps.ts';

/** What conditions look at in a customer. */
export type CustomerHistory = Pick<
  Customer,
  'signedUpAt' | 'orderCount' | 'paidOrderCount' | 'deliveredOrderCount' | 'firstOrderAt' | 'lastOrderAt'
>;

/** What conditions look at. Counts already include the event being decided. */
export interface ConditionFacts {
  readonly at: Date;
  readonly timeZone: string;
  readonly currency: string;
  readonly customer: CustomerHistory;
  /** Newness of the person: no earlier stored payment above zero by anyone of the same person. */
  readonly isNewCustomer: boolean;
  /** Newness at the first order under the attribution; before one, at this occasion. */
  readonly wasReferredAsNew?: boolean;
  readonly order: Order | null;
  /** Reward base of the order, minor units. */
  readonly base: bigint;
  readonly touchAt: Date | null;
  readonly membership: Membership | null;
  /** When the payment was made that earns now, where each earns by itself; else `at`. */
  readonly paymentAt?: Date;
  /** Which of the referrer's counted referrals this one is, or would be; absent where none can be counted. */
  readonly referralNumber?: number;
}

export interface Failure {
  readonly reason: RefusalReason;
  readonly missing: Missing | null;
}

/** Every condition that does not hold, in the document's order; empty = the rule applies. */
export function failedConditions(conditions: readonly Condition[], facts: ConditionFacts): readonly Failure[] {
  return conditions.flatMap((condition) => checkCondition(condition, facts) ?? []);
}

function checkCondition(condition: Condition, facts: ConditionFacts): Failure | null {
  switch (condition.kind) {
    case 'newCustomer':
      if (facts.isNewCustomer === condition.is) return null;
      return condition.is ? failure('not-new-customer') : failure('condition-not-met');
    case 'referredAsNew':
      if ((facts.wasReferredAsNew ?? facts.isNewCustomer) === condition.is) return null;
      return condition.is ? failure('not-new-customer') : failure('condition-not-met');
    case 'orderNumber':
      return checkOrderNumber(condition, facts.order?.number ?? null);
    case 'paid':
      if (facts.base >= condition.atLeastMinor) return null;
      return failure('below-minimum', { kind: 'money', amountMinor: condition.atLeastMinor - facts.base, currency: facts.currency });
    case 'deliveredOrders':
      return atLeast(facts.customer.deliveredOrderCount, condition.atLeast);
    case 'paidOrders':
      return atLeast(facts.customer.paidOrderCount, condition.atLeast);
    case 'sku':
      return presence(facts, (line) => line.sku, condition.in);
    case 'category':
      return presence(facts, (line) => line.category, condition.in);
    case 'channel':
      return isIn(facts.order?.data?.channel ?? null, condition.in);
    case 'currency':
      return isIn(facts.order?.data?.currency ?? null, condition.in);
    case 'daysSince':
      return checkDaysSince(condition, facts);
    case 'monthsSince':
      return isWithinMonths(condition, facts, facts.paymentAt ?? facts.at) ? null : failure('condition-not-met');
    case 'referralNumber':
      return checkReferralNumber(condition, facts.referralNumber ?? null);
    default:
      return assertNever(condition);
  }
}

function checkOrderNumber(condition: Extract<Condition, { kind: 'orderNumber' }>, number: number | null): Failure | null {
  if (number === null) return failure('wrong-order-number');
  if (condition.is !== null && number !== condition.is) {
    return number < condition.is
      ? failure('wrong-order-number', { kind: 'count', count: condition.is - number })
      : failure('wrong-order-number');
  }
  if (condition.atLeast !== null && number < condition.atLeast) {
    return failure('wrong-order-number', { kind: 'count', count: condition.atLeast - number });
  }
  return null;
}

function checkDaysSince(condition: Extract<Condition, { kind: 'daysSince' }>, facts: ConditionFacts): Failure | null {
  const since = instantOf(condition.event, facts);
  if (since === null) return failure('condition-not-met');
  if (condition.atLeast !== null && facts.at < addCalendarDays(since, condition.atLeast, facts.timeZone)) {
    const missingMs = addCalendarDays(since, condition.atLeast, facts.timeZone).getTime() - facts.at.getTime();
    return failure('condition-not-met', { kind: 'count', count: Math.ceil(missingMs / 86_400_000) });
  }
  if (condition.atMost !== null && facts.at > addCalendarDays(since, condition.atMost, facts.timeZone)) return failure('condition-not-met');
  return null;
}

/** Calendar months in the programme's zone, the end included: 29 February and twelve months make 28 February. */
export function isWithinMonths(condition: Extract<Condition, { kind: 'monthsSince' }>, facts: SinceFacts, at: Date): boolean {
  const since = instantOf(condition.event, facts);
  return since !== null && at <= addCalendarMonths(since, condition.atMost, facts.timeZone);
}

function checkReferralNumber(condition: Extract<Condition, { kind: 'referralNumber' }>, number: number | null): Failure | null {
  if (number === null) return failure('condition-not-met');
  if (isNumberMet([condition], number)) return null;
  const least = condition.is ?? condition.atLeast ?? number;
  return least > number ? failure('condition-not-met', { kind: 'count', count: least - number }) : failure('condition-not-met');
}

/** Whether a condition that does not hold now may hold later, by what the customer does or by time alone. */
export function mayHoldLater(condition: Condition, facts: ConditionFacts): boolean {
  if (condition.kind === 'newCustomer' || condition.kind === 'referredAsNew') return !condition.is;
  if (condition.kind !== 'daysSince' && condition.kind !== 'monthsSince') return true;
  // After the last order comes another; the first one and the sign-up stay where they are.
  if (condition.event === 'lastPaidOrder') return true;
  const since = instantOf(condition.event, facts);
  if (since === null) return true;
  if (condition.kind === 'monthsSince') return isWithinMonths(condition, facts, facts.at);
  return condition.atMost === null || facts.at <= addCalendarDays(since, condition.atMost, facts.timeZone);
}

/** What the instants that conditions count from are read off. */
type SinceFacts = Pick<ConditionFacts, 'timeZone' | 'customer' | 'order' | 'touchAt' | 'membership'>;

function instantOf(event: DaysSinceEvent, facts: SinceFacts): Date | null {
  switch (event) {
    case 'firstPaidOrder':
      return facts.customer.firstOrderAt;
    case 'lastPaidOrder':
      // On an order the one before it: its own payment would always be zero days ago.
      return facts.order === null ? facts.customer.lastOrderAt : facts.order.previousOrderAt;
    case 'signUp':
      return facts.customer.signedUpAt;
    case 'touch':
      return facts.touchAt;
    case 'joined':
      return facts.membership?.joinedAt ?? null;
    default:
      return assertNever(event);
  }
}

function presence(
  facts: ConditionFacts,
  of: (line: { sku: string | null; category: string | null }) => string | null,
  wanted: readonly string[],
): Failure | null {
  const lines = facts.order?.data?.lines ?? [];
  const isPresent = lines.some((line) => {
    const value = of(line);
    return value !== null && wanted.includes(value);
  });
  return isPresent ? null : failure('condition-not-met');
}

function isIn(value: string | null, wanted: readonly string[]): Failure | null {
  return value !== null && wanted.includes(value) ? null : failure('condition-not-met');
}

function atLeast(have: number, need: number): Failure | null {
  return have >= need ? null : failure('condition-not-met', { kind: 'count', count: need - have });
}

function failure(reason: RefusalReason, missing: Missing | null = null): Failure {
  return { reason, missing };
}
