/** What rules and enrolment of the model ask of a customer, an order and a moment: contract.md 5. */
import type { Condition, DaysSinceEvent, Rule } from '../../../src/domain/program/document.ts';
import { addCalendarMonths } from '../../../src/domain/time/calendar.ts';
import type { Case } from './model-case.ts';
import { baseOf } from './model-reward.ts';
import { isSamePerson, type ModelOrder, type ModelState, paidOf, placeOf, refundedOf } from './model-state.ts';

export function holds(state: ModelState, condition: Condition, its: Case): boolean {
  const { order } = its;
  switch (condition.kind) {
    case 'newCustomer':
      return isNew(state, its) === condition.is;
    case 'referredAsNew':
      return (its.attribution.wasNew ?? isNew(state, its)) === condition.is;
    case 'orderNumber':
      return order?.number === condition.is;
    case 'paid':
      return order !== null && baseOf(order, its.document) >= condition.atLeastMinor;
    case 'paidOrders':
    case 'deliveredOrders':
      return standingOrders(state, its.customer, condition.kind === 'paidOrders' ? 'paid' : 'delivered') >= condition.atLeast;
    case 'monthsSince':
      return isWithin(state, condition, its, momentOf(its));
    default:
      throw new Error(`the plans have no rule with ${condition.kind}`);
  }
}

/** `tier.entered` is about the customer alone; an order knows whether it was the first of its person. */
function isNew(state: ModelState, { order, customer, trigger }: Case): boolean {
  if (order?.number != null) return order.number === 1;
  return ordersBefore(state, customer, trigger === 'tier.entered') === 0;
}

export function ordersBefore(state: ModelState, customer: number, isAlone = false): number {
  const isMine = (order: ModelOrder): boolean => (isAlone ? order.customer === customer : isSamePerson(state, order.customer, customer));
  return [...state.orders.values()].filter((order) => isMine(order) && order.firstPaymentAt !== null).length;
}

/** Paid and not fully refunded since; with `delivered` only the delivered ones. */
export function standingOrders(state: ModelState, customer: number, which: 'paid' | 'delivered'): number {
  return [...state.orders.values()].filter(
    (order) =>
      order.customer === customer &&
      order.paidAt !== null &&
      paidOf(order) > 0n &&
      refundedOf(order) < paidOf(order) &&
      (which === 'paid' || order.isDeliveryCounted),
  ).length;
}

type Months = Extract<Condition, { kind: 'monthsSince' }>;
type Since = Pick<Case, 'program' | 'customer' | 'friend' | 'document'>;

/** Where every leg earns with each payment, the months end for each payment by itself. */
function momentOf({ rule, at, payment }: Case): Date {
  return payment !== null && rule.grant.every(({ accrue }) => accrue === 'perPayment') ? payment : at;
}

export function monthsOf(rule: Rule): readonly Months[] {
  return rule.if.flatMap((condition) => (condition.kind === 'monthsSince' ? [condition] : []));
}

/** The last moment of the last month included. */
export function isWithin(
  state: ModelState,
  { event, atMost }: Months,
  its: Since & { touchAt?: Date | null } & Partial<Pick<Case, 'attribution'>>,
  at: Date,
): boolean {
  const since = instantOf(state, event, its);
  return since !== null && at <= addCalendarMonths(since, atMost, its.document.timeZone);
}

function instantOf(state: ModelState, event: DaysSinceEvent, its: Since & Partial<Pick<Case, 'attribution'>>): Date | null {
  const { program, customer, friend } = its;
  switch (event) {
    case 'firstPaidOrder': {
      const first = [...state.orders.values()].flatMap(({ customer: of, firstPaymentAt }) =>
        of === customer && firstPaymentAt !== null ? [firstPaymentAt.getTime()] : [],
      );
      return first.length === 0 ? null : new Date(Math.min(...first));
    }
    case 'touch':
      return (its.attribution ?? state.attributions.get(placeOf(program, friend)))?.touchAt ?? null;
    case 'signUp':
      return state.signUps.get(customer) ?? null;
    case 'joined':
      return state.joinedAt.get(placeOf(program, customer)) ?? null;
    default:
      throw new Error(`the plans have no months since ${event}`);
  }
}
